"""A Kafka or Elasticsearch of the benchmark's own."""

import subprocess


class Service:
    def __init__(self, project, name, home):
        self.project = project
        self.name = name
        self.home = home

    def start(self):
        self.project.build_service(self.name)
        told = self._main("start")
        self.facts = dict(line.split("=", 1) for line in told.splitlines() if "=" in line)
        return self

    def stop(self):
        self._main("stop")

    @property
    def pid(self):
        return int(self.facts["pid"])

    @property
    def address(self):
        return self.facts["address"]

    def _main(self, what):
        runners = f"-Dpulse.runners={self.project.folder / 'runners-config'}"
        java = ("-XX:TieredStopAtLevel=1", runners)
        command = self.project.main("BenchService", what, self.name, self.home, java=java)
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"bench: {self.name} {what} failed:\n{done.stderr}{done.stdout}")
        return done.stdout

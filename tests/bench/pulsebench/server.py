"""A PostgreSQL of the benchmark's own, with settings that let it show what it can."""

import os
import subprocess

SETTINGS = {
    "shared_buffers": "1GB",
    "max_wal_size": "8GB",
    "fsync": "on",
    "synchronous_commit": "on",
    "autovacuum": "off",
    # A row tells by its transaction when it was stored, and the log how long that took.
    "track_commit_timestamp": "on",
    "track_wal_io_timing": "on",
}


class Server:
    def __init__(self, project, home):
        self.project = project
        self.home = home
        self.company = []  # pids of other servers that work for what is measured

    def start(self):
        settings = [f"{name}={value}" for name, value in SETTINGS.items()]
        told = self._main("BenchServer", "start", self.home, *settings)
        self.facts = dict(line.split("=", 1) for line in told.splitlines() if "=" in line)
        self.environment = {**os.environ, "PGPASSFILE": self.facts["passfile"]}

    def stop(self):
        self._main("BenchServer", "stop", self.home)

    @property
    def pid(self):
        return int(self.facts["pid"])

    @property
    def url(self):
        return self.facts["url"] + "?user=pulse"

    @property
    def sink(self):
        """As pulse takes it: the password by the name of its file."""
        return f"{self.url}&password=secret://file{self.facts['password']}"

    def sql(self, *statements):
        """Runs statements in one session; the rows of all of them, as lists of texts."""
        told = self._main("BenchSql", self.url, *statements, env=self.environment)
        return [line.split("\t") for line in told.splitlines()]

    def session(self):
        """A connection that stays: for who asks often, and must not start a JVM each time."""
        command = self.project.main("BenchSql", self.url, "-", java=("-XX:TieredStopAtLevel=1",))
        return Session(command, self.environment)

    def fresh(self, *statements):
        """An empty database and a finished checkpoint, so that no run pays for the one before."""
        self.sql("drop schema if exists bench, northwind, activity, pulse cascade", *statements, "checkpoint")

    def _main(self, name, *arguments, env=None):
        command = self.project.main(name, *arguments, java=("-XX:TieredStopAtLevel=1",))
        done = subprocess.run(command, env=env, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"bench: {name} {arguments[:2]} failed:\n{done.stderr}{done.stdout}")
        return done.stdout


class Session:
    def __init__(self, command, environment):
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.process = subprocess.Popen(command, env=environment, text=True, **pipes)

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.process.stdin.close()
        self.process.wait()

    def sql(self, statement):
        """Rows of one statement, which is one line."""
        print(statement, file=self.process.stdin, flush=True)
        rows = []
        for line in self.process.stdout:
            if line == ".\n":
                return rows
            rows.append(line.rstrip("\n").split("\t"))
        raise SystemExit(f"bench: the session ended at: {statement}")

"""The two ways to move a file into a table that are compared: ours, and PostgreSQL's own."""

import json
import os
import subprocess

from pulsebench import process


def pulse(bench, file, java_opts="", sample=False, runner="flink"):
    """``pulse run`` as a user types it, into an empty database."""
    bench.server.fresh()
    report = bench.folder / "report.json"
    report.unlink(missing_ok=True)
    flags = {
        "dataset": bench.project.dataset(file.dataset),
        "source": f"files:{file.path}",
        "sink": bench.server.sink,
        "report": report,
        "runner": runner,
    }
    command = [bench.project.pulse, "run", *(f"--{name}={value}" for name, value in flags.items())]
    options = f"{bench.project.java_opts} {java_opts}".strip()
    measured = process.run(command, bench.server, {**os.environ, "PULSE_JAVA_OPTS": options}, sample)
    told = json.loads(report.read_text()) if report.exists() else {}
    measured["report"] = {name: told[name] for name in REPORTED if name in told}
    return checked("pulse run", measured)


REPORTED = (
    "read accepted refused refusedByReason delivered superseded deadLettersKept imbalance"
    " elapsedSeconds"
).split()


class Reference:
    """COPY to a temporary table of the same types, then one merge with the same key and version."""

    def __init__(self, bench, file):
        self.bench = bench
        self.file = file
        dataset = bench.project.dataset(file.dataset)
        command = bench.project.main("ReferenceSql", dataset, ",".join(file.columns))
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        self.statements = json.loads(told)

    def run(self):
        bench = self.bench
        # Its table is there before the clock starts; ours is made while it runs.
        bench.server.fresh(*self.statements["create"])
        path = f"{bench.project.classes}:{bench.project.dependency('postgresql')}"
        merge = [self.statements[name] for name in ("stage", "copy", "merge")]
        command = [bench.project.java, "-Xmx1g", "-cp", path, "io.cloudpulse.bench.CopyMerge"]
        command += [bench.server.url, str(self.file.path), *merge]
        return checked("COPY + merge", process.run(command, bench.server, bench.server.environment))

    def fingerprint(self):
        """Count and hash of what the table holds, the version left out: it tells when, not what."""
        return self.bench.server.sql(self.statements["fingerprint"])[0]


def checked(what, measured):
    if measured["exit"]:
        raise SystemExit(f"bench: {what} failed:\n{measured['errors']}{measured['output']}")
    return measured

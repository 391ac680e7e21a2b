"""Where the time of a small run goes, by when the JVM loaded the class that each phase begins with."""

import re

from pulsebench import moves

OURS = "io.cloudpulse."
# Each phase ends when this class is loaded; the last one when the process is gone.
MILESTONES = [
    ("launcher", "java.lang.Object"),
    ("JVM to main", OURS + "pipelines.Pulse"),
    ("flags, dataset, files", OURS + "pipelines.move.MoveRun"),
    ("sinks made ready", OURS + "pipelines.move.MoveGraph"),
    ("graph and translation", "org.apache.flink.runtime.minicluster.MiniCluster"),
    ("Flink starts", OURS + "transforms.files.RangeReading"),
    ("the job's work and its end", OURS + "pipelines.move.ReportWriter"),
]
LINE = re.compile(r"^\[(\d+)ms\] (\S+) source:")


def measure(bench, file):
    log = bench.folder / "classes.log"
    log.unlink(missing_ok=True)
    # Wall-clock milliseconds: they can be set against the key press.
    run = moves.pulse(bench, file, f"-Xlog:class+load:file={log}:timemillis:filecount=0")
    loaded = {}
    for line in log.read_text().splitlines():
        found = LINE.match(line)
        if found:
            loaded.setdefault(found[2], int(found[1]) / 1000)
    parts, last = {}, run["began_at"]
    for name, mark in MILESTONES:
        if mark in loaded:
            parts[name] = round(loaded[mark] - last, 3)
            last = loaded[mark]
    parts["report and exit"] = round(run["began_at"] + run["wall"] - last, 3)
    return parts

"""Reads how much of the heap stayed in use from the log of the garbage collector."""

import re

# [12.345s] GC(7) Pause Young (Normal) (G1 Evacuation Pause) 512M->87M(1024M) 9.6ms
PAUSE = re.compile(r"^\[([\d.]+)s\].* Pause .*? \d+M->(\d+)M\(\d+M\)")


def live(log):
    """(seconds, MiB left) after each collection."""
    found = (PAUSE.match(line) for line in log.splitlines())
    return [(float(pause[1]), int(pause[2])) for pause in found if pause]


def full(log):
    """MiB that each full collection left."""
    found = (PAUSE.match(line) for line in log.splitlines() if "Pause Full" in line)
    return [int(pause[2]) for pause in found if pause]


def thirds(series):
    """The least of each third of the time, for what is really alive, and the most; no start-up."""
    if not series:
        return {"first": 0, "middle": 0, "last": 0, "most": [0, 0, 0]}
    end = series[-1][0]
    start = end / 10
    parts = [[], [], []]
    for seconds, mib in series:
        if seconds >= start:
            parts[min(2, int(3 * (seconds - start) / (end - start)))].append(mib)
    parts = [part or [0] for part in parts]
    least = [min(part) for part in parts]
    return dict(zip(("first", "middle", "last"), least), most=[max(part) for part in parts])

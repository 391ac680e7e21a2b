"""What the machine is, and who used how much of it."""

import os
import platform
import re
import subprocess

TICKS = os.sysconf("SC_CLK_TCK")


def facts(project, server):
    version = subprocess.run([project.java, "-version"], capture_output=True, text=True).stderr
    commit = subprocess.run(
        ["git", "-C", project.folder, "describe", "--always", "--dirty"], capture_output=True, text=True
    )
    return {
        "cores": os.cpu_count(),
        "cpu": cpu_model(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "system": f"{platform.system()} {platform.release()}",
        "jvm": version.splitlines()[1] if version.count("\n") > 1 else version.strip(),
        "postgresql": server.facts["version"],
        "commit": commit.stdout.strip(),
        "load": round(os.getloadavg()[0], 2),
    }


def cpu_model():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "?")


def busy():
    """CPU seconds that anybody has used since the machine started."""
    with open("/proc/stat", encoding="utf-8") as lines:
        times = [int(ticks) / TICKS for ticks in lines.readline().split()[1:9]]
    return sum(times) - times[3] - times[4]


def tree_cpu(root):
    """CPU seconds of a process and its children, those that have ended among them."""
    total = sum(_times(root)[1])
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                parent, times = _times(name)
            except OSError:
                continue  # it ended while we looked; its parent counts it now
            if parent == root:
                total += times[0] + times[1]
    return total


KINDS = [
    ("compiler", re.compile(r"C[12] Compiler")),
    ("garbage collector", re.compile(r"GC Thread|G1 |VM Thread")),
    ("start and report", re.compile(r"java$")),
]


def threads(pid):
    """Name and CPU seconds of each of a process's threads, by its id."""
    found = {}
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            with open(f"/proc/{pid}/task/{task}/stat", encoding="utf-8") as file:
                text = file.read()
        except OSError:
            continue
        fields = text[text.rindex(")") + 2 :].split()
        seconds = (int(fields[11]) + int(fields[12])) / TICKS
        found[task] = (text[text.index("(") + 1 : text.rindex(")")], seconds)
    return found


def by_kind(found):
    """CPU seconds of a JVM's threads, by what they are for."""
    kinds = dict.fromkeys([*(kind for kind, _ in KINDS), "work"], 0.0)
    for name, seconds in found:
        kinds[next((kind for kind, names in KINDS if names.match(name)), "work")] += seconds
    return {kind: round(seconds, 1) for kind, seconds in kinds.items()}


def _times(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        text = file.read()
    fields = text[text.rindex(")") + 2 :].split()
    return int(fields[1]), [int(ticks) / TICKS for ticks in fields[11:15]]

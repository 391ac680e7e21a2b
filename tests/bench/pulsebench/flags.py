"""Which JVM flags help a move of a million rows: CPU tells more than wall on a shared machine."""

from pulsebench import moves, pairs

# The launcher gives a small source the quick compiler and the serial collector: undone here first.
THOROUGH = "-XX:TieredStopAtLevel=4 -XX:-UseSerialGC"
CANDIDATES = [
    "",
    THOROUGH + " -XX:+UseG1GC",
    THOROUGH + " -XX:+UseG1GC -XX:TieredStopAtLevel=1",
    THOROUGH + " -XX:+UseParallelGC",
    THOROUGH + " -XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn256m",
    THOROUGH + " -XX:+UseSerialGC -Xmn256m",
    THOROUGH + " -XX:+UseG1GC -Xmx512m",
]


def measure(bench):
    file = bench.data.file("bench.orders", bench.rows(1_000_000))
    runs = {flags: [] for flags in CANDIDATES}
    for _ in range(bench.pairs):
        for flags in CANDIDATES:
            runs[flags].append(moves.pulse(bench, file, flags))
            last = runs[flags][-1]
            bench.say(f"  {flags or '(none)'}: {last['wall']} s, CPU {last['cpu']} s")
    return {
        "what": f"JVM flags, {file.rows:,} clean rows",
        "flags": {flags or "(none)": pairs.summary(each) for flags, each in runs.items()},
    }

"""Which JVM flags help a move of a million rows: CPU tells more than wall on a shared machine."""

from pulsebench import moves, pairs

CANDIDATES = [
    "",
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseParallelGC",
    "-XX:+UseSerialGC",
    "-XX:+UseSerialGC -Xmn256m",
    "-XX:+UseParallelGC -Xms1g -Xmx1g",
    "-Xmx512m",
    "-Xmx1g",
    "-Xmx2g -Xms2g",
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

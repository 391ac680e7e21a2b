"""What each stage of a move costs a row, in one thread of a warm JVM."""

import json

from pulsebench import process

# What a stage does more than the one it is set against.
INCREMENTS = [
    ("find lines", "lines", None),
    ("decode UTF-8", "decode", "lines"),
    ("split CSV", "split", "decode"),
    ("give types", "type", "split"),
    ("validate", "validate", "type"),
    ("key, version, original bytes", "version", "validate"),
    ("embedded Flink, to a sink that drops", "flink", "version"),
    ("batch, sort by key, newest", "batch", "version"),
    ("encode as binary arrays", "encode", "batch"),
    ("send to PostgreSQL and wait", "upsert", "encode"),
    ("count in the ledger", "count", "upsert"),
]


def measure(bench):
    rows = bench.rows(1_000_000)
    share = "0.2"
    clean = bench.data.file("bench.orders", rows)
    dirty = bench.data.file("bench.orders", rows, dirty=share)
    small = bench.data.file("bench.orders", 1000)
    profiles = bench.project.folder / "runners-config"
    arguments = [clean.path, dirty.path, small.path, bench.server.sink, profiles]
    bench.server.fresh()
    command = bench.project.main(
        "StageBench",
        bench.project.dataset("bench.orders"),
        *arguments,
        1 if bench.quick else 5,
        java=("-Xmx2g", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"),
    )
    run = process.run(command, bench.server)
    if run["exit"]:
        raise SystemExit(f"bench: StageBench failed:\n{run['errors']}{run['output']}")
    timed = [json.loads(line) for line in run["output"].splitlines() if line.startswith("{")]
    stages = {each["stage"]: each for each in timed}
    return {
        "what": f"cost of each stage, {rows:,} rows",
        "stages": stages,
        "increments": increments(stages) + refusals(stages, dirty.expected),
        "load": run["load"],
    }


def increments(stages):
    # A job has a price of its own, whatever it moves.
    fixed = stages["flink small"]
    for number in ("cpu", "wall"):
        stages["flink"][number] -= fixed[number]
    return [
        {"what": what, "cpu": per_row(stages, stage, than, "cpu"), "wall": per_row(stages, stage, than, "wall")}
        for what, stage, than in INCREMENTS
    ]


def per_row(stages, stage, than, number):
    base = stages[than][number] if than else 0
    return round((stages[stage][number] - base) / stages[stage]["records"])


def refusals(stages, expected):
    """Per refused record: a file of which some are bad, less what its good ones cost."""
    good_share = expected["good"] / expected["records"]

    def cost(stage, base, number):
        return round((stages[stage][number] - base) / expected["bad"])

    rows = []
    for number in ("cpu", "wall"):
        clean = stages["version"][number] * good_share
        rows.append([cost("dirty", clean, number), cost("keep", stages["dirty"][number], number)])
    return [
        {"what": "a refused record: make its dead letter", "cpu": rows[0][0], "wall": rows[1][0]},
        {"what": "a refused record: keep it in PostgreSQL", "cpu": rows[0][1], "wall": rows[1][1]},
    ]

"""B2: what Beam costs, beside jobs that are written by hand for the same engine."""

from pulsebench import moves, pairs, process

ROWS = 4_000_000


def flink(bench):
    return against_native(bench, "flink", "FlinkByHand")


def spark(bench):
    bench.project.build_spark()
    return against_native(bench, "spark", "spark.SparkByHand")


def against_native(bench, runner, main):
    file = bench.data.file("bench.orders", bench.rows(ROWS))
    reference = moves.Reference(bench, file)
    prints, unbalanced = [], []

    def ours():
        measured = moves.pulse(bench, file, sample=True, runner=runner)
        prints.append(reference.fingerprint())
        unbalanced.extend(measured["report"]["imbalance"])
        return measured

    def native():
        measured = by_hand(bench, file, runner, main)
        prints.append(reference.fingerprint())
        return measured

    result = pairs.measure(bench, ("native", native), ("pulse", ours))
    same = all(one == prints[0] for one in prints) and int(prints[0][0]) == file.rows
    return {
        "what": f"{file.rows:,} clean CSV rows, file to PostgreSQL, against a job by hand on embedded {runner.capitalize()}",
        "unit": "ours / native, wall",
        "first": 1.5,
        "goal": 1.1,
        "better": "lower",
        "value": pairs.ratios(result["pulse"], result["native"]),
        "also": {"client CPU": pairs.ratios(result["pulse"], result["native"], "cpu")},
        "fails": ([] if same else ["the tables differ"]) + unbalanced,
        "notes": ([f"all tables held the same {file.rows:,} rows"] if same else [])
        + [kinds(name, result[name]["runs"][-1]) for name in result],
        **result,
    }


def kinds(name, run):
    """Where the last run's time went."""
    told = ", ".join(f"{kind} {seconds}" for kind, seconds in run["threads"].items())
    return f"client CPU s by kind of thread, {name}: {told}"


def by_hand(bench, file, runner, main):
    """A JVM with the flags that our launcher gives its own."""
    bench.server.fresh()
    flags = (f"@{bench.project.folder}/runners-config/{runner}/jvm.options", *bench.project.java_opts.split())
    arguments = [bench.project.dataset(file.dataset), file.path, bench.server.sink]
    command = bench.project.main(main, *arguments, java=flags, runner=runner)
    return moves.checked(f"{runner} by hand", process.run(command, bench.server, sample=True))

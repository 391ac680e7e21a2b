"""The budgets of docs/design: what is measured, and what it may be."""

from statistics import median

from pulsebench import gc, moves, pairs, phases

MILLION = 1_000_000


def b1(bench):
    return against_copy(bench, MILLION, first=0.35, goal=0.6)


def b1b(bench):
    return against_copy(bench, 10 * MILLION, first=0.5, goal=0.8)


def against_copy(bench, rows, first, goal):
    file = bench.data.file("bench.orders", bench.rows(rows))
    reference = moves.Reference(bench, file)
    prints = []

    def ours():
        measured = moves.pulse(bench, file)
        prints.append(reference.fingerprint())
        return measured

    def theirs():
        measured = reference.run()
        prints.append(reference.fingerprint())
        return measured

    result = pairs.measure(bench, ("reference", theirs), ("pulse", ours))
    ratio = pairs.ratios(result["reference"], result["pulse"])
    same = all(one == prints[0] for one in prints) and int(prints[0][0]) == file.rows
    return {
        "what": f"{file.rows:,} clean CSV rows, file to PostgreSQL, embedded Flink",
        "unit": "COPY + merge / ours",
        "first": first,
        "goal": goal,
        "better": "higher",
        "value": ratio,
        "fails": [] if same else ["the two tables differ"],
        "notes": [f"both tables hold the same {file.rows:,} rows"] if same else [],
        **result,
    }


def b5(bench):
    """One run: memory is not a matter of luck."""
    file = bench.data.file("bench.orders", bench.rows(10 * MILLION))
    log = bench.folder / "gc.log"
    log.unlink(missing_ok=True)
    run = moves.pulse(bench, file, f"-Xmx1g -Xlog:gc*:file={log}:uptime:filecount=0", sample=True)
    live = gc.live(log.read_text())
    thirds = gc.thirds(live)
    resident = gc.thirds(run["samples"])
    flat = thirds["last"] <= thirds["first"] * 1.25 + 32
    complete = run["report"]["delivered"].get("postgres") == file.rows
    fails = [] if flat else [f"the heap after collection grew: {thirds} MiB"]
    fails += [] if complete else ["not every row was delivered"]
    return {
        "what": f"{file.rows:,} rows from one file with -Xmx1g, flat",
        "unit": "heap left by collections, last third / first third",
        "first": "passes",
        "goal": "passes",
        "better": "passes",
        "value": pairs.spread([round(thirds["last"] / max(1, thirds["first"]), 2)]),
        "fails": fails,
        "notes": [
            f"heap after collections, least of each third: {thirds['first']}, {thirds['middle']},"
            f" {thirds['last']} MiB of 1024",
            f"resident memory, most of each third:"
            f" {resident['most'][0]}, {resident['most'][1]}, {resident['most'][2]} MiB;"
            f" peak {run['rss_mib']} MiB",
            "client CPU s by kind of thread: "
            + ", ".join(f"{kind} {seconds}" for kind, seconds in run["threads"].items()),
        ],
        "pulse": pairs.summary([run]),
        "heap": live,
    }


def b6(bench):
    file = bench.data.file("northwind.orders", 830)
    runs = [moves.pulse(bench, file) for _ in range(bench.pairs * 2 + 1)][1:]
    traced = [phases.measure(bench, file) for _ in range(bench.pairs)]
    parts = {name: round(median(run[name] for run in traced), 2) for name in traced[0]}
    return {
        "what": "830 rows (northwind.orders), from key press to report",
        "unit": "s",
        "first": 6,
        "goal": 3,
        "better": "lower",
        "value": pairs.spread([run["wall"] for run in runs]),
        "fails": [],
        "notes": ["where it goes (s, with class loading logged): "
                  + ", ".join(f"{name} {seconds:.2f}" for name, seconds in parts.items())],
        "pulse": pairs.summary(runs),
        "phases": parts,
    }


def b7(bench):
    clean = bench.data.file("bench.orders", bench.rows(MILLION))
    dirty = bench.data.file("bench.orders", clean.rows, dirty="0.01", duplicates="0.05")
    wrong = []

    def dirty_run():
        measured = moves.pulse(bench, dirty)
        wrong.extend(unkept(bench, dirty.expected, measured["report"]))
        return measured

    result = pairs.measure(
        bench, ("clean", lambda: moves.pulse(bench, clean)), ("dirty", dirty_run)
    )
    reasons = dirty.expected["refused"]
    kept = ", ".join(f"{count:,} {reason}" for reason, count in sorted(reasons.items()))
    return {
        "what": f"{clean.rows:,} rows, 1 % bad and 5 % doubled, against the clean file",
        "unit": "dirty / clean",
        "first": 1.3,
        "goal": 1.1,
        "better": "lower",
        "value": pairs.ratios(result["dirty"], result["clean"]),
        "fails": sorted(set(wrong)),
        "notes": [f"refused and kept, as planted: {kept}"] if not wrong else [],
        **result,
    }


def unkept(bench, expected, report):
    """What the report, the dead letters and the table hold that is not what was planted."""
    kept = dict(bench.server.sql("select reason, count(*) from pulse.dead_letters group by reason"))
    rows = bench.server.sql("select count(*) from bench.orders")[0][0]
    found = {
        "refused by reason": (report["refusedByReason"], expected["refused"]),
        "dead letters by reason": ({k: int(v) for k, v in kept.items()}, expected["refused"]),
        "rows in the table": (int(rows), expected["rowsInSink"]),
        "balance": (report["imbalance"], []),
    }
    return [f"{what} is {is_}, not {must}" for what, (is_, must) in found.items() if is_ != must]

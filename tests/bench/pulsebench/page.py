"""The page of results: what was measured is between the markers, what was written by hand is not."""

import re

BEGIN, END = "<!-- measured: tests/bench/run writes this -->", "<!-- end of what was measured -->"
BETWEEN = re.compile(re.escape(BEGIN) + ".*" + re.escape(END), re.DOTALL)
BUDGETS = ("B1", "B1b", "B2 Flink", "B2 Spark", "B3", "B4", "B5", "B6", "B7")


def write(file, results):
    measured = f"{BEGIN}\n\n{table(results)}\n{END}"
    text = file.read_text() if file.exists() else f"# Benchmarks\n\n{BEGIN}\n{END}\n"
    file.write_text(BETWEEN.sub(lambda _: measured, text))


def table(results):
    parts = [machine(results)] if results else ["Nothing was measured yet."]
    budgets = [results[name] for name in BUDGETS if name in results]
    if budgets:
        parts += [overview(budgets), details(budgets)]
    if "stages" in results:
        parts.append(stages(results["stages"]))
    if "flags" in results:
        parts.append(flags(results["flags"]))
    return "\n".join(parts)


def machine(results):
    last = max(results.values(), key=lambda result: result["date"])
    facts = last["machine"]
    return (
        f"{last['date']}, commit {facts['commit']}. {facts['cores']} cores ({facts['cpu']}),"
        f" {facts['memory_gib']} GiB, {facts['system']}; {facts['jvm']}; {facts['postgresql']}"
        f" (shared_buffers 1 GB, max_wal_size 8 GB, fsync on, autovacuum off).\n"
        f"Again: `tests/bench/run`.\n"
    )


def overview(budgets):
    if any(busy(run) for each in budgets for run in each.values()):
        rows = ["**The machine was busy with other work: wall times say little.**\n"]
    else:
        rows = []
    rows += ["| | what | first | goal | measured (min to max) | verdict |", "|---|---|---|---|---|---|"]
    for each in budgets:
        measured = [f"{shown(each['value'])} {each['unit']}"]
        measured += [f"{shown(value)} {unit}" for unit, value in each.get("also", {}).items()]
        rows.append(
            f"| {each['name']} | {each['what']} | {each['first']} | {each['goal']} | {', '.join(measured)}"
            f" | {verdict(each)} |"
        )
    return "\n".join(rows) + "\n"


def shown(value):
    return f"**{value['median']:.2f}** ({value['min']:.2f} to {value['max']:.2f})"


def busy(run):
    """True of measured runs during which others used more than a fifth of one core."""
    measured = isinstance(run, dict) and "others_cpu" in run
    return measured and run["others_cpu"]["median"] > run["wall"]["median"] / 5


def verdict(result):
    if result["fails"]:
        return "**fails**: " + "; ".join(result["fails"])
    if result["better"] == "passes":
        return "passes"
    values = [value["median"] for value in (result["value"], *result.get("also", {}).values())]
    higher = result["better"] == "higher"
    reached = lambda bar: min(values) >= bar if higher else max(values) <= bar
    if reached(result["goal"]):
        return "goal reached"
    return "first reached" if reached(result["first"]) else "**missed**"


def details(budgets):
    head = "| | run | wall s (min to max) | client CPU s | PostgreSQL CPU s | peak RSS MiB | others' CPU s |"
    rows = [head, "|---|---|---|---|---|---|---|"]
    notes = []
    for each in budgets:
        for name in ("reference", "native", "clean", "pulse", "dirty"):
            if name in each:
                rows.append(f"| {each['name']} | {name} | {numbers(each[name])} |")
        notes += [f"- {each['name']}: {note}" for note in each["notes"]]
    return "\n".join(rows) + "\n\n" + "\n".join(notes) + "\n"


def numbers(run):
    wall = run["wall"]
    columns = [f"{wall['median']:.2f} ({wall['min']:.2f} to {wall['max']:.2f})"]
    columns += [f"{run[name]['median']:.1f}" for name in ("cpu", "server_cpu")]
    columns += [f"{run['rss_mib']['median']:.0f}", f"{run['others_cpu']['median']:.1f}"]
    return " | ".join(columns)


def stages(result):
    rows = [f"{result['what'].capitalize()}:\n", "| stage | CPU ns a row | wall ns a row |", "|---|---|---|"]
    rows += [f"| {each['what']} | {each['cpu']:,} | {each['wall']:,} |" for each in result["increments"]]
    return "\n".join(rows) + "\n"


def flags(result):
    head = "| flags | wall s (min to max) | client CPU s | PostgreSQL CPU s | peak RSS MiB | others' CPU s |"
    rows = [f"{result['what']}:\n", head, "|---|---|---|---|---|---|"]
    rows += [f"| `{name}` | {numbers(run)} |" for name, run in result["flags"].items()]
    return "\n".join(rows) + "\n"

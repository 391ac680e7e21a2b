"""Two ways measured in turn, so that a change of the machine's mood meets both."""

from statistics import median


def measure(bench, first, second):
    """Runs A B A B ..., after one of each that does not count. Both are named functions."""
    (name_a, run_a), (name_b, run_b) = first, second
    if bench.warm_up:
        run_a(), run_b()
    runs_a, runs_b = [], []
    for number in range(1, bench.pairs + 1):
        runs_a.append(run_a())
        runs_b.append(run_b())
        walls = runs_a[-1]["wall"], runs_b[-1]["wall"]
        bench.say(f"  pair {number}: {name_a} {walls[0]:.2f} s, {name_b} {walls[1]:.2f} s")
    return {name_a: summary(runs_a), name_b: summary(runs_b)}


def summary(runs):
    numbers = ("wall", "cpu", "server_cpu", "others_cpu", "rss_mib")
    kept = {name: spread([run[name] for run in runs]) for name in numbers}
    kept["runs"] = [{k: v for k, v in run.items() if k not in ("output", "errors")} for run in runs]
    return kept


def spread(values):
    return {"median": round(median(values), 3), "min": min(values), "max": max(values)}


def ratios(upper, lower, number="wall"):
    """Pair by pair, then the median: a slow minute slows both of a pair."""
    pairs = zip(upper["runs"], lower["runs"])
    return spread([round(a[number] / b[number], 3) for a, b in pairs])

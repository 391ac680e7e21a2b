"""The budgets of streams: how many rows a second, and how long each is on its way."""

import os
import signal
import subprocess
import time

from pulsebench import moves, pairs, process

PARTITIONS = 4
TASKS = 2
SLOPE = 0.20, 0.95


def b3(bench):
    file = bench.data.file("activity.events", bench.rows(1_500_000), layout="feed")
    topic = topic_of(bench, file)
    prints = []

    def measured(run):
        done = run()
        done["rate"], done["rows_per_commit"] = sustained(bench, "activity.events")
        prints.append(fingerprint(bench, "activity.events"))
        bench.say(f"    {done['rate']:,} rows/s, CPU {done['cpu']} s, PostgreSQL {done['server_cpu']} s")
        return done

    result = pairs.measure(
        bench,
        ("reference", lambda: measured(lambda: bare(bench, file, topic))),
        ("pulse", lambda: measured(lambda: ours(bench, file, topic))),
    )
    same = all(one == prints[0] for one in prints) and int(prints[0][0]) == file.rows
    rates = {name: pairs.spread([run["rate"] for run in result[name]["runs"]]) for name in result}
    return {
        "what": f"{file.rows:,} messages in {PARTITIONS} partitions, Kafka to PostgreSQL, embedded Flink, rows/s",
        "unit": "ours / a bare consumer",
        "first": 0.5,
        "goal": 0.9,
        "better": "higher",
        "value": pairs.ratios(result["pulse"], result["reference"], "rate"),
        "fails": [] if same else ["the two tables differ"],
        "notes": [
            "sustained rows/s: "
            + ", ".join(
                f"{name} {rate['median']:,.0f} ({rate['min']:,.0f} to {rate['max']:,.0f})"
                for name, rate in rates.items()
            ),
            "rows a transaction: "
            + ", ".join(
                f"{name} {result[name]['runs'][-1]['rows_per_commit']:,}" for name in result
            ),
            "CPU of the broker, s: "
            + ", ".join(f"{name} {result[name]['runs'][-1]['broker_cpu']}" for name in result),
        ],
        "rates": rates,
        **result,
    }


def topic_of(bench, file):
    """The file's lines, sent once: every run reads them from the start under a name of its own."""
    topic = f"{bench.kafka.address}/{file.path.stem}-{os.getpid()}"
    bench.say(f"  sending {file.rows:,} messages ...")
    command = bench.project.main("SendFile", topic, PARTITIONS, file.path)
    sent = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if int(sent) != file.rows:
        raise SystemExit(f"bench: {sent} of {file.rows} messages were sent")
    return topic


def ours(bench, file, topic):
    bench.server.fresh()
    command = pulse_run(bench, file.dataset, topic) + ["--until=end", "--aggregates=off"]
    environment = {**os.environ, "PULSE_JAVA_OPTS": bench.project.java_opts}
    return moves.checked("pulse run", process.run(command, bench.server, environment))


def bare(bench, file, topic):
    bench.server.fresh()
    dataset = bench.project.dataset(file.dataset)
    arguments = [dataset, topic, bench.server.sink, f"bare-{time.time_ns()}", TASKS]
    java = ("-Dorg.slf4j.simpleLogger.defaultLogLevel=error",)
    command = bench.project.main("BareConsumer", *arguments, java=java)
    return moves.checked("bare consumer", process.run(command, bench.server))


def pulse_run(bench, dataset, topic, sink=None):
    flags = {
        "dataset": bench.project.dataset(dataset),
        "source": topic,
        "sink": sink or bench.server.sink,
        "job": f"bench-{time.time_ns()}",
    }
    return [bench.project.pulse, "run", *(f"--{name}={value}" for name, value in flags.items())]


def sustained(bench, table):
    """Rows a second between two shares of the rows, by the server's own clock of commits."""
    commits = bench.server.sql(
        "select extract(epoch from pg_xact_commit_timestamp(xmin)) as at, count(*)"
        f" from {table} group by xmin order by at"
    )
    rows = sum(int(count) for _, count in commits)
    seen, marks = 0, []
    for at, count in commits:
        seen += int(count)
        if len(marks) < len(SLOPE) and seen >= rows * SLOPE[len(marks)]:
            marks.append((float(at), seen))
    (began, low), (ended, high) = marks
    return round((high - low) / max(0.001, ended - began)), round(rows / len(commits))


def fingerprint(bench, table):
    text = f"select count(*), sum(hashtextextended(stored::text, 0)) from {table} stored"
    return bench.server.sql(text)[0]


def b4(bench):
    warm_up, seconds = (5, 5) if bench.quick else (15, 60)
    runs = []
    for number in range(1, bench.pairs + 1):
        runs.append(latency(bench, 2_000, warm_up, seconds))
        told = ", ".join(f"{name} {runs[-1][name]:.3f}" for name in QUANTILES)
        bench.say(f"  run {number}: {told} s")
    spreads = {name: pairs.spread([run[name] for run in runs]) for name in QUANTILES}
    fails = [f"{run['rows']:,} of {run['sent']:,} rows came" for run in runs if run["rows"] != run["sent"]]
    medians = ", ".join(f"{name} {spread['median'] * 1000:.0f}" for name, spread in spreads.items())
    return {
        "what": f"event to visible row at 2,000 rows/s for {seconds} s, p99",
        "unit": "s",
        "first": 2,
        "goal": 0.3,
        "better": "lower",
        "value": spreads["p99"],
        "fails": fails,
        "notes": [f"ms from send to commit: {medians}; the commit's own fsync (mean"
                  f" {max(run['fsync_ms'] for run in runs):.1f} ms) comes on top"],
        "latency": spreads,
        "pulse": pairs.summary(runs),
    }


QUANTILES = {"p50": 0.5, "p90": 0.9, "p99": 0.99, "max": 1}
LATENCY = (
    "select count(*), percentile_disc(array[0.5, 0.9, 0.99, 1]) within group"
    " (order by extract(epoch from pg_xact_commit_timestamp(xmin) - sent_at))"
    " from bench.moments where sent_at >= '{}'::timestamptz + interval '{} s'"
)


def latency(bench, rate, warm_up, seconds):
    """A stream that is up and warm; of each row, when it was sent and when its commit was."""
    bench.server.fresh()
    topic = f"{bench.kafka.address}/moments-{time.time_ns()}"
    send(bench, topic, "moments", 100, 1, first=1)
    with process.Running(
        pulse_run(bench, "bench.moments", topic),
        bench.server,
        {**os.environ, "PULSE_JAVA_OPTS": bench.project.java_opts},
    ) as stream:
        stored(bench, "bench.moments", 100, 120, stream)
        began = send(bench, topic, "moments", rate, warm_up + seconds, first=101)
        sent = 100 + rate * (warm_up + seconds)
        rows = stored(bench, "bench.moments", sent, 30, stream)
        measured = stream.stop(signal.SIGTERM)
    counted, values = bench.server.sql(LATENCY.format(began, warm_up))[0]
    quantiles = [float(value) for value in values.strip("{}").split(",")]
    sync = bench.server.sql("select wal_sync_time / greatest(1, wal_sync) from pg_stat_wal")[0][0]
    return {
        **measured,
        **dict(zip(QUANTILES, quantiles)),
        "sent": sent,
        "rows": rows,
        "measured_rows": int(counted),
        "fsync_ms": float(sync),
    }


def send(bench, topic, kind, rate, seconds, first):
    """Returns when the first row was sent."""
    command = bench.project.main("SendSteadily", topic, kind, rate, seconds, first, java=SENDER)
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"bench: SendSteadily failed:\n{done.stderr}")
    return done.stdout.strip()


SENDER = ("-Xmx256m", "-XX:+UseSerialGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error")


def stored(bench, table, wanted, patience, stream):
    """Waits until so many rows are there; how many are in the end."""
    rows, deadline = 0, time.monotonic() + patience
    with bench.server.session() as session:
        while rows < wanted and time.monotonic() < deadline:
            if stream.ended():
                raise SystemExit(f"bench: pulse run ended:\n{stream.output()}")
            if session.sql(f"select to_regclass('{table}')")[0][0] != "null":
                rows = int(session.sql(f"select count(*) from {table}")[0][0])
            time.sleep(0.2)
    return rows

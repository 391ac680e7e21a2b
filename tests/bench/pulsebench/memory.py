"""A stream watched for minutes: what its heap keeps, and whether it keeps up."""

import argparse
import json
import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

from pulsebench import gc, machine, process, streams
from pulsebench.project import Project
from pulsebench.server import Server
from pulsebench.service import Service

EVERY = 10
PATIENCE = 120
CATCHING_UP = 3600
STORED = "select coalesce(sum(delivered), 0) from pulse.sink_ranges"
LETTERS = "select count(*) from pulse.dead_letters"


def main(argv, about):
    args = parse(argv, about)
    project = Project()
    project.build()
    home = Path(args.work) / "home"
    server = Server(project, home)
    services = [Service(project, "kafka", home)]
    if args.sink == "elasticsearch":
        services.append(Service(project, "elasticsearch", home))
    server.start()
    try:
        for service in services:
            service.start()
            server.company.append(service.pid)
        result = watch(args, project, server, services)
        result["machine"] = machine.facts(project, server)
    finally:
        for service in services:
            service.stop()
        server.stop()
    keep(project, args, result)
    print(page(args, result))
    return 0


def watch(args, project, server, services):
    server.fresh()
    log = Path(args.work) / "gc.log"
    log.unlink(missing_ok=True)
    bench = SimpleNamespace(project=project, server=server)
    topic = f"{services[0].address}/memory-{time.time_ns()}"
    before = history(args, bench, topic)
    command = streams.pulse_run(bench, "activity.events", topic, sink(args, server, services))
    command += [f"--ledger={server.sink}", f"--aggregates={args.aggregates}", *args.flags]
    options = f"{args.java_opts} -Xlog:gc*:file={log}:uptime:filecount=0"
    with process.Running(command, server, {**os.environ, "PULSE_JAVA_OPTS": options}) as stream:
        with server.session() as session:
            wait(session, stream, before, CATCHING_UP)
            samples, behind = sampled(args, bench, topic, stream, session, before)
            stored = int(session.sql(STORED)[0][0])
            letters = int(session.sql(LETTERS)[0][0])
        histogram(args, project, stream)
        used = stream.stop(signal.SIGTERM)
    told = log.read_text()
    sent = before + args.rate * round(args.minutes * 60)
    counted = {"before": before, "sent": sent, "stored": stored, "letters": letters}
    counted |= {"behind": behind, "used": used}
    return judged(args, samples, gc.live(told), {**counted, "full_mib": gc.full(told)})


def sink(args, server, services):
    return services[1].address if args.sink == "elasticsearch" else server.sink


def history(args, bench, topic):
    """What came before: it is in the topic when the stream begins. Told: how many rows."""
    events = f"events:{args.users}"
    if not args.history:
        streams.send(bench, topic, events, 100, 1, first=1)
        return 100
    print(f"bench: sending {args.history} minutes of history ...", flush=True)
    command = bench.project.main(
        "SendHistory", topic, events, args.rate, args.history, 1, java=streams.SENDER
    )
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def sampled(args, bench, topic, stream, session, before):
    """Sends for so long, and looks; then waits for what is still on its way."""
    seconds = round(args.minutes * 60)
    command = bench.project.main(
        "SendSteadily", topic, f"events:{args.users}", args.rate, seconds, before + 1, java=streams.SENDER
    )
    sender = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    began, samples, collected = time.perf_counter(), [], 0
    while sender.poll() is None:
        try:
            sender.wait(EVERY)
        except subprocess.TimeoutExpired:
            pass
        if stream.ended():
            raise SystemExit(f"bench: pulse run ended:\n{stream.output()}")
        if time.perf_counter() - began >= collected * seconds / 2:
            collect(bench, stream)
            collected += 1
        samples.append(sample(stream, session, began))
        told = samples[-1]
        print(f"{told['at']:6.0f} s  RSS {told['rss_mib']} MiB  stored {told['stored']:,}", flush=True)
    if sender.returncode:
        raise SystemExit(f"bench: SendSteadily failed:\n{sender.stderr.read()}")
    ended = time.perf_counter()
    wait(session, stream, before + args.rate * seconds, PATIENCE)
    return samples, round(time.perf_counter() - ended, 1)


def collect(bench, stream):
    """A full collection, early and half way: what it leaves is alive, garbage that waits is not."""
    jcmd = bench.project.java.removesuffix("java") + "jcmd"
    subprocess.run([jcmd, str(stream.pid), "GC.run"], capture_output=True, text=True)


def wait(session, stream, rows, patience):
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline and not stream.ended():
        there = session.sql("select to_regclass('pulse.sink_ranges')")[0][0] != "null"
        if there and int(session.sql(STORED)[0][0]) >= rows:
            return
        time.sleep(0.2)


def sample(stream, session, began):
    with open(f"/proc/{stream.pid}/statm", encoding="utf-8") as file:
        pages = int(file.read().split()[1])
    return {
        "at": round(time.perf_counter() - began, 1),
        "up": round(time.perf_counter() - stream.began, 1),
        "rss_mib": pages * os.sysconf("SC_PAGE_SIZE") // 2**20,
        "stored": int(session.sql(STORED)[0][0]),
    }


def histogram(args, project, stream):
    """What the heap holds in the end, for who wants to know why; a full collection goes before."""
    jmap = project.java.removesuffix("java") + "jmap"
    told = subprocess.run([jmap, "-histo:live", str(stream.pid)], capture_output=True, text=True)
    (Path(args.work) / "heap.txt").write_text(told.stdout)


def judged(args, samples, live, result):
    """Beside each sample, the least that collections left since the one before."""
    last = 0
    for each in samples:
        left = [mib for at, mib in live if last < at <= each["up"]]
        each["heap_mib"] = min(left) if left else None
        last = each["up"]
    known = [(each["at"] / 60, each["heap_mib"]) for each in samples if each["heap_mib"] is not None]
    half = [point for point in known if point[0] >= args.minutes / 2]
    return {
        **result,
        "samples": samples,
        "slope_mib_per_minute": round(slope(half), 2),
        "peak_live_mib": max((mib for _, mib in known), default=0),
        "peak_rss_mib": max(each["rss_mib"] for each in samples),
    }


def slope(points):
    """Least squares."""
    if len(points) < 2:
        return 0.0
    x = sum(at for at, _ in points) / len(points)
    y = sum(mib for _, mib in points) / len(points)
    across = sum((at - x) ** 2 for at, _ in points)
    return sum((at - x) * (mib - y) for at, mib in points) / across if across else 0.0


def keep(project, args, result):
    folder = project.folder / "tests/target/bench/results"
    folder.mkdir(parents=True, exist_ok=True)
    name = f"memory-{args.sink}-{args.aggregates}.json"
    (folder / name).write_text(json.dumps(result, indent=2) + "\n")


def page(args, result):
    rows = ["", "| s | heap after collections, MiB | RSS MiB | stored | behind |", "|---|---|---|---|---|"]
    for each in result["samples"]:
        heap = "" if each["heap_mib"] is None else each["heap_mib"]
        due = min(result["sent"], round(each["at"] * args.rate) + result["before"])
        rows.append(
            f"| {each['at']:.0f} | {heap} | {each['rss_mib']} | {each['stored']:,}"
            f" | {max(0, due - each['stored']):,} |"
        )
    all_there = "all stored" if result["stored"] == result["sent"] else "**NOT ALL STORED**"
    used = result["used"]
    return "\n".join(rows) + (
        f"\n\n{args.rate:,} rows/s for {args.minutes:g} min, {args.sink}, aggregates {args.aggregates},"
        f" {args.users:,} users, {args.java_opts}, after {args.history} min of history: live heap in the second half {result['slope_mib_per_minute']:+.1f} MiB a minute,"
        f" at most {result['peak_live_mib']} MiB, after full collections,"
        f" in their order (start, half way, end) {', '.join(map(str, result['full_mib']))} MiB; RSS at most {result['peak_rss_mib']} MiB;"
        f" {result['stored']:,} of {result['sent']:,} stored ({all_there}), {result['letters']} dead letters,"
        f" {result['behind']} s after the last was sent;"
        f" CPU s: pulse {used['cpu']}, PostgreSQL {used['server_cpu']}, others {used['others_cpu']}"
    )


def parse(argv, about):
    flags = []
    if "--" in argv:
        argv, flags = argv[: argv.index("--")], argv[argv.index("--") + 1 :]
    parser = argparse.ArgumentParser(
        prog="tests/bench/memory",
        description=about,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--history", type=int, default=65, help="minutes that are in the topic before")
    parser.add_argument("--rate", type=int, default=5000, help="rows a second")
    parser.add_argument("--users", type=int, default=20_000, help="each has an open day and session")
    parser.add_argument("--sink", choices=("postgres", "elasticsearch"), default="postgres")
    parser.add_argument("--aggregates", choices=("on", "off"), default="on")
    parser.add_argument("--java-opts", default="-Xmx1g", help="PULSE_JAVA_OPTS of the stream")
    parser.add_argument("--work", default=os.path.join(tempfile.gettempdir(), "cloud-pulse-bench"))
    args = parser.parse_args(argv)
    args.flags = flags
    return args

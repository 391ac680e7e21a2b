"""The API, asked steadily while a stream is stored beside it."""

import argparse
import json
import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

from pulsebench import machine, process, streams
from pulsebench.project import Project
from pulsebench.server import Server
from pulsebench.service import Service

DATASETS = ("northwind.orders", "sports.teams", "sports.players")
SEARCHED = ("books.catalogue", "northwind.products", "northwind.customers", "crm.products")
USERS = 2_000
EVENTS = f"events:{USERS}"
EVENTS_PER_SECOND = 200
WARM = 45  # until both JVMs have compiled what they do
PATIENCE = 180
ASKER = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")  # who asks shares the cores with who answers
HISTORY = (4_000, 10, 1)  # events/s, s, number of the first: of every user something is known
STORED = "select count(distinct user_id) from activity.user_days"


def main(argv, about):
    args = parse(argv, about)
    project = Project()
    project.build()
    subprocess.run([project.pulse, "serve", "--help"], check=True, stdout=subprocess.DEVNULL)
    home = Path(args.work) / "home"
    server, kafka, search = Server(project, home), Service(project, "kafka", home), Service(project, "elasticsearch", home)
    server.start()
    try:
        for service in (kafka, search):
            server.company.append(service.start().pid)
        result = measure(args, project, server, kafka, search)
        result["machine"] = machine.facts(project, server)
    finally:
        search.stop()
        kafka.stop()
        server.stop()
    keep(project, result)
    print(page(args, result))
    return 0


def measure(args, project, server, kafka, search):
    server.fresh()
    for dataset in DATASETS:
        load(args, project, dataset, server.sink)
    for dataset in SEARCHED:
        load(args, project, dataset, f"{server.sink},{search.address}")
    bench = SimpleNamespace(project=project, server=server)
    topic = f"{kafka.address}/serving-{time.time_ns()}"
    streams.send(bench, topic, EVENTS, *HISTORY)
    with process.Running(streams.pulse_run(bench, "activity.events", topic), server) as stream:
        begun(server, stream)
        sender = subprocess.Popen(sending(args, project, topic), stdout=subprocess.DEVNULL)
        try:
            with process.Running(serve(args, project, server, search), server, server.environment) as api:
                told = ask(args, project, address(api))
                used = api.stop(signal.SIGTERM)
        finally:
            sender.kill()
            sender.wait()
        return {"rate": args.rate, "seconds": args.seconds, "told": told, "api": used, "stream": stream.stop(signal.SIGTERM)}


def load(args, project, dataset, sinks):
    file = Path(args.work) / f"{dataset}.csv"
    flags = ["--rows=1000", "--seed=1", f"--out={file}", f"--expected={file}.json"]
    subprocess.run([project.pulse, "generate", f"--dataset={dataset}", *flags], check=True)
    command = [project.pulse, "run", f"--dataset={dataset}", f"--source=files:{file}", "--quiet"]
    subprocess.run([*command, f"--sink={sinks}"], check=True)


def begun(server, stream):
    deadline = time.monotonic() + PATIENCE
    with server.session() as session:
        while session.sql("select to_regclass('activity.user_days')")[0][0] == "null" or int(session.sql(STORED)[0][0]) < USERS:
            if stream.ended() or time.monotonic() > deadline:
                raise SystemExit(f"bench: the stream stores nothing:\n{stream.output()}")
            time.sleep(0.2)


def sending(args, project, topic):
    seconds = args.seconds + WARM + PATIENCE
    return project.main("SendSteadily", topic, EVENTS, EVENTS_PER_SECOND, seconds, 1_000_000, java=streams.SENDER)


def serve(args, project, server, search):
    node = search.address.replace("elasticsearch:", "http:", 1)
    return [project.pulse, "serve", f"--database={server.url}", f"--elasticsearch={node}", "--port=0", "--rateLimit=1000000", *args.flags]


def address(api):
    deadline = time.monotonic() + PATIENCE
    while not api.output().strip():
        if api.ended() or time.monotonic() > deadline:
            raise SystemExit("bench: the API does not start")
        time.sleep(0.2)
    return api.output().split("/api/")[0]


def ask(args, project, url):
    command = project.main("AskSteadily", url, args.questions, args.rate, WARM, args.seconds, java=ASKER)
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"bench: AskSteadily failed:\n{done.stderr}")
    return done.stdout.splitlines()


def keep(project, result):
    folder = project.folder / "tests/target/bench/results"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "serving.json").write_text(json.dumps(result, indent=2) + "\n")


def page(args, result):
    used = f"the API's CPU {result['api']['cpu']} s of {result['api']['wall']} s, RSS at most {result['api']['rss_mib']} MiB"
    load = f"the stream's CPU {result['stream']['cpu']} s, PostgreSQL's {result['api']['server_cpu']} s, others' {result['api']['others_cpu']} s"
    return "\n".join([f"{args.rate:,} questions/s for {args.seconds} s", *result["told"], used, load])


def parse(argv, about):
    own, flags = argv, []
    if "--" in argv:
        own, flags = argv[: argv.index("--")], argv[argv.index("--") + 1 :]
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rate", type=int, default=1_000)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--questions", default=str(Path(__file__).with_name("questions.txt")))
    parser.add_argument("--work", default=tempfile.mkdtemp(prefix="pulse-bench-"))
    args = parser.parse_args(own)
    args.flags = flags
    os.makedirs(args.work, exist_ok=True)
    return args

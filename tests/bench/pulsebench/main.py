"""The command: which measurements, in which order, and where the results go."""

import argparse
import datetime
import os
import sys
import tempfile
from pathlib import Path

from pulsebench import budgets, flags, machine, natives, page, stages, streams
from pulsebench.data import Data
from pulsebench.project import Project
from pulsebench.results import Results
from pulsebench.server import Server
from pulsebench.service import Service

MEASUREMENTS = {
    "B1": budgets.b1,
    "B1b": budgets.b1b,
    "B2 Flink": natives.flink,
    "B2 Spark": natives.spark,
    "B3": streams.b3,
    "B4": streams.b4,
    "B5": budgets.b5,
    "B6": budgets.b6,
    "B7": budgets.b7,
    "stages": stages.measure,
}
# Only when named: a question to ask now and then, not a budget.
EXTRAS = {"flags": flags.measure}


class Bench:
    """What a measurement needs: the project, the server, the data, and how much of everything."""

    def __init__(self, args, project, server):
        self.quick = args.quick
        self.pairs = args.pairs or (1 if args.quick else 3)
        self.warm_up = not args.quick
        self.project = project
        self.server = server
        self.data = Data(project, Path(args.work) / "data")
        self.folder = Path(args.work)
        self._kafka = None

    @property
    def kafka(self):
        """A broker, started by the first that asks for it."""
        if not self._kafka:
            self._kafka = Service(self.project, "kafka", self.folder / "home").start()
            self.server.company.append(self._kafka.pid)
        return self._kafka

    def stop(self):
        if self._kafka:
            self._kafka.stop()

    def rows(self, full):
        return max(2000, full // 50) if self.quick else full

    def say(self, text):
        print(f"bench: {text}", file=sys.stderr, flush=True)


def main(argv, about):
    args = parse(argv, about)
    project = Project(args.java_opts)
    results = Results(project.folder / "tests/target/bench", args.quick)
    if not args.page:
        measure(args, project, results)
    if args.page or not args.quick:
        page.write(project.folder / "docs/benchmarks.md", results.all())
    print(page.table(results.all()))
    return 0


def measure(args, project, results):
    if args.quick:
        results.clear()  # figures of small files are of no use later
    project.build()
    server = Server(project, Path(args.work) / "home")
    server.start()
    bench = Bench(args, project, server)
    try:
        for name in args.only:
            bench.say(f"{name} ...")
            began = datetime.datetime.now(datetime.timezone.utc)
            result = {**MEASUREMENTS, **EXTRAS}[name](bench)
            result.update(
                name=name,
                date=began.strftime("%Y-%m-%d %H:%M UTC"),
                machine=machine.facts(project, server),
                pairs=bench.pairs,
                java_opts=args.java_opts,
            )
            results.keep(result)
    finally:
        bench.stop()
        server.stop()


def parse(argv, about):
    parser = argparse.ArgumentParser(
        prog="tests/bench/run",
        description=about,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names = [*MEASUREMENTS, *EXTRAS]
    told = ", ".join(dict.fromkeys(name.split()[0] for name in names))
    parser.add_argument("--only", help=f"of {told}; default: all but {', '.join(EXTRAS)}")
    parser.add_argument("--quick", action="store_true", help="small sizes")
    parser.add_argument("--pairs", type=int, help="pairs of runs of each budget (default 3)")
    parser.add_argument("--page", action="store_true", help="measure nothing")
    parser.add_argument("--java-opts", default="", help="PULSE_JAVA_OPTS of every pulse run")
    parser.add_argument(
        "--work",
        default=os.path.join(tempfile.gettempdir(), "cloud-pulse-bench"),
        help="folder of data and server, kept for the next time (default: %(default)s)",
    )
    args = parser.parse_args(argv)
    wanted = args.only.split(",") if args.only else list(MEASUREMENTS)
    for name in wanted:
        if name not in names and name not in told.split(", "):
            parser.error(f'--only was "{name}", but must be of {told}')
    # B2 is measured on each engine.
    args.only = [name for name in names if {name, name.split()[0]} & set(wanted)]
    return args

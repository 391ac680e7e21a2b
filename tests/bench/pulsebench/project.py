"""The checkout: how its programs are built and started."""

import os
import subprocess
from pathlib import Path

PACKAGES = ("bench", "transforms")
SPARK = "bench/spark"  # what needs another class path
TESTS = ("IT.java", "Test.java")  # beside the mains in their packages; need JUnit


class Project:
    def __init__(self, java_opts=""):
        self.folder = Path(__file__).resolve().parents[3]
        self.pulse = str(self.folder / "pulse")
        self.classes = self.folder / "tests/target/bench/classes"
        self.sources = self.folder / "tests/src/test/java/io/cloudpulse"
        self.java_opts = java_opts
        home = os.environ.get("JAVA_HOME")
        self.java = f"{home}/bin/java" if home else "java"

    def build(self):
        """The bundle as a user gets it, by the launcher; and beside it the benchmark's own mains."""
        subprocess.run([self.pulse, "status"], check=True, stdout=subprocess.DEVNULL)
        files = [file for package in PACKAGES for file in (self.sources / package).rglob("*.java")]
        mains = (file for file in files if not file.name.endswith(TESTS))
        self._compile(file for file in mains if SPARK not in file.as_posix())

    def build_spark(self):
        """The same of what runs on Spark: only who measures that waits for its bundle."""
        command = [self.pulse, "run", "--runner=spark", "--help"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        self._compile((self.sources / SPARK).glob("*.java"), "spark")

    def _compile(self, files, runner="flink"):
        self.classes.mkdir(parents=True, exist_ok=True)
        javac = self.java.removesuffix("java") + "javac"
        path = f"{self.classes}:{self.bundle(runner)}"
        flags = ["-proc:none", "-nowarn", "-parameters", "-cp", path, "-d", str(self.classes)]
        flags += ["-sourcepath", str(self.sources.parents[1])]  # what the tests have that they use
        subprocess.run([javac, *flags, *map(str, files)], check=True)

    def build_service(self, name):
        """A server's own bundle, by the launcher, which builds it before it says how it is used."""
        command = [self.pulse, "up", f"--services={name}", "--help"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def bundle(self, runner="flink"):
        target = self.folder / "runners-config" / runner / "target"
        names = (target / "classpath").read_text()
        return names.replace("lib/", f"{target}/lib/")

    def main(self, name, *arguments, java=(), runner="flink"):
        """The command that starts one of the benchmark's own mains."""
        path = f"{self.classes}:{self.bundle(runner)}"
        return [self.java, *java, "-cp", path, f"io.cloudpulse.bench.{name}", *map(str, arguments)]

    def dataset(self, name):
        family, kind = name.split(".")
        own = f"tests/src/test/resources/datasets/{kind}.yaml"
        shipped = f"schemas/src/main/resources/datasets/{family}/{kind}.yaml"
        return self.folder / (own if family == "bench" else shipped)

    def dependency(self, name):
        """One jar of the bundle: a reference must not pay for a class path it does not need."""
        return next(jar for jar in self.bundle().split(":") if f"/{name}-" in jar)

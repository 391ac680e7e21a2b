"""Generated files, kept from run to run: the same seed gives the same bytes."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass
class File:
    dataset: str
    path: Path
    expected: dict

    @property
    def rows(self):
        return self.expected["records"]

    @property
    def columns(self):
        with open(self.path, encoding="utf-8") as lines:
            return lines.readline().strip().split(",")


class Data:
    def __init__(self, project, folder):
        self.project = project
        self.folder = folder

    def file(self, dataset, rows, dirty="0", duplicates="0", layout=""):
        path = self.folder / f"{dataset}-{rows}-{dirty}-{duplicates}.{layout or 'csv'}"
        told = path.with_name(path.name + ".expected.json")
        # The expectations are written last: where they are, the file is whole.
        if not told.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            flags = {"rows": rows, "seed": 7, "dirty": dirty, "duplicates": duplicates, "out": path}
            flags["dataset"] = self.project.dataset(dataset)
            if layout:
                flags["layout"] = layout
            arguments = [f"--{name}={value}" for name, value in flags.items()]
            subprocess.run([self.project.pulse, "generate", *arguments], check=True)
        return File(dataset, path, json.loads(told.read_text()))

"""Raw results: one JSON file a measurement, so that each can be measured again alone."""

import json


class Results:
    def __init__(self, folder, quick):
        self.folder = folder / ("results-quick" if quick else "results")

    def clear(self):
        for file in self.folder.glob("B*.json"):
            file.unlink()

    def keep(self, result):
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / f"{result['name']}.json"
        file.write_text(json.dumps(result, indent=2) + "\n")

    def all(self):
        found = sorted(self.folder.glob("B*.json"))
        return {file.stem: json.loads(file.read_text()) for file in found}

"""The stand-in record store as a process of its own, which keeps what it has in a file and can be killed.

    python -m tests.fakes.store_process FOLDER [--port N] [--rate 0.4] [--seed 1] [--slowness 2]

In FOLDER, `refuses` names the ids that it calls invalid, `plan` the faults to begin with (one a line), `port` says
where it listens, and `kept` has a line for every statement at the moment it was stored. Started again, it knows them.
"""

import argparse
import json
import random
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tests.fakes.faults import Fault
from tests.fakes.record_store import RecordStore
from tests.fakes.server import serving

AT_RANDOM = [fault for fault in Fault if fault is not Fault.UNAUTHORISED]


class KeptStatements(dict[str, Any]):
    """Statements by id, each written to a file when it is stored."""

    def __init__(self, file: Path) -> None:
        self._file = file
        known = [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []
        super().__init__({each["id"]: each for each in known})

    def setdefault(self, key: str, default: Any = None) -> Any:
        """Store, once."""
        if key not in self:
            with self._file.open("a") as kept:
                kept.write(json.dumps(default) + "\n")
            self[key] = default
        return self[key]


class FaultyStore(RecordStore):
    """Something goes wrong with so many of its requests."""

    rate = 0.0
    chance: random.Random
    met: Counter[str]

    def fault_for(self, resource: str) -> Fault | None:
        """What was planned first, then whatever chance brings."""
        fault = super().fault_for(resource)
        if fault is None and resource != "about" and self.chance.random() < self.rate:
            fault = self.chance.choice(AT_RANDOM)
        if fault:
            self.met[fault.name] += 1
        return fault


def main() -> None:
    """Serve until somebody kills it."""
    asked = _arguments()
    folder: Path = asked.folder
    store = FaultyStore(refuses=set(_lines(folder / "refuses")))
    store.rate, store.chance, store.met = asked.rate, random.Random(asked.seed), Counter()
    store.statements = KeptStatements(folder / "kept")
    store.faults.extend(Fault[line] for line in _lines(folder / "plan"))
    with serving(store, slowness=asked.slowness, port=asked.port) as endpoint:
        (folder / "port").write_text(endpoint)
        threading.Thread(target=_report, args=(store, folder), daemon=True).start()
        sys.stdin.read()  # until whoever started it is gone


def _report(store: FaultyStore, folder: Path) -> None:
    while True:
        requests = [resource for _, resource, _ in list(store.requests)]
        told = folder / "met.new"
        told.write_text(json.dumps({"requests": len(requests), "faults": dict(store.met)}))
        told.replace(folder / "met")  # whole, for whoever reads it meanwhile
        time.sleep(0.1)


def _lines(file: Path) -> list[str]:
    return file.read_text().split() if file.exists() else []


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--rate", type=float, default=0.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slowness", type=float, default=2.0)
    return parser.parse_args()


if __name__ == "__main__":
    main()

"""Other processes of a test: a record store that can be killed, and commands of the service on the test's database."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

PATIENCE = 60  # seconds


@dataclass
class StoreProcess:
    """A record store in a process of its own. What it has stands in its folder, and outlives it."""

    folder: Path
    process: subprocess.Popen[bytes] | None = None

    def start(self, **options: Any) -> str:
        """Start it, and return its address. Started again, it listens where it did."""
        said = self.folder / "port"
        if said.exists():
            options["port"] = said.read_text().rpartition(":")[2].partition("/")[0]
            said.unlink()
        command = [sys.executable, "-m", "tests.fakes.store_process", str(self.folder)]
        command += [part for name, value in options.items() for part in (f"--{name}", str(value))]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, cwd=settings.BASE_DIR)
        wait_for(lambda: said.exists() and said.read_text())
        return said.read_text()

    def kill(self) -> None:
        """End it at once, whatever it is doing."""
        if self.process and self.process.stdin:
            self.process.kill()
            self.process.wait()
            self.process.stdin.close()

    @property
    def kept(self) -> list[str]:
        """The ids of what it stored, each as often as it did."""
        file = self.folder / "kept"
        lines = file.read_text().splitlines() if file.exists() else []
        return [json.loads(line)["id"] for line in lines]

    @property
    def met(self) -> dict[str, Any]:
        """How many requests came, and which faults."""
        file = self.folder / "met"
        return json.loads(file.read_text()) if file.exists() else {"requests": 0, "faults": {}}


def command(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    """A command of the service, started in a process of its own on the database of this test."""
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=os.environ
        | {"DATABASE_URL": _database(), "DJANGO_SETTINGS_MODULE": "training.settings.dev"}
        | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def store_environment(endpoint: str, **more: str) -> dict[str, str]:
    """What points the service at a store."""
    return {
        "XAPI_ENDPOINT": endpoint,
        "XAPI_USERNAME": "learn",
        "XAPI_PASSWORD": "secret",
        "XAPI_HOME": settings.XAPI_HOME,
    } | more


def wait_for(condition: Any) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "It never came to be."
        time.sleep(0.02)


def _database() -> str:
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()

"""The server under test: gunicorn as docs/operators.md runs it; with one worker, unless figures need more."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

THREADS = 8


@dataclass(frozen=True, slots=True)
class Server:
    """Workers that listen on a port of this machine."""

    port: int
    workers: tuple[int, ...]

    def cpu_seconds(self) -> float:
        """What the threads have used of a processor so far, in user and kernel mode: /proc has it in nanoseconds."""
        threads = [
            each for worker in self.workers for each in Path(f"/proc/{worker}/task").glob("*/schedstat")
        ]
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9

    def memory(self) -> float:
        """What they hold of the machine's memory, in MiB."""
        texts = [Path(f"/proc/{worker}/status").read_text() for worker in self.workers]
        return sum(int(text.partition("VmRSS:")[2].split()[0]) for text in texts) / 1024


@contextmanager
def serving(database: str, workers: int = 1) -> Iterator[Server]:
    """Run gunicorn on a database, and stop it afterwards."""
    port = _free_port()
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "training.wsgi",
        "--bind",
        f"127.0.0.1:{port}",
        "--workers",
        str(workers),
    ]
    command += ["--threads", str(THREADS), "--no-control-socket", "--log-level", "warning"]
    master = subprocess.Popen(command, env=os.environ | {"BENCH_DATABASE": database})
    try:
        _wait_for(port, master)
        yield Server(port, _workers_of(master, workers))
    finally:
        master.terminate()
        master.wait(timeout=30)


def _workers_of(master: subprocess.Popen[bytes], number: int, seconds: int = 30) -> tuple[int, ...]:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        children = Path(f"/proc/{master.pid}/task/{master.pid}/children").read_text().split()
        if len(children) == number:
            return tuple(int(child) for child in children)
        time.sleep(0.1)
    raise RuntimeError("Not all workers started.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, master: subprocess.Popen[bytes], seconds: int = 30) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and master.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("The server did not start.")

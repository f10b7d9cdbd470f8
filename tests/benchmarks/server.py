"""The server under test: gunicorn as docs/operators.md runs it, but with one worker, whose figures these are."""

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
    """A worker that listens on a port of this machine."""

    port: int
    worker: int

    def cpu_seconds(self) -> float:
        """What its threads have used of a processor so far, in user and kernel mode: /proc has it in nanoseconds."""
        threads = Path(f"/proc/{self.worker}/task").glob("*/schedstat")
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9

    def memory(self) -> float:
        """What it holds of the machine's memory, in MiB."""
        status = Path(f"/proc/{self.worker}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024


@contextmanager
def serving(database: str) -> Iterator[Server]:
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
        "1",
    ]
    command += ["--threads", str(THREADS), "--no-control-socket", "--log-level", "warning"]
    master = subprocess.Popen(command, env=os.environ | {"BENCH_DATABASE": database})
    try:
        _wait_for(port, master)
        children = Path(f"/proc/{master.pid}/task/{master.pid}/children").read_text().split()
        yield Server(port, int(children[0]))
    finally:
        master.terminate()
        master.wait(timeout=30)


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

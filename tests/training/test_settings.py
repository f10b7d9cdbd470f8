"""Production starts whole or not at all, and says what it wants."""

import os
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT

COMPLETE = {
    "SECRET_KEY": "k4T-" * 15,
    "ALLOWED_HOSTS": "learn.example.org",
    "DATABASE_URL": "sqlite://:memory:",
    "SITE_URL": "https://learn.example.org",
}


def start(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Start the service as an application server does, with this environment alone."""
    return subprocess.run(
        [sys.executable, "-c", "import training.wsgi"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_it_starts_with_all_it_needs() -> None:
    started = start(COMPLETE)
    assert (started.returncode, started.stderr) == (0, "")


@pytest.mark.parametrize("absent", COMPLETE)
def test_it_refuses_to_start_without(absent: str) -> None:
    refused = start({name: value for name, value in COMPLETE.items() if name != absent})
    assert refused.returncode != 0
    last_line = refused.stderr.strip().splitlines()[-1]
    assert f"Production needs these in the environment: {absent}. See docs/operators.md." in last_line


@pytest.mark.parametrize("empty", COMPLETE)
def test_empty_is_no_better_than_absent(empty: str) -> None:
    refused = start(COMPLETE | {empty: ""})
    assert refused.returncode != 0
    assert f"Production needs these in the environment: {empty}." in refused.stderr


def test_it_names_all_that_is_missing_at_once() -> None:
    assert "SECRET_KEY, ALLOWED_HOSTS, DATABASE_URL, SITE_URL" in start({}).stderr


def test_it_refuses_a_short_key() -> None:
    refused = start(COMPLETE | {"SECRET_KEY": "short"})
    assert refused.returncode != 0
    assert "SECRET_KEY must have 50 characters or more" in refused.stderr

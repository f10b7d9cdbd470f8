"""A database from before migrates forward with its data."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.migrations.snapshot import LANDED

SNAPSHOTS = sorted(LANDED.glob("*.sqlite3.gz"))


def test_there_is_a_database_from_before() -> None:
    assert SNAPSHOTS


@pytest.mark.parametrize("snapshot", SNAPSHOTS, ids=lambda path: path.name)
def test_a_database_from_before_migrates_with_its_data(snapshot: Path, tmp_path: Path) -> None:
    database = tmp_path / "before.sqlite3"
    database.write_bytes(gzip.decompress(snapshot.read_bytes()))
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{database}",
        "DJANGO_SETTINGS_MODULE": "training.settings.test",
    }
    for command in (["manage.py", "migrate", "--verbosity", "0"], ["-m", "tests.migrations.look"]):
        run = subprocess.run(
            [sys.executable, *command], env=environment, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stdout + run.stderr

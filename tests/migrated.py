"""Test databases begin as copies of one that is migrated already; only migrations that are new run again.

SQLite only: its databases are files. They are kept in `var/migrated/`, which may be removed at any time.
"""

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any

from django.conf import settings

KEPT = settings.VAR_DIR / "migrated"
MOST_KEPT = 4
PACKAGES = ("learners", "modules", "training")


def ingredients() -> dict[str, str]:
    """What a migrated database comes from: migrations, seeds and the lock file, each with its hash."""
    files = [settings.BASE_DIR / "requirements-dev.lock"]
    for package in PACKAGES:
        files += (settings.BASE_DIR / package).glob("**/migrations/*.py")
        files += (settings.BASE_DIR / package).glob("**/seed*.py")
    return {
        str(file.relative_to(settings.BASE_DIR)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(files)
    }


@contextmanager
def migrated_copies(creation: Any) -> Iterator[None]:
    """Let the creation of a SQLite test database begin with the nearest copy, and keep what comes of it."""
    begin, create = creation._create_test_db, creation.create_test_db

    def begin_with_copy(*args: Any, **kwargs: Any) -> str:
        name = begin(*args, **kwargs)
        if nearest := _nearest(ingredients()):
            for suffix in ("-wal", "-shm"):  # of a run that was killed: they would be played onto the copy
                Path(f"{name}{suffix}").unlink(missing_ok=True)
            shutil.copyfile(nearest, name)
        return str(name)

    def create_and_keep(*args: Any, **kwargs: Any) -> str:
        KEPT.mkdir(parents=True, exist_ok=True)
        with (KEPT / "lock").open("w") as lock:
            flock(lock, LOCK_EX)  # of several workers that need the same, one makes it
            before = ingredients()
            name: str = create(*args, **kwargs)
            is_new = not kwargs.get("keepdb")  # with --reuse-db, tests may have emptied it
            if is_new and before == ingredients():
                _keep(name, before)
        return name

    creation._create_test_db, creation.create_test_db = begin_with_copy, create_and_keep
    yield
    creation._create_test_db, creation.create_test_db = begin, create


def _nearest(wanted: dict[str, str]) -> Path | None:
    """The kept database that has most of what is wanted, and nothing else."""
    found = {recipe.with_suffix(".sqlite3"): json.loads(recipe.read_text()) for recipe in KEPT.glob("*.json")}
    usable = {file: made_of for file, made_of in found.items() if made_of.items() <= wanted.items()}
    return max(usable, key=lambda file: len(usable[file]), default=None)


def _keep(name: str, made_of: dict[str, str]) -> None:
    """Keep a copy of a database that was just made, and drop the oldest."""
    key = hashlib.sha256(json.dumps(made_of).encode()).hexdigest()[:16]
    file = KEPT / f"{key}.sqlite3"
    if file.exists():
        os.utime(file)
        return
    with closing(sqlite3.connect(name)) as made, closing(sqlite3.connect(file)) as copy:
        made.backup(copy)  # with what is still in the write-ahead log
    file.with_suffix(".json").write_text(json.dumps(made_of))
    for old in sorted(KEPT.glob("*.sqlite3"), key=lambda each: each.stat().st_mtime)[:-MOST_KEPT]:
        old.with_suffix(".json").unlink(missing_ok=True)
        old.unlink()

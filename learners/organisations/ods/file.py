"""A file of organisations on this machine: CSV, or a zip that holds CSV files. Streamed. Standard library only."""

import codecs
import csv
import datetime
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO

from learners.organisations.ods.rows import Row, WrongFile, rows_in

LARGEST = 1024**3  # bytes, unpacked; all organisations that ever were come to a tenth of it
CHUNK = 1024**2
UNPACKING = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)  # damaged, or with a password
Opener = Callable[[], AbstractContextManager[IO[bytes]]]


def organisations_in(path: Path, *, today: datetime.date) -> Iterator[Row]:
    """Each organisation. Raises WrongFile wherever it comes to what is none; what it gave before is void, then."""
    try:
        if zipfile.is_zipfile(path):
            yield from _in_zip(path, today)
        else:
            yield from _in_csv(path.name, lambda: path.open("rb"), path.stat().st_size, today)
    except OSError as problem:
        raise WrongFile(f"{path.name} can't be read: {problem.strerror or problem}.") from problem
    except UNPACKING as problem:
        raise WrongFile(f"{path.name} can't be unpacked: {problem}.") from problem


def _in_zip(path: Path, today: datetime.date) -> Iterator[Row]:
    with zipfile.ZipFile(path) as archive:
        members = [one for one in archive.infolist() if one.filename.lower().endswith(".csv")]
        if not members:
            raise WrongFile(f"{path.name} holds no CSV file.")
        for member in members:
            name = f"{path.name}/{Path(member.filename).name}"
            yield from _in_csv(name, lambda member=member: archive.open(member), member.file_size, today)  # type: ignore[misc]


def _in_csv(name: str, opener: Opener, size: int, today: datetime.date) -> Iterator[Row]:
    if size > LARGEST:
        raise WrongFile(f"{name} is larger than {LARGEST // 1024**2} MB: that is no list of organisations.")
    with opener() as raw:
        encoding = _encoding(raw, name)
    count = 0
    with opener() as raw, io.TextIOWrapper(raw, encoding=encoding, newline="") as text:
        try:
            for count, row in enumerate(rows_in(csv.reader(text), today=today), start=1):  # noqa: B007 (read below)
                yield row
        except (csv.Error, UnicodeDecodeError) as problem:
            raise WrongFile(f"{name} is no CSV file: {problem}.") from problem
        except WrongFile as problem:
            raise WrongFile(f"{name}: {problem}") from problem
    if not count:
        raise WrongFile(f"{name} holds no organisation.")


def _encoding(raw: IO[bytes], name: str) -> str:
    """UTF-8 where it is that, else the Windows encoding of older exports."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    is_utf_8 = True
    while chunk := raw.read(CHUNK):
        if b"\x00" in chunk:
            raise WrongFile(f"{name} is no text. Save it as CSV in UTF-8.")
        try:
            decoder.decode(chunk if is_utf_8 else b"")
        except UnicodeDecodeError:
            is_utf_8 = False
            decoder.reset()
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        is_utf_8 = False
    return "utf-8-sig" if is_utf_8 else "cp1252"

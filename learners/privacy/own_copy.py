"""A person's own copy of everything that is held of them: made while it is sent, and kept nowhere."""

import datetime
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format

from learners.holdings import Holding, Row, holdings
from learners.spreadsheets import csv_lines


@dataclass(frozen=True)
class Part:
    """One kind of thing, with everything of it that is theirs."""

    holding: Holding
    rows: list[Row]

    @property
    def headings(self) -> list[str]:
        """The headings of its table, in the order in which they come up."""
        return list(dict.fromkeys(heading for row in self.rows for heading in row))

    @property
    def table(self) -> Iterator[list[str]]:
        """Its rows as people read them."""
        for row in self.rows:
            yield [in_words(row.get(heading)) for heading in self.headings]


def parts_of(person: Any) -> list[Part]:
    """Everything that is held of a person. Nothing is sent before all of it was read."""
    return [Part(holding, list(holding.rows(person))) for holding in holdings()]


def archive(parts: list[Part]) -> Iterator[bytes]:
    """A zip file, piece by piece: one page to read, a spreadsheet for each table, and all of it for machines."""
    return _zipped(_files(parts))


def _files(parts: list[Part]) -> Iterator[tuple[str, Iterable[str]]]:
    yield (
        "my-data.html",
        [render_to_string("learners/privacy/own_copy.html", {"parts": parts, "on": timezone.now()})],
    )
    for part in parts:
        if part.rows:
            yield f"tables/{part.holding.key}.csv", csv_lines(part.headings, part.table)
    yield "my-data.json", _as_json(parts)


def _as_json(parts: list[Part]) -> Iterator[str]:
    everything = [
        {
            "key": part.holding.key,
            "title": part.holding.title,
            "why": part.holding.why,
            "how_long": part.holding.how_long,
            "rows": part.rows,
        }
        for part in parts
    ]
    yield from json.JSONEncoder.iterencode(DjangoJSONEncoder(ensure_ascii=False, indent=1), everything)


def in_words(value: Any) -> str:
    """A value as people read it: dates in British order, nothing as nothing."""
    match value:
        case None:
            return ""
        case bool():
            return "Yes" if value else "No"
        case datetime.datetime():
            return date_format(timezone.localtime(value), "j F Y, H:i")
        case datetime.date():
            return date_format(value, "j F Y")
        case Mapping() | list():
            return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
        case _:
            return str(value)


class _Pipe(io.RawIOBase):
    """A file that hands on what is written to it."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, piece: Any) -> int:
        """Keep a piece until it is taken."""
        self._pieces.append(bytes(piece))
        return len(piece)

    def taken(self) -> bytes:
        """What was written since."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def _zipped(files: Iterable[tuple[str, Iterable[str]]]) -> Iterator[bytes]:
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, lines in files:
            with archive.open(name, "w") as entry:
                for line in lines:
                    entry.write(line.encode())
                    if piece := pipe.taken():
                        yield piece
    yield pipe.taken()

"""Putting an evidence pack together: the same data and day give the same file, byte for byte."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings
from django.template.loader import render_to_string

from learners.dashboards.exports import HEADINGS, cells_of
from learners.dashboards.selectors import Place
from learners.dashboards.suppression import FEWEST
from learners.dashboards.wanted import Wanted
from learners.reports.counting_answers import EIGHT
from learners.reports.pack.contents import Contents, delivery_table, evaluation_table, needs_table
from learners.reports.pack.more import MORE
from learners.reports.pack.paper import paper_of
from learners.reports.sheets import written
from learners.spreadsheets import csv_lines
from modules.documents.typesetting import pdf
from modules.models import SiteIdentity

TABLES = {
    "needs-matrix.csv": needs_table, "delivery.csv": delivery_table, "evaluation.csv": evaluation_table,
}  # fmt: skip
PEOPLE = "people.csv"


def evidence_pack(place: Place, *, made_on: datetime.date, with_names: bool = False) -> IO[bytes]:
    """A zip, open at its beginning. Nobody's name is in it, unless they are asked for."""
    return written(partial(_pack, Contents(place, made_on), with_names))


def _pack(contents: Contents, with_names: bool, file: IO[bytes]) -> None:
    day = contents.made_on
    with ZipFile(file, "w") as pack:
        _put(pack, day, "README.txt", [_read_me(contents, with_names=with_names)])
        _put(pack, day, "evidence-pack.pdf", [pdf("evidence_pack", paper_of(contents))])
        for name, table in (TABLES | {more.file: more.table for more in MORE}).items():
            headings, rows = table(contents)
            _put(pack, day, name, _encoded(headings, rows))
        if with_names:
            _put(pack, day, PEOPLE, _encoded(HEADINGS, cells_of(contents.place, Wanted())))


def _read_me(contents: Contents, *, with_names: bool) -> bytes:
    context = {
        "site": SiteIdentity.load().name,
        "organisation": contents.place.organisation,
        "on": contents.place.on,
        "made_on": contents.made_on,
        "is_demo": settings.DEMO_MODE,
        "with_names": with_names,
        "fewest": FEWEST,
        "eight": EIGHT,
        "unknowns": contents.unknowns(),
        "more": MORE,
    }
    text = render_to_string("learners/reports/pack_readme.txt", context)
    return text.replace("\n", "\r\n").encode()


def _encoded(headings: Sequence[str], rows: Iterable[Iterable[Any]]) -> Iterator[bytes]:
    return (line.encode() for line in csv_lines(headings, rows))


def _put(pack: ZipFile, day: datetime.date, name: str, pieces: Iterable[bytes]) -> None:
    """Write one file, dated by the day on which the pack is made and not by the clock."""
    entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    with pack.open(entry, "w", force_zip64=True) as file:
        for piece in pieces:
            file.write(piece)

"""Making a report: the file that somebody takes away, read row by row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from typing import IO, Any

from django.utils.text import slugify

from learners.dashboards.exports import HEADINGS, cells_of
from learners.dashboards.selectors import Place
from learners.organisations.models import Network, Organisation
from learners.organisations.scope import Scope
from learners.reports.models import Report
from learners.reports.ordering import Order
from learners.reports.pack import evidence_pack
from learners.reports.selectors import (
    ESR_HEADINGS,
    FIGURE_HEADINGS,
    NETWORK_HEADINGS,
    esr_rows,
    figure_rows,
    network_rows,
)
from learners.reports.sheets import workbook
from learners.spreadsheets import csv_lines

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"
LINES_A_PIECE = 200

type Table = tuple[Sequence[str], Iterable[Iterable[Any]]]


@dataclass(frozen=True, slots=True)
class Made:
    """A file: its name, its kind, and what is in it, as pieces of text or open at its beginning."""

    name: str
    kind: str
    body: Iterator[str] | IO[bytes]


def make(scope: Scope, of: Organisation | Network, order: Order) -> Made:
    """Make what was asked for. Whoever calls has checked that this person may have it."""
    name = f"{slugify(str(of))}-{order.report}-{order.on:%Y-%m-%d}"
    if isinstance(of, Network):
        return _spreadsheet(name, order, (NETWORK_HEADINGS, network_rows(of, order.on)))
    place = Place(scope, of, order.on)
    if order.report == Report.PACK:
        return Made(f"{name}.zip", ZIP, evidence_pack(place, made_on=scope.on, with_names=order.with_names))
    return _spreadsheet(name, order, _table(place, order))


def _table(place: Place, order: Order) -> Table:
    match order.report:
        case Report.FIGURES:
            return FIGURE_HEADINGS, figure_rows(place, order.wanted)
        case Report.ESR:
            return ESR_HEADINGS, esr_rows(place, order.wanted)
        case _:
            return HEADINGS, cells_of(place, order.wanted)


def _spreadsheet(name: str, order: Order, table: Table) -> Made:
    headings, rows = table
    if order.is_workbook:
        return Made(f"{name}.xlsx", XLSX, workbook(order.report, headings, rows))
    return Made(f"{name}.csv", CSV, _in_pieces(csv_lines(headings, rows)))


def _in_pieces(lines: Iterator[str]) -> Iterator[str]:
    for piece in batched(lines, LINES_A_PIECE, strict=False):
        yield "".join(piece)

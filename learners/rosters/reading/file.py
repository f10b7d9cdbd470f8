"""A staff list as it was chosen: opened, looked at, and read line by line. Nothing is written down."""

import os
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import BinaryIO, Protocol

from learners.rosters.reading.columns import Column
from learners.rosters.reading.delimited import DelimitedTable
from learners.rosters.reading.heading import Heading, refuse_twins
from learners.rosters.reading.line import Line
from learners.rosters.reading.lines import LineMaker
from learners.rosters.reading.picking import Batch
from learners.rosters.reading.refusal import FileRefused
from learners.rosters.reading.sniffing import is_workbook
from learners.rosters.reading.workbook import WorkbookTable

LARGEST = 50_000_000  # bytes
MOST_ROWS = 200_000

__all__ = ["LARGEST", "MOST_ROWS", "FileRefused", "Heading", "RosterFile", "open_roster"]


class Table(Protocol):
    """A file of rows under headings, CSV or Excel."""

    heading: Heading
    total: int | None

    def picked(self, indexes: tuple[int, ...]) -> Iterator[Batch]:
        """The rows under the headings, a batch at a time: only these cells of each, and the rows that are odd."""

    def close(self) -> None:
        """Let go of what was opened."""


class RosterFile:
    """A staff list, open. `total` is about how many rows there are, where that can be known: for a progress bar."""

    def __init__(self, table: Table, *, most_rows: int = MOST_ROWS) -> None:
        self.heading = table.heading
        self.total = table.total
        self._table = table
        self._most_rows = most_rows

    def lines(self, mapping: Mapping[int, Column] | None = None) -> Iterator[Line]:
        """Each row as a line. `mapping`, if given, is a person's choice in place of the heading's own.

        Cells of other columns are dropped as rows are split. Raises FileRefused, also half way through: whoever
        writes what they read does so in one transaction.
        """
        shape = self.heading.shape
        if mapping is None and shape and not shape.is_roster:
            raise FileRefused(shape.what_it_is)
        columns = dict(self.heading.mapping if mapping is None else mapping)
        indexes, flag = tuple(columns), self.heading.prn_flag
        maker = LineMaker(list(columns.values()), flagged=flag is not None)
        for numbers, rows, odd in self.picked(indexes if flag is None else (*indexes, flag)):
            made = maker.lines(numbers, rows)
            yield from sorted((*made, *odd), key=attrgetter("number")) if odd else made

    def picked(self, indexes: tuple[int, ...]) -> Iterator[Batch]:
        """The chosen cells of each row as text, for readers of what is no staff list."""
        if any(not 0 <= index < len(self.heading.headers) for index in indexes):
            raise FileRefused("The columns of this file are not those that were chosen. Choose them again.")
        count = 0
        for batch in self._table.picked(indexes):
            count += len(batch.numbers) + len(batch.odd)
            if count > self._most_rows:
                raise FileRefused(f"This file has more than {self._most_rows:,} rows. Send it in parts.")
            yield batch

    def close(self) -> None:
        """Let go of the file. The stream stays its owner's."""
        self._table.close()

    def __enter__(self) -> "RosterFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_roster(
    stream: BinaryIO, *, name: str, largest: int = LARGEST, most_rows: int = MOST_ROWS
) -> RosterFile:
    """Open a CSV or Excel file, told by what is in it; `name` serves messages only. Raises FileRefused.

    The stream can seek, and stays open and in use until the last line is read.
    """
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    if size > largest:
        raise FileRefused(f"“{name[:80]}” is larger than {largest // 1_000_000} MB. Send it in parts.")
    table: Table = WorkbookTable(stream) if is_workbook(stream) else DelimitedTable(stream)
    refuse_twins(table.heading)
    return RosterFile(table, most_rows=most_rows)

"""Excel files: which sheet is the staff list, and its rows as text."""

from collections.abc import Iterator
from itertools import takewhile
from typing import BinaryIO

from learners.rosters.reading.archive import Archive, guarded
from learners.rosters.reading.frame import Frame
from learners.rosters.reading.heading import NO_HEADINGS, ROWS_LOOKED_AT, Heading, find_heading
from learners.rosters.reading.picking import BATCH, Batch
from learners.rosters.reading.refusal import FileRefused
from learners.rosters.reading.sheet import Row, SheetReader


class WorkbookTable:
    """The first sheet that has headings of a known shape, or else the one with the best."""

    def __init__(self, stream: BinaryIO) -> None:
        self._archive = Archive(stream)
        self._frame = guarded(lambda: Frame(self._archive))
        headings = guarded(lambda: list(self._headings()))
        if not headings:
            raise FileRefused(NO_HEADINGS)
        known = (found for found in headings if found[0].shape)
        found = next(known, None) or max(headings, key=lambda found: found[0].known)
        self.heading, self._part, last_row = found
        self.total: int | None = max(last_row - self.heading.row, 0) if last_row else None

    def _headings(self) -> Iterator[tuple[Heading, str, int | None]]:
        for name, part in self._frame.sheets.items():
            reader = self._reader(None)
            rows = reader.rows(self._archive.chunks(part))
            first = takewhile(lambda row: row[0] <= ROWS_LOOKED_AT, rows)
            heading = find_heading(((number, _across(cells)) for number, cells in first), sheet=name)
            if heading:
                yield heading, part, reader.last_row

    def _reader(self, wanted: frozenset[int] | None) -> SheetReader:
        return SheetReader(self._frame.strings, self._frame.number_text, wanted)

    def picked(self, indexes: tuple[int, ...]) -> Iterator[Batch]:
        """The rows under the headings: of each, these cells only. The others are not even put together."""
        self._archive.count_from_zero()
        written = self._reader(frozenset(indexes)).rows(self._archive.chunks(self._part))
        rows = (row for row in written if row[0] > self.heading.row)
        while batch := guarded(lambda: _batch(rows, indexes)):
            yield batch

    def close(self) -> None:
        """Let go of the archive. The stream stays open."""
        self._archive.zip.close()


def _across(cells: dict[int, str]) -> list[str]:
    return [cells.get(place, "") for place in range(max(cells) + 1)]


def _batch(rows: Iterator[Row], indexes: tuple[int, ...]) -> Batch | None:
    numbers, picked = [], []
    for number, cells in rows:
        numbers.append(number)
        picked.append(tuple([cells.get(index, "") for index in indexes]))
        if len(numbers) == BATCH:
            break
    return Batch(numbers, picked) if numbers else None

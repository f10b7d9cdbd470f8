"""Excel files: which sheet is the staff list, and its rows as text."""

import datetime
from collections.abc import Iterator
from itertools import takewhile
from typing import Any, BinaryIO

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils.datetime import from_excel
from openpyxl.xml.constants import ARC_CONTENT_TYPES, ARC_STYLE, ARC_WORKBOOK, SHARED_STRINGS

from learners.rosters.reading.archive import Archive, guarded
from learners.rosters.reading.heading import NO_HEADINGS, ROWS_LOOKED_AT, Heading, find_heading
from learners.rosters.reading.picking import BATCH, Batch
from learners.rosters.reading.refusal import FileRefused
from learners.rosters.reading.sheet import Row, SheetReader
from learners.rosters.reading.strings import shared_strings

_ARC_LINKS = "xl/_rels/workbook.xml.rels"


class WorkbookTable:
    """The first sheet that has headings of a known shape, or else the one with the best."""

    def __init__(self, stream: BinaryIO) -> None:
        self._archive = Archive(stream)
        self._archive.check_frame(ARC_CONTENT_TYPES, ARC_WORKBOOK, _ARC_LINKS, ARC_STYLE)
        self._frame = guarded(lambda: _Frame(stream, self._archive))
        headings = guarded(lambda: list(self._headings()))
        if not headings:
            raise FileRefused(NO_HEADINGS)
        known = (found for found in headings if found[0].shape)
        self.heading, self._part = next(known, None) or max(headings, key=lambda found: found[0].known)
        self.total: int | None = None

    def _headings(self) -> Iterator[tuple[Heading, str]]:
        for name, part in self._frame.sheets.items():
            first = takewhile(lambda row: row[0] <= ROWS_LOOKED_AT, self._rows(part, None))
            heading = find_heading(((number, _across(cells)) for number, cells in first), sheet=name)
            if heading:
                yield heading, part

    def _rows(self, part: str, wanted: frozenset[int] | None) -> Iterator[Row]:
        reader = SheetReader(self._frame.strings, self._frame.number_text, wanted)
        return reader.rows(self._archive.chunks(part))

    def picked(self, indexes: tuple[int, ...]) -> Iterator[Batch]:
        """The rows under the headings: of each, these cells only. The others are not even put together."""
        rows = (row for row in self._rows(self._part, frozenset(indexes)) if row[0] > self.heading.row)
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


class _Frame:
    """What openpyxl tells of a workbook before any row is read: its sheets, its texts, and which numbers are days."""

    def __init__(self, stream: BinaryIO, archive: Archive) -> None:
        reader: Any = ExcelReader(stream, read_only=True, data_only=True, keep_links=False)
        reader.read_manifest()
        reader.read_workbook()
        apply_stylesheet(reader.archive, reader.wb)
        self.sheets: dict[str, str] = {
            sheet.name: link.target
            for sheet, link in reader.parser.find_sheets()
            if sheet.state == "visible" and "chartsheet" not in link.Type and link.target in archive
        }
        texts = reader.package.find(SHARED_STRINGS)
        self.strings = shared_strings(archive.chunks(texts.PartName[1:])) if texts else []
        self._epoch = reader.wb.epoch
        self._day_styles = {str(style) for style in reader.wb._date_formats - reader.wb._timedelta_formats}

    def number_text(self, number: str, style: str) -> str:
        """A number as people see it in the sheet: a day as `2026-12-31`, a whole number without its `.0`."""
        if style in self._day_styles:
            return self._day(number)
        if number.isdigit():
            return number
        value = float(number)
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else number

    def _day(self, number: str) -> str:
        try:
            day = from_excel(float(number), self._epoch)
        except (OverflowError, ValueError):
            return number
        return str(day.date()) if isinstance(day, datetime.datetime) else number

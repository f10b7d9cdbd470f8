"""Workbooks for Excel, written row by row so that their size does not matter, and safe to open."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from learners.spreadsheets import guarded

IN_MEMORY = 1_000_000  # bytes


def workbook(title: str, headings: Sequence[str], rows: Iterable[Iterable[Any]]) -> IO[bytes]:
    """A workbook of one sheet, open at its beginning. Days and numbers stay what they are; text is never a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    sheet.append([_bold(sheet, heading) for heading in headings])
    for row in rows:
        sheet.append([_cell(value) for value in row])
    return written(book.save)


def written(write: Callable[[IO[bytes]], Any]) -> IO[bytes]:
    """What `write` writes, open at its beginning: in memory while small, else in a file that the system takes away."""
    file: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  whoever reads it closes it
    write(file)
    file.seek(0)
    return file


def _bold(sheet: Any, heading: str) -> Any:
    cell = WriteOnlyCell(sheet, value=heading)
    cell.font = Font(bold=True)
    return cell


def _cell(value: Any) -> Any:
    """Text without the characters that no workbook may hold, guarded like a cell of a CSV file."""
    if value is None or isinstance(value, int | float | datetime.date):
        return value
    return guarded(ILLEGAL_CHARACTERS_RE.sub("", str(value)))

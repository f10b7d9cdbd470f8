"""Files for spreadsheets: line by line, and safe to open."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

FORMULA_STARTS = tuple("=+-@\t\r\n")


class _Echo:
    """A file that hands back each line instead of keeping it."""

    def write(self, line: str) -> str:
        """Hand it back."""
        return line


def csv_lines(headings: Sequence[str], rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """A CSV file line by line. It opens with a byte order mark, by which Excel knows that it is UTF-8."""
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(headings)
    for row in rows:
        yield writer.writerow([guarded(cell) for cell in row])


def guarded(cell: Any) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before what looks like one."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text

"""A quick way through columns in which every cell already is its own value, as most are.

One pattern judges all cells of a column at once. It may say no where `cells.py` would say yes, and never the reverse:
whatever is not plain is judged cell by cell.
"""

import datetime
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from learners.rosters.reading.columns import Column

_LETTER = "A-Za-zÀ-ÖØ-öø-ž"  # each of them a letter, and in its one spelling
_WORD = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_NUMBER = "[0-9][0-9A-Za-z/-]{0,28}"
_NAME = rf"[{_LETTER}](?:[ '’-]?[{_LETTER}]){{0,70}}"  # noqa: RUF001
_EMAIL = rf"{_WORD}(?:\.{_WORD})*+@(?>(?:{_LABEL}\.)+[a-z][a-z0-9-]{{0,61}}[a-z0-9])"
_ISO = datetime.date.fromisoformat
_LONGEST = 150  # more than any number or name that fits its pattern; a longer address is looked at by itself
_CELLS = {
    Column.EMPLOYEE_NUMBER: _NUMBER,
    Column.ASSIGNMENT_NUMBER: _NUMBER,
    Column.FIRST_NAME: _NAME,
    Column.LAST_NAME: _NAME,
    Column.WORK_EMAIL: _EMAIL,
    Column.MANAGER_EMAIL: _EMAIL,
    Column.PRN: "[A-Za-z]{0,3}[0-9][A-Za-z0-9-]{4,16}",
}
_PATTERNS = {column: re.compile(rf"(?>(?:{cell})?+(?:\n(?:{cell})?+)*+)") for column, cell in _CELLS.items()}

_DATES = re.compile(
    r"(?:[0-9]{2}/[0-9]{2}/(?:19|20)[0-9]{2})?+(?:\n(?:[0-9]{2}/[0-9]{2}/(?:19|20)[0-9]{2})?+)*+"
)

type PlainValues = Callable[[Sequence[str]], Sequence[Any] | None]


def plain_values_of(column: Column) -> PlainValues:
    """What gives the values of many cells of this column, or None unless all of them are plain."""
    if column in {Column.START_DATE, Column.LEAVING_DATE}:
        return _dates
    pattern = _PATTERNS.get(column)
    if pattern is None:
        return lambda texts: None
    lowered = column in {Column.WORK_EMAIL, Column.MANAGER_EMAIL}

    def values(texts: Sequence[str]) -> Sequence[str] | None:
        joined = "\n".join(texts)
        if lowered:
            joined = joined.lower()
        if not pattern.fullmatch(joined) or max(map(len, texts)) > _LONGEST:
            return None
        split = joined.split("\n") if lowered else texts
        return (
            split if joined.count("\n") == len(texts) - 1 else None
        )  # a cell may hold a line end of its own

    return values


def _dates(texts: Sequence[str]) -> Sequence[datetime.date | None] | None:
    if _DATES.fullmatch("\n".join(texts)):
        with suppress(ValueError):
            return [(text and _ISO(f"{text[6:]}-{text[3:5]}-{text[:2]}")) or None for text in texts]
    return None

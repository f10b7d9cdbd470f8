"""Dates as people and their systems write them."""

import datetime
import re
from contextlib import suppress

_YEAR_FIRST = r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
_DAY_FIRST = r"(?P<d>\d{1,2})(?P<sep>[-/. ])(?P<m>\d{1,2}|[A-Za-z]{3,9})(?P=sep)(?P<y>\d{4}|\d{2})"
_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
_WRITTEN = [re.compile(pattern + _TIME, re.ASCII) for pattern in (_YEAR_FIRST, _DAY_FIRST)]
_MONTHS = """january february march april may june july august september october november december""".split()
_MONTH = {name: n for n, whole in enumerate(_MONTHS, 1) for name in (whole, whole[:3])} | {"sept": 9}
_EXCEL_DAY_0 = datetime.date(1899, 12, 30)
_SERIALS = range(14_612, 73_415)  # 1940 to 2100
END_OF_TIME = datetime.date(4712, 12, 31)  # how Oracle, and so ESR, writes "for ever"


def parse_date(text: str) -> datetime.date | None:
    """The day that a cell names, whatever its time; None if it is no date, or one before 1900 or after 2100.

    `31/12/2026`, `31-Dec-2026`, `31-Dec-26` (00 to 49 are this century, as in ESR), `2026-12-31`,
    `2026/12/31 00:00:00`, and Excel's count of days since 1900 (`46387`).
    """
    if len(text) == 10 and text[2] == text[5] == "/":  # what most files have, and the quickest way to read it
        with suppress(ValueError):
            return _likely(datetime.date.fromisoformat(f"{text[6:]}-{text[3:5]}-{text[:2]}"))
    for pattern in _WRITTEN:
        if found := pattern.fullmatch(text):
            return _day(found["y"], found["m"], found["d"])
    whole = text.partition(".")[0]
    if whole.isascii() and whole.isdigit() and len(whole) == 5 and int(whole) in _SERIALS:
        return _EXCEL_DAY_0 + datetime.timedelta(days=int(whole))
    return None


def _day(year: str, month: str, day: str) -> datetime.date | None:
    full = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 50 else 1900)
    with suppress(ValueError, KeyError):
        return _likely(
            datetime.date(full, int(month) if month.isdigit() else _MONTH[month.lower()], int(day))
        )
    return None


def _likely(date: datetime.date) -> datetime.date | None:
    return date if 1900 <= date.year <= 2100 or date == END_OF_TIME else None

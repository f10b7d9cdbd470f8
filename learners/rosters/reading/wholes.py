"""What a row must have as a whole, whatever each of its cells says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any

from learners.rosters.reading.columns import Column

type Faults = dict[int, dict[str, str]]  # place of a row → column (or columns) → what is wrong there
type Values = Mapping[str, Sequence[Any]]

_SAYS_YES = frozenset(("true", "yes", "y", "1"))


def judge_rows(values: Values, faults: Faults, count: int, flags: Sequence[str] | None) -> None:
    """Add to `faults` what is wrong with rows as wholes. `flags`: whether each has a registration number."""
    _add(faults, _nameless(values, count), "Last name is missing.", Column.LAST_NAME)
    _add(
        faults,
        _keyless(values, count),
        "Work e-mail and employee number are both missing: one of them is needed.",
        Column.WORK_EMAIL,
        Column.EMPLOYEE_NUMBER,
    )
    _add(
        faults,
        _left_before_starting(values, count),
        "Leaving date comes before the start date.",
        Column.LEAVING_DATE,
        Column.START_DATE,
    )
    _add(
        faults,
        _without_their_prn(values, flags or ()),
        "HasPRN says that there is a registration number, but PRN is empty.",
        Column.PRN,
    )


def _add(faults: Faults, places: Iterable[int], fault: str, *about: Column) -> None:
    for i in places:
        known = faults.setdefault(i, {})
        if known.keys().isdisjoint(about):  # a cell that means nothing is told of once
            known["/".join(about)] = fault


def _column(values: Values, name: Column, count: int) -> Iterable[Any]:
    return values.get(name, repeat("", count))


def _nameless(values: Values, count: int) -> Iterator[int]:
    return (i for i, name in enumerate(_column(values, Column.LAST_NAME, count)) if not name)


def _keyless(values: Values, count: int) -> Iterator[int]:
    emails = _column(values, Column.WORK_EMAIL, count)
    numbers = _column(values, Column.EMPLOYEE_NUMBER, count)
    keys = enumerate(zip(emails, numbers, strict=True))
    return (i for i, (email, number) in keys if not (email or number))


def _left_before_starting(values: Values, count: int) -> Iterator[int]:
    leaving = values.get(Column.LEAVING_DATE, ())
    days = enumerate(zip(_column(values, Column.START_DATE, count), leaving, strict=False))
    return (i for i, (start, end) in days if start and end and end < start)


def _without_their_prn(values: Values, flags: Sequence[str]) -> Iterator[int]:
    prns = _column(values, Column.PRN, len(flags))
    pairs = enumerate(zip(flags, prns, strict=False))
    return (i for i, (flag, prn) in pairs if not prn and flag.strip().lower() in _SAYS_YES)

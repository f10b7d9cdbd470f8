"""What a file says of the lines of an organisation. Standard library only.

Names are what people see; their slugs are understood.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from learners.rosters.reading.cells import clean
from learners.rosters.reading.dates import END_OF_TIME, parse_date
from learners.rosters.reading.refusal import FileRefused

COLUMNS = ("information", "role", "how", "source", "from", "to", "checked on")
NEEDED = ("information", "source", "from", "checked on")
MOST_ROWS = 5_000
EVERY_ROLE = "Every role"
LONGEST_SOURCE = 120
FORMULA_STARTS = tuple("=+-@")  # before which a file that we wrote has an apostrophe


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the matrix as plain data. `role` is empty for every role; both it and `information` are slugs."""

    information: str
    role: str
    how: str
    source: str
    starts_on: datetime.date
    ends_on: datetime.date | None
    checked_on: datetime.date

    @property
    def about(self) -> tuple[str, str, str]:
        """What it is about, whatever its days."""
        return self.information, self.role, self.source

    @property
    def key(self) -> tuple[str, str, str, datetime.date]:
        """What tells it from every other line."""
        return *self.about, self.starts_on

    def overlaps(self, other: "Line") -> bool:
        """Whether both say the same on some day, as far as either knows its last."""
        begins_in_time = self.ends_on is None or other.starts_on <= self.ends_on
        return (
            self.about == other.about
            and begins_in_time
            and (other.ends_on is None or self.starts_on <= other.ends_on)
        )

    def plain(self) -> dict[str, Any]:
        """As JSON takes it."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        days = {name: value.isoformat() for name, value in values.items() if isinstance(value, datetime.date)}
        return values | days

    @classmethod
    def read(cls, plain: Mapping[str, Any]) -> "Line":
        """From what `plain` gave."""
        days = {
            name: datetime.date.fromisoformat(plain[name]) if plain[name] else None
            for name in ("starts_on", "ends_on", "checked_on")
        }
        return cls(**{**plain, **days})


@dataclass(frozen=True, slots=True)
class Words:
    """How a file may name things: what is written, in small letters, to what it means."""

    information: Mapping[str, str]
    roles: Mapping[str, str]
    hows: Mapping[str, str]


@dataclass(slots=True)
class Reading:
    """The lines that were understood, and what is wrong with the others, by the number of the row."""

    lines: list[Line] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)


def known_columns(first_row: Iterable[str]) -> list[str]:
    """The columns that a file's first row names, of those that there are."""
    return [name for name in map(_column, first_row) if name in COLUMNS]


def _column(cell: str) -> str:
    return clean(cell.replace("_", " ")).casefold()


def heading_of(rows: Sequence[Sequence[str]]) -> list[str]:
    """The columns of a file, from its first row. Raises FileRefused with what is wrong with them."""
    names = [_column(cell) for cell in (rows[0] if rows else ())]
    if missing := [each for each in NEEDED if each not in names]:
        raise FileRefused(
            f"The first row of this file must name its columns. Missing: {', '.join(missing)}. "
            f"The columns are: {', '.join(COLUMNS)}."
        )
    if unknown := [each for each in names if each and each not in COLUMNS]:
        raise FileRefused(
            f"Nobody knows the column “{unknown[0][:40]}”. The columns are: {', '.join(COLUMNS)}."
        )
    if len(set(names) - {""}) < len([each for each in names if each]):
        raise FileRefused("Two columns of this file have the same name.")
    return names


def read(rows: Sequence[Sequence[str]], words: Words, today: datetime.date) -> Reading:
    """Read a file's rows, the heading first. Raises FileRefused if it is none of ours."""
    names, reading = heading_of(rows), Reading()
    if len(rows) > MOST_ROWS + 1:
        raise FileRefused(f"This file has more than {MOST_ROWS:,} rows.")
    numbered: list[tuple[int, Line]] = []
    for number, row in enumerate(rows[1:], start=2):
        cells = [clean(cell) for cell in row]
        if not any(cells):
            continue
        named = dict(zip(names, [*cells, *[""] * len(names)], strict=False))
        line, faults = _line(named, words, today)
        if any(cells[len(names) :]):
            faults.append("This row has more cells than there are columns")
        reading.faults += [(number, fault) for fault in faults]
        if line and not faults:
            numbered.append((number, line))
    reading.faults += _clashes(numbered)
    reading.faults.sort()
    reading.lines = [line for _, line in numbered]
    return reading


def _line(named: Mapping[str, str], words: Words, today: datetime.date) -> tuple[Line | None, list[str]]:
    """One row as a line, or what is wrong with it."""
    faults: list[str] = []
    days = {name: _day(named.get(name, ""), name, faults) for name in ("from", "to", "checked on")}
    source, about, by = (_unguarded(named.get(name, "")) for name in ("source", "information", "role"))
    information = _meant(about, words.information, "information", faults)
    role = _meant(by or EVERY_ROLE, words.roles, "role", faults)
    how = _meant(named.get("how", "") or "live", words.hows, "how", faults)
    if not source:
        faults.append("“source” is empty: say where it comes from")
    if len(source) > LONGEST_SOURCE:
        faults.append(f"“source” is longer than {LONGEST_SOURCE} letters")
    first, last, checked = days["from"], days["to"], days["checked on"]
    if first and last and last < first:
        faults.append("“to” is before “from”")
    if checked and checked > today:
        faults.append("“checked on” is still to come")
    if faults or first is None or checked is None:
        return None, faults
    return Line(information, role, how, source, first, last, checked), faults


def _meant(text: str, words: Mapping[str, str], column: str, faults: list[str]) -> str:
    meant = words.get(text.casefold())
    if meant is None:
        faults.append(f"Nobody knows the {column} “{text[:60]}”" if text else f"“{column}” is empty")
    return meant or ""


def _day(text: str, column: str, faults: list[str]) -> datetime.date | None:
    if not text:
        if column in NEEDED:
            faults.append(f"“{column}” is empty: give a day like 27/03/2026")
        return None
    day = parse_date(text)
    if day == END_OF_TIME and column == "to":  # as some systems write that nobody knows
        return None
    if day is None or day == END_OF_TIME:
        faults.append(f"“{column}” is no day: “{text[:30]}”. Write it like 27/03/2026")
    return day


def _unguarded(text: str) -> str:
    return text[1:] if text[:1] == "'" and _looks_like_formula(text) else text


def guarded(text: str) -> str:
    """A source as a file has it: an apostrophe goes before what a spreadsheet would take for a formula."""
    return f"'{text}" if _looks_like_formula(text) else text


def _looks_like_formula(text: str) -> bool:
    """Whatever apostrophes it begins with, so that reading takes away just what writing put there."""
    return text.lstrip("'").startswith(FORMULA_STARTS)


def _clashes(numbered: Iterable[tuple[int, Line]]) -> list[tuple[int, str]]:
    """Rows that say twice what can be seen on a day, from the same source, by the same role."""
    by_subject: dict[tuple[str, str, str], list[tuple[Line, int]]] = defaultdict(list)
    for number, line in numbered:
        by_subject[line.about].append((line, number))
    found = []
    for same in by_subject.values():
        same.sort(key=lambda each: (each[0].starts_on, each[1]))
        last, last_number = same[0]
        for line, number in same[1:]:
            if last.ends_on is None or line.starts_on <= last.ends_on:
                what = "says the same" if line == last else "has the same source and days that overlap"
                found.append((number, f"Row {last_number} {what}"))
            if last.ends_on is not None and (line.ends_on is None or line.ends_on > last.ends_on):
                last, last_number = line, number
    return found

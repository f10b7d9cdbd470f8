"""Lines and plans as bytes, small enough to keep in one row, and quick to read again."""

import datetime
import hashlib
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any, overload

from learners.rosters.deciding.plan import Change, Outcome, Plan, Row
from learners.rosters.reading.line import Line

type Packed = bytes | memoryview[int]  # as databases give it back

DAYS = {"starts_on", "ends_on"}
LINE_DATES = [
    number for number, field in enumerate(fields(Line)) if field.name in ("start_date", "leaving_date")
]


def pack(value: Any) -> bytes:
    """JSON, compressed."""
    return zlib.compress(json.dumps(value, separators=(",", ":"), default=_day).encode(), 1)


def unpack(packed: Packed) -> Any:
    """What was packed."""
    return json.loads(zlib.decompress(bytes(packed)))


def pack_lines(lines: Iterable[Line]) -> bytes:
    """Lines of a list."""
    names = [field.name for field in fields(Line)]
    return pack([[getattr(line, name) for name in names] for line in lines])


def unpack_lines(packed: Packed) -> list[Line]:
    """Lines of a list."""
    return [_line(values) for values in unpack(packed)]


def pack_plan(plan: Plan) -> bytes:
    """A plan."""
    rows = [
        (
            row.number,
            row.outcome,
            row.name,
            row.number_here,
            row.reason,
            row.person,
            row.membership,
            row.account,
            row.hat,
        )
        for row in plan.rows
    ]
    return pack([plan.on, plan.refusal, plan.unknown_titles, rows])


def unpack_plan(packed: Packed) -> Plan:
    """A plan."""
    on, refusal, unknown, rows = unpack(packed)
    return Plan(datetime.date.fromisoformat(on), tuple(_row(row) for row in rows), refusal, unknown)


class KeptPlan:
    """A packed plan to look at. Rows are read as they are asked for: a page shows fifty of many thousand."""

    def __init__(self, packed: Packed) -> None:
        _, self.refusal, self.unknown_titles, self._rows = unpack(packed)

    @property
    def changes_something(self) -> bool:
        """Whether there is anything to apply."""
        return any(Outcome(row[1]).writes for row in self._rows)

    def rows(self, outcome: Outcome | None, order: Sequence[Outcome]) -> "KeptRows":
        """The rows of one outcome, or of all in the given order of outcomes; then as in the file."""
        if outcome:
            return KeptRows([row for row in self._rows if row[1] == outcome])
        place = {str(each): number for number, each in enumerate(order)}
        return KeptRows(sorted(self._rows, key=lambda row: (place[row[1]], row[0] or 0)))


class KeptRows(Sequence[Row]):
    """Rows that are read when they are looked at."""

    def __init__(self, rows: list[Any]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        """One row, or some."""
        found = self._rows[place]
        return [_row(row) for row in found] if isinstance(place, slice) else _row(found)


def mark_of(plan: bytes) -> str:
    """Tells two packed plans apart."""
    return hashlib.sha256(plan).hexdigest()


def _day(value: Any) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"{type(value)} is not packed.")


def _date(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None


def _line(values: list[Any]) -> Line:
    for number in LINE_DATES:
        values[number] = _date(values[number])
    plain: list[Any] = [tuple(value) if isinstance(value, list) else value for value in values]
    return Line(*plain)


def _row(values: list[Any]) -> Row:
    *plain, account, hat = values
    number, outcome, name, number_here, reason, person, membership = plain
    return Row(
        number,
        Outcome(outcome),
        name,
        number_here,
        reason,
        person,
        membership,
        _changes(account),
        _changes(hat),
    )


def _changes(values: list[list[Any]]) -> tuple[Change, ...]:
    return tuple(
        (name, _date(before), _date(after)) if name in DAYS else (name, before, after)
        for name, before, after in values
    )

"""Lines and plans as bytes, small enough to keep in one row, and quick to read again."""

import datetime
import hashlib
import json
import zlib
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from learners.rosters.deciding.plan import Change, Outcome, Plan, Row
from learners.rosters.reading.line import Line

DAYS = {"starts_on", "ends_on"}
LINE_DATES = [
    number for number, field in enumerate(fields(Line)) if field.name in ("start_date", "leaving_date")
]


def pack(value: Any) -> bytes:
    """JSON, compressed."""
    return zlib.compress(json.dumps(value, separators=(",", ":"), default=_day).encode(), 1)


def unpack(packed: bytes) -> Any:
    """What was packed."""
    return json.loads(zlib.decompress(bytes(packed)))


def pack_lines(lines: Iterable[Line]) -> bytes:
    """Lines of a list."""
    names = [field.name for field in fields(Line)]
    return pack([[getattr(line, name) for name in names] for line in lines])


def unpack_lines(packed: bytes) -> list[Line]:
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


def unpack_plan(packed: bytes) -> Plan:
    """A plan."""
    on, refusal, unknown, rows = unpack(packed)
    return Plan(datetime.date.fromisoformat(on), tuple(_row(row) for row in rows), refusal, unknown)


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
    return Line(*[tuple(value) if isinstance(value, list) else value for value in values])


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

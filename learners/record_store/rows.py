"""Rows by few round trips: each costs more than what it asks. Plain SQL, which costs a tenth of building a query.

Several statements in one, with their values in them, is what Django's cursor sends to PostgreSQL (unless it is told to
bind them there). No signals, no `save()`.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any
from uuid import UUID

from django.db import connection, models

FEW = 16  # rows: up to here INSERT costs less than COPY, which takes two round trips a table

type Row = Sequence[Any]
type Question = tuple[str, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of values for a table. `fields` are the model's attributes, as `client_id`."""

    model: type[models.Model]
    fields: Sequence[str]
    rows: Sequence[Row]


def ask(*questions: Question) -> list[list[Row]]:
    """What each question finds: in one round trip on PostgreSQL, one after the other elsewhere.

    Each sees what was committed before it began, also where one before it had to wait.
    """
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            return [cursor.execute(*question).fetchall() for question in questions]
        cursor.execute(
            ";".join(sql for sql, _ in questions), [value for _, values in questions for value in values]
        )
        found = [cursor.fetchall()]
        while cursor.nextset():
            found.append(cursor.fetchall())
        return found


def among(names: Collection[UUID]) -> Question:
    """What stands after a column that holds one of some names: `= ANY (…)`, or `IN (…)`."""
    if connection.vendor == "postgresql":
        return "= ANY (%s::uuid[])", [f"{{{','.join(map(str, names))}}}"]
    return f"IN ({','.join(repeat('%s', len(names)))})", [name.hex for name in names]


def insert(*tables: Rows) -> None:
    """Add rows, of one table after the other: all in one round trip where they are few, else by COPY (PostgreSQL).

    Raises IntegrityError, as bulk_create does, which takes twice as long.
    """
    if connection.vendor != "postgresql":
        for each in tables:
            made = (each.model(**dict(zip(each.fields, row, strict=True))) for row in each.rows)
            each.model._default_manager.bulk_create(made)
    elif sum(len(each.rows) for each in tables) <= FEW:
        _insert_few([each for each in tables if each.rows])
    else:
        for each in tables:
            _copy(each)


def _insert_few(tables: Iterable[Rows]) -> None:
    statements, values = [], []
    for each in tables:
        row = f"({','.join(repeat('%s', len(each.fields)))})"
        statements.append(f"INSERT INTO {_into(each)} VALUES {','.join(repeat(row, len(each.rows)))}")  # noqa: S608
        values += [value for row in each.rows for value in row]
    with connection.cursor() as cursor:
        cursor.execute(";".join(statements), values)


def _copy(table: Rows) -> None:
    into = f"COPY {_into(table)} FROM STDIN"
    with connection.cursor() as cursor, connection.wrap_database_errors, cursor.copy(into) as copy:
        for row in table.rows:
            copy.write_row(row)


def _into(table: Rows) -> str:
    """The table with its columns."""
    columns = {field.attname: str(field.column) for field in table.model._meta.concrete_fields}
    quote = connection.ops.quote_name
    return f"{quote(table.model._meta.db_table)} ({', '.join(quote(columns[name]) for name in table.fields)})"

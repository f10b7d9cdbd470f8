"""Writing many rows at once: COPY on PostgreSQL, many rows to a statement elsewhere. No signals, no `save()`."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, models


def insert(model: type[models.Model], fields: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[int]:
    """Add rows and return their keys. `fields` (`team_id`, say) are given, the others have their defaults."""
    if not rows:
        return []
    if connection.vendor != "postgresql":
        made = model._default_manager.bulk_create(
            [model(**dict(zip(fields, row, strict=True))) for row in rows], batch_size=1_000
        )
        return [one.pk for one in made]
    return _copy(model, fields, rows)


def _copy(model: type[models.Model], fields: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[int]:
    columns = {field.attname: field for field in model._meta.concrete_fields}
    others = [field for name, field in columns.items() if name not in fields and not field.primary_key]
    as_json = [number for number, name in enumerate(fields) if isinstance(columns[name], models.JSONField)]
    names = ["id", *(column_of(columns[name]) for name in fields), *map(column_of, others)]
    quote = connection.ops.quote_name
    table = quote(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT nextval(pg_get_serial_sequence('{table}', 'id')) FROM generate_series(1, %s)",  # noqa: S608
            [len(rows)],
        )
        keys = [row[0] for row in cursor.fetchall()]
        with cursor.copy(f"COPY {table} ({', '.join(map(quote, names))}) FROM STDIN") as copy:
            for pk, row in zip(keys, rows, strict=True):
                values = list(row)
                for number in as_json:
                    values[number] = None if values[number] is None else json.dumps(values[number])
                copy.write_row((pk, *values, *(field.get_default() for field in others)))
    return keys


def column_of(field: models.Field[Any, Any]) -> str:
    """The name of a concrete field's column."""
    assert field.column is not None  # noqa: S101 - concrete fields have one
    return field.column


def update(model: type[models.Model], changes: Mapping[int, Mapping[str, Any]]) -> None:
    """Set the given columns of each row, by key. Rows in which the same columns change go together."""
    together: dict[tuple[str, ...], list[list[Any]]] = defaultdict(list)
    for pk, values in changes.items():
        together[tuple(values)].append([*values.values(), pk])
    quote = connection.ops.quote_name
    columns = {field.attname: column_of(field) for field in model._meta.concrete_fields}
    with connection.cursor() as cursor:
        for names, rows in together.items():
            setting = ", ".join(f"{quote(columns[name])} = %s" for name in names)
            cursor.executemany(
                f"UPDATE {quote(model._meta.db_table)} SET {setting} WHERE id = %s",  # noqa: S608 - our own names
                rows,
            )


def refresh_statistics(tables: Iterable[type[models.Model]]) -> None:
    """Tell PostgreSQL of many new rows now. Until it looks by itself, it may plan for an empty table."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for model in tables:
                cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")

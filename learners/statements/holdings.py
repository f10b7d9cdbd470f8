"""What is held of somebody as xAPI statements: the same history, under a random name."""

from collections.abc import Iterator
from typing import Any

from learners.holdings import Fate, Holding, Row, register
from learners.statements.models import Statement


def _statements(person: Any) -> Iterator[Row]:
    for statement in Statement.objects.filter(event__person=person).order_by("seq"):
        yield {"When": statement.stored, "Statement": statement.payload}


register(
    Holding(
        key="statements",
        title="The same history, for a record store",
        why="So that other systems can count what was learnt. It never has your name in it, only a random one.",
        how_long="As long as the service, or the record store, runs.",
        fate=Fate.KEPT,
        because="It names nobody. Once your name is gone here, nobody can find out whose it was.",
        rows=_statements,
        parts=("record_store.Statement", "record_store.Reference", "statements.Delivery"),
    )
)

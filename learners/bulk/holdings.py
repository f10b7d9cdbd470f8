"""What is held of what was done for many people at once."""

from collections.abc import Iterator
from typing import Any

from learners.bulk.models import BulkAction, BulkItem, Outcome
from learners.holdings import Fate, Holding, Row, Traces, register


def _done_for(person: Any) -> Iterator[Row]:
    rows = BulkItem.objects.filter(person=person, outcome=Outcome.DONE)
    rows = rows.select_related("action__organisation", "action__module")
    for row in rows.order_by("action__done_at", "pk"):
        yield {
            "Organisation": row.action.organisation.name,
            "What": row.action.get_kind_display(),
            "Module": row.action.module.title if row.action.module else "",
            "When": row.action.done_at,
            "Taken back": row.taken_back,
        }


def _forget_reasons(person: Any, traces: Traces) -> None:
    BulkAction.objects.filter(items__person=person).update(reason="")


register(
    Holding(
        key="bulk",
        title="What your managers did for you and others at once",
        why="So that what was done can be checked and taken back.",
        how_long="As long as your learning history; the reason until you are anonymised.",
        fate=Fate.BLANKED,
        because="The reason goes: it may tell who you were. That something was done stays, for those who did it.",
        rows=_done_for,
        forget=_forget_reasons,
        about=("bulk.BulkItem.person",),
        by=("bulk.BulkAction.made_by", "bulk.BulkAction.undone_by"),
    )
)

"""What a merger wrote, row by row: noted while it writes, and put back when it is undone."""

import datetime
import uuid
from collections.abc import Iterable, Iterator
from itertools import batched, groupby
from typing import Any

from django.apps import apps
from django.db.models import Model

from learners.organisations.models import Merger, MergerChange

AT_ONCE = 500
# Those that rest on others come first.
KINDS = ("pause", "membership", "appointment", "networkmembership", "team", "site", "organisation")


def model_of(kind: str) -> Any:
    """The model that a note speaks of."""
    return apps.get_model("organisations", kind)


def written(row: Model, names: Iterable[str] | None = None) -> dict[str, Any]:
    """The columns of a row (or some of them) as JSON can hold them."""
    return {
        name: str(value) if isinstance(value, datetime.date | uuid.UUID) else value
        for name in names or [field.attname for field in row._meta.concrete_fields]
        for value in [getattr(row, name)]
    }


class Ledger:
    """Notes what a merger does to rows, and saves the notes at the end."""

    def __init__(self, merger: Merger) -> None:
        self._merger = merger
        self._notes: list[MergerChange] = []

    def make(self, rows: Iterable[Model]) -> None:
        """Save drafts of one model."""
        for some in batched(rows, AT_ONCE, strict=False):
            for row in type(some[0])._base_manager.bulk_create(some):
                self._note(row, None, written(row))

    def change(self, rows: Iterable[Model], **values: Any) -> None:
        """Give rows of one model these values, by column."""
        for some in batched(rows, AT_ONCE, strict=False):
            for row in some:
                before = written(row, values)
                for name, value in values.items():
                    setattr(row, name, value)
                self._note(row, before, written(row, values))
            type(some[0])._base_manager.filter(pk__in=[row.pk for row in some]).update(**values)

    def remove(self, row: Model) -> None:
        """Delete a row that nothing rests on."""
        self._note(row, written(row), None)
        row.delete()

    def save(self) -> None:
        """Keep the notes."""
        MergerChange.objects.bulk_create(self._notes, batch_size=AT_ONCE)

    def _note(self, row: Model, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
        kind = row._meta.model_name or ""
        self._notes.append(
            MergerChange(merger=self._merger, kind=kind, row=row.pk, before=before, after=after)
        )


def notes_of(merger: Merger, kind: str) -> Iterator[tuple[MergerChange, ...]]:
    """The notes about one kind of row, newest first, some at a time."""
    notes = merger.changes.filter(kind=kind).order_by("-pk")
    return batched(list(notes), AT_ONCE, strict=False)


def put_back(merger: Merger) -> None:
    """Put back every row as it was before the merger. `undo_obstacles` says whether that is safe."""
    for kind in reversed(KINDS):
        for some in notes_of(merger, kind):
            _restore(model_of(kind), some)
    merger.moves.all().delete()
    for kind in KINDS:
        _unmake(merger, kind)
    merger.changes.all().delete()


def _restore(model: Any, notes: tuple[MergerChange, ...]) -> None:
    """Undo what was changed or removed: one statement for rows that were the same before."""
    for (before, was_removed), same in groupby(notes, lambda note: (note.before, note.after is None)):
        if before is None:
            continue
        if was_removed:
            model._base_manager.bulk_create(model(**before) for _ in same)
        else:
            model._base_manager.filter(pk__in=[note.row for note in same]).update(**before)


def _unmake(merger: Merger, kind: str) -> None:
    """Delete what was made: the newest first, and teams one by one, since one rests on another."""
    made = merger.changes.filter(kind=kind, before__isnull=True).order_by("-pk").values_list("row", flat=True)
    for keys in batched(list(made), 1 if kind == "team" else AT_ONCE, strict=False):
        model_of(kind)._base_manager.filter(pk__in=keys).delete()

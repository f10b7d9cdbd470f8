"""What has moved on since a merger, so that undoing it would lose something. Reads only."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import Model, QuerySet

from learners.organisations.merging_changes import KINDS, model_of, notes_of, written
from learners.organisations.models import Appointment, Merger, MergerChange, MergerMove

SHOWN = 20


def undo_obstacles(merger: Merger) -> list[str]:
    """Why undoing would lose something, in words: what was changed since, and what rests on it by now."""
    changed = list(_changed_since(merger))
    more = len(changed) - SHOWN
    return [
        *_later_mergers(merger),
        *changed[:SHOWN],
        *([f"And {more} more that were changed or deleted since."] if more > 0 else []),
        *_resting(merger),
    ]


def relations_to(model: type[Model]) -> list[Any]:
    """Every foreign key to a model, hidden ones too."""
    fields: Any = model._meta.get_fields(include_hidden=True)
    return [each for each in fields if each.auto_created and not each.concrete and not each.many_to_many]


def _made(merger: Merger, kind: str) -> QuerySet[MergerChange]:
    return merger.changes.filter(kind=kind, before__isnull=True)


def _later_mergers(merger: Merger) -> Iterator[str]:
    """Mergers that went on from what this one made: a hat, or an appointment that they found there."""
    made = _made(merger, "membership").values("row")
    appointed = Appointment.objects.filter(pk__in=_made(merger, "appointment").values("row"))
    later = Merger.objects.filter(applied_at__isnull=False, undone_at=None).exclude(pk=merger.pk)
    found = {
        *later.filter(moves__ended__in=made),
        *later.filter(moves__begun__in=made),
        *later.filter(
            applied_at__gte=merger.applied_at,
            successor=merger.successor_id,
            with_appointments=True,
            predecessor__appointments__person__in=appointed.values("person"),
        ),
    }
    for other in sorted(found, key=str):
        yield f"The merger of {other} came later and rests on this one. Undo that one first."


def _changed_since(merger: Merger) -> Iterator[str]:
    for kind in KINDS:
        seen: set[int] = set()
        for notes in notes_of(merger, kind):
            rows = model_of(kind)._base_manager.in_bulk([note.row for note in notes])
            for note in notes:
                if note.row not in seen and note.after is not None:
                    yield from _difference(rows.get(note.row), note)
                seen.add(note.row)  # only the newest note of a row says how it was left


def _difference(row: Any, note: MergerChange) -> Iterator[str]:
    after = note.after or {}
    if row is None:
        name = str(model_of(note.kind)._meta.verbose_name).capitalize()
        yield f"{name} number {note.row}, which the merger wrote, was deleted since."
        return
    now = written(row, after)
    names = [
        str(field.verbose_name)
        for field in row._meta.concrete_fields
        if field.attname in after and now[field.attname] != after[field.attname]
    ]
    if names:
        yield f"{row}: {', '.join(names)} changed since."


def _resting(merger: Merger) -> Iterator[str]:
    """Rows of others that rest on what the merger made, and would be lost or left hanging with it."""
    for kind in KINDS:
        made = _made(merger, kind)
        counts: dict[type[Model], int] = defaultdict(int)
        for relation in relations_to(model_of(kind)) if made.exists() else ():
            model = relation.related_model
            if model is MergerMove:
                continue  # a move of another merger is an obstacle in words of its own
            rows = model._base_manager.filter(**{f"{relation.field.name}__in": made.values("row")})
            if model._meta.app_label == "organisations":
                rows = rows.exclude(pk__in=merger.changes.filter(kind=model._meta.model_name).values("row"))
            counts[model] += rows.count()
        for model, count in counts.items():
            if count:
                yield f"{_resting_in_words(model, count)} {model_of(kind)._meta.verbose_name_plural} that it made."


def _resting_in_words(model: type[Model], count: int) -> str:
    options = model._meta
    if count == 1:
        return f"1 new {options.verbose_name} rests on"
    return f"{count} new {options.verbose_name_plural} rest on"

"""The CMS's log: what of it is somebody's, and how their name leaves it."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry, PageLogEntry

from learners.holdings import ANONYMISED, Row, Traces, holdings
from learners.people.models import User


def _fields_about() -> Iterator[tuple[type[Model], str]]:
    """Every model whose rows are about a person, and the field that says about whom."""
    yield User, "pk"
    for holding in holdings():
        for path in holding.about:
            label, _, field = path.rpartition(".")
            yield apps.get_model(label), field


def _about(person: User) -> QuerySet[ModelLogEntry]:
    """Entries on rows that are about this person."""
    theirs = Q(pk=None)
    logged = set(ModelLogEntry.objects.order_by().values_list("content_type_id", flat=True).distinct())
    for model, field in _fields_about():
        kind = ContentType.objects.get_for_model(model)
        if kind.pk in logged:
            rows = model._base_manager.filter(**{field: person.pk}).values_list("pk", flat=True)
            theirs |= Q(content_type=kind, object_id__in=[str(key) for key in rows])
    return ModelLogEntry.objects.filter(theirs)


def log_rows(person: Any) -> Iterator[Row]:
    """For one's own copy: what was done and when. Whom else it concerned is left out."""
    for entry in PageLogEntry.objects.filter(user=person).select_related("content_type"):
        yield _row(entry, "By you", entry.label)
    for entry in ModelLogEntry.objects.filter(user=person).select_related("content_type"):
        yield _row(entry, "By you", "")
    for entry in _about(person).exclude(user=person).select_related("content_type"):
        yield _row(entry, "About you", "")


def _row(entry: Any, whose: str, name: str) -> Row:
    did = registry.get_action_label(entry.action) if registry.action_exists(entry.action) else entry.action
    kind = entry.content_type.name if entry.content_type else ""
    return {"When": entry.timestamp, "": whose, "Done": str(did), "To": f"{kind} {name}".strip()}


def scrub_log(person: User, traces: Traces) -> None:
    """Take somebody out of the log. Entries about them lose their label, in case it has a name of long ago.

    A namesake's entries keep theirs, as long as what they are about is there; whoever's they are, addresses and
    numbers go.
    """
    for entry in _about(person):
        _write(entry, label=ANONYMISED, data=traces.scrubbed(entry.data))
    kinds = {ContentType.objects.get_for_model(model).pk for model, _ in _fields_about()}
    for entry in _naming(PageLogEntry, traces.all):
        _write(entry, label=traces.scrubbed(entry.label), data=traces.scrubbed(entry.data))
    for entry in _naming(ModelLogEntry, traces.all):
        is_anothers = entry.content_type_id in kinds and _is_there(entry)
        used = Traces(frozenset(), traces.addresses, traces.numbers) if is_anothers else traces
        _write(entry, label=used.scrubbed(entry.label), data=used.scrubbed(entry.data))


def _naming[Entry: (ModelLogEntry, PageLogEntry)](model: type[Entry], words: Iterable[str]) -> QuerySet[Any]:
    """Entries in which one of these words stands. JSON may write letters with accents as escapes."""
    named = Q(pk=None)
    for word in words:
        named |= Q(label__icontains=word) | Q(data__icontains=word)
        if not word.isascii():
            named |= Q(data__icontains=json.dumps(word)[1:-1])
    return model.objects.filter(named)


def _is_there(entry: ModelLogEntry) -> bool:
    model = entry.content_type.model_class() if entry.content_type else None
    return model is not None and model._base_manager.filter(pk=entry.object_id).exists()


def _write(entry: Any, **values: Any) -> None:
    """By an update: an entry that was saved again would be checked for what it was then."""
    type(entry).objects.filter(pk=entry.pk).update(**values)

"""What the store knows of activities, from the statements that tell of them."""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.conf import settings

from learners.record_store.definitions import merged
from learners.record_store.mentions import activity_key, key
from learners.record_store.models import Activity, Kind, Statement

type Json = Mapping[str, Any]


def scope_key(iri: str, organisation: UUID | None) -> UUID:
    """The name of an activity's definition as one organisation tells it, or everybody else."""
    return key("definition", str(organisation or ""), iri)


def is_own(iri: str) -> bool:
    """Whether an activity is the service's: what it is, only the service says."""
    return iri.startswith(f"{settings.XAPI_HOME}/xapi/")


def define(definitions: Iterable[Mapping[str, Json]], *, organisation: UUID | None) -> None:
    """Add what a client tells to what is known, by the definitions of each statement of a batch.

    Rows are written only where that changes them, and in one order, so that writers don't deadlock. What one
    organisation's tools say, no other organisation reads.
    """
    told: dict[UUID, tuple[str, Json]] = {}
    for statement in definitions:
        for iri, definition in statement.items():
            if not is_own(iri):
                name = scope_key(iri, organisation)
                told[name] = iri, merged(told[name][1] if name in told else {}, definition)
    if not told or not _changed(told, Activity.objects.filter(key__in=told)):
        return
    for name in sorted(told):
        iri, definition = told[name]
        text = json.dumps(definition)
        Activity.objects.bulk_create([Activity(key=name, iri=iri, definition=text)], ignore_conflicts=True)
    for row in _changed(told, Activity.objects.filter(key__in=told).select_for_update().order_by("key")):
        row.save(update_fields=["definition"])


def _changed(told: Mapping[UUID, tuple[str, Json]], rows: Any) -> list[Activity]:
    """The rows that would be others, changed; and new ones for what is not there."""
    found = {row.key: row for row in rows}
    changed = []
    for name, (iri, definition) in told.items():
        row = found.get(name)
        known = json.loads(row.definition) if row else {}
        together = merged(known, definition)
        if row is None:
            changed.append(Activity(key=name, iri=iri, definition=json.dumps(together)))
        elif together != known:
            row.definition = json.dumps(together)
            changed.append(row)
    return changed


def definition_of(iri: str, organisation: UUID | None) -> dict[str, Any]:
    """What is known of an activity: what everybody may know, and what one's own organisation said."""
    if is_own(iri):
        return _own_definition(iri)
    names = [scope_key(iri, None)] + ([scope_key(iri, organisation)] if organisation else [])
    known = dict(Activity.objects.filter(key__in=names).values_list("key", "definition"))
    together: dict[str, Any] = {}
    for name in names:
        together = merged(together, json.loads(known.get(name, "{}")))
    return together


def _own_definition(iri: str) -> dict[str, Any]:
    """What the newest of our own statements about it says. So telling of activities costs a learner nothing."""
    about = Statement.objects.filter(
        references__key=activity_key(iri), references__kind=Kind.ACTIVITY, references__depth=0
    )
    newest = about.filter(event__isnull=False).order_by("-seq").values_list("payload", flat=True).first()
    return dict(json.loads(newest)["object"].get("definition", {})) if newest else {}

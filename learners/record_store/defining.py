"""What the store knows of activities, from the statements that tell of them."""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.conf import settings

from learners.record_store.definitions import merged
from learners.record_store.mentions import activity_key, key
from learners.record_store.models import Activity, Kind, Statement
from learners.record_store.rows import Question, Row, among

type Json = Mapping[str, Any]
type Told = dict[UUID, tuple[str, Json]]
"""Definitions with the activities' IRIs, by the names of both (`scope_key`)."""


def scope_key(iri: str, organisation: UUID | None) -> UUID:
    """The name of an activity's definition as one organisation tells it, or everybody else."""
    return key("definition", str(organisation or ""), iri)


def is_own(iri: str) -> bool:
    """Whether an activity is the service's: what it is, only the service says."""
    return iri.startswith(f"{settings.XAPI_HOME}/xapi/")


def told_by(definitions: Iterable[Mapping[str, Json]], *, organisation: UUID | None) -> Told:
    """What a client tells of activities, by the definitions of each statement of a batch.

    What one organisation's tools say, no other organisation reads.
    """
    told: Told = {}
    for statement in definitions:
        for iri, definition in statement.items():
            if not is_own(iri):
                name = scope_key(iri, organisation)
                told[name] = iri, merged(told[name][1] if name in told else {}, definition)
    return told


def knowing(told: Told) -> Question:
    """What is known of those activities."""
    those, values = among(told)
    return f"SELECT key, definition FROM record_store_activity WHERE key {those}", values  # noqa: S608 (of `among`)


def adds(told: Told, found: Iterable[Row]) -> bool:
    """Whether it says anything that is not among what `knowing` found."""
    known = {UUID(str(name)): json.loads(definition) for name, definition in found}
    return any(
        name not in known or merged(known[name], definition) != known[name]
        for name, (_, definition) in told.items()
    )


def define(told: Told) -> None:
    """Add it to what is known. Only for what `adds`, and in one order, so that writers don't deadlock."""
    for name in sorted(told):
        iri, definition = told[name]
        text = json.dumps(definition)
        Activity.objects.bulk_create([Activity(key=name, iri=iri, definition=text)], ignore_conflicts=True)
    for row in Activity.objects.filter(key__in=told).select_for_update().order_by("key"):
        known = json.loads(row.definition)
        together = merged(known, told[row.key][1])
        if together != known:
            row.definition = json.dumps(together)
            row.save(update_fields=["definition"])


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

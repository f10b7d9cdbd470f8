"""Recording what was not done here: seen by somebody, declared, or accepted from elsewhere."""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.evidence.models import Correction
from learners.evidence.selectors.completions import editions_on
from learners.organisations.models import Membership, Organisation
from learners.organisations.scope import Scope
from learners.records.actions import Brought, Journey, record_brought
from learners.records.models import Completion, Evidence
from modules.models import ModulePage

NOON = datetime.time(12)
FROM_ELSEWHERE = (Evidence.OBSERVED, Evidence.SELF_DECLARED, Evidence.ACCEPTED)
"""How we may know of what was not done here."""


class AlreadyRecorded(Exception):
    """The same is in somebody's record already. Nothing was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """That somebody completed a module on a day, how we know, until when that is good, and why it is recorded."""

    person: Any
    module: ModulePage
    evidence: Evidence
    on: datetime.date
    reason: str
    expires_on: datetime.date | None = None


@transaction.atomic
def record(*, organisation: Organisation, given: Given, by: Any) -> Completion:
    """Add a completion to somebody's history. Raises AlreadyRecorded, PermissionDenied."""
    hold(organisation, by)
    refuse_strangers(organisation, [given.person])
    if _same(given):
        raise AlreadyRecorded(
            "This is in the record already: the same module, the same day, known the same way."
        )
    (completion,) = add(organisation=organisation, given=[given], by=by)
    log(organisation, "evidence.record", user=by, data={"completion": str(completion.uuid)})
    return completion


def add(*, organisation: Organisation, given: Sequence[Given], by: Any) -> list[Completion]:
    """Add any number of completions in a fixed number of queries, for an organisation that is held by `hold`."""
    editions = editions_on((each.module, each.on) for each in given)
    completions = record_brought(
        Brought(
            journey=Journey(
                person=each.person,
                organisation=organisation,
                edition=editions[each.module.pk, each.on],
                registration=uuid.uuid4(),
            ),
            at=moment_on(each.on),
            evidence=each.evidence,
            expires_on=each.expires_on,
        )
        for each in given
    )
    now = timezone.now()
    Correction.objects.bulk_create(
        Correction(
            event=completion.event, organisation=organisation, reason=each.reason.strip()[:300], by=by, at=now
        )
        for completion, each in zip(completions, given, strict=True)
    )
    return completions


def hold(organisation: Organisation, by: Any) -> None:
    """Let one administrator at a time write to an organisation's records. Raises PermissionDenied for others."""
    if not Scope.of(by).administers(organisation):
        raise PermissionDenied
    Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)


def refuse_strangers(organisation: Organisation, people: Sequence[Any]) -> None:
    """Raises PermissionDenied unless all of them work here today."""
    here = Membership.objects.in_force(on=timezone.localdate()).filter(organisation=organisation)
    keys = {person.pk for person in people}
    if here.filter(person__in=keys).order_by().values("person").distinct().count() != len(keys):
        raise PermissionDenied


def moment_on(day: datetime.date) -> datetime.datetime:
    """The moment that stands for a day: its noon, or now, if that has not come yet. Raises ValueError for tomorrow."""
    now = timezone.now()
    if day > timezone.localdate(now):
        raise ValueError("Nobody has completed anything on a day to come.")
    return min(timezone.make_aware(datetime.datetime.combine(day, NOON)), now)


def _same(given: Given) -> bool:
    rows = Completion.objects.standing().filter(
        person=given.person, module_key=given.module.translation_key, evidence=given.evidence
    )
    return any(timezone.localdate(each.completed_at) == given.on for each in rows)

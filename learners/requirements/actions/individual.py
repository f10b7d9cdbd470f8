"""Asking one thing of each of some people, and excusing them. What is taken back ends; nothing is deleted."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from learners.organisations.models import Organisation
from learners.requirements.models import Assignment, Exemption, Stirred
from modules.models import ModulePage

AT_ONCE = 1_000


@transaction.atomic
def assign(
    *, organisation: Organisation, module: ModulePage, people: Iterable[int], due_on: datetime.date, by: Any
) -> list[Assignment]:
    """Ask a module of people by a day. Gives the new assignments: none for whom it is assigned to already."""
    today = timezone.localdate()
    made = [
        Assignment(
            person_id=person,
            organisation=organisation,
            module=module,
            due_on=due_on,
            assigned_by=by,
            starts_on=today,
        )
        for person in people
    ]
    Assignment.objects.bulk_create(made, ignore_conflicts=True, batch_size=AT_ONCE)
    keys = [each.uuid for each in made]
    written = [
        row
        for first in range(0, len(keys), AT_ONCE)
        for row in Assignment.objects.filter(uuid__in=keys[first : first + AT_ONCE])
    ]
    _stir(organisation, (row.person_id for row in written))
    return written


@transaction.atomic
def exempt(
    *,
    organisation: Organisation,
    module: ModulePage | None,
    people: Iterable[int],
    until: datetime.date | None,
    reason: str,
    by: Any,
) -> list[Exemption]:
    """Excuse people from a module, or without one from whatever is asked here; from today, for a reason."""
    made = Exemption.objects.bulk_create(
        [
            Exemption(
                person_id=person,
                organisation=organisation,
                module=module,
                reason=reason,
                given_by=by,
                starts_on=timezone.localdate(),
                ends_on=until,
            )
            for person in people
        ],
        batch_size=AT_ONCE,
    )
    _stir(organisation, (row.person_id for row in made))
    return list(made)


@transaction.atomic
def withdraw(
    *, model: type[Assignment] | type[Exemption], rows: Iterable[int], organisation: Organisation
) -> list[int]:
    """Take assignments or exemptions of an organisation back. Gives the keys of those that were still open."""
    open_rows = model.objects.select_for_update().filter(
        pk__in=list(rows), organisation=organisation, withdrawn_at=None
    )
    found = dict(open_rows.values_list("pk", "person_id"))
    model.objects.filter(pk__in=found).update(withdrawn_at=timezone.now())
    _stir(organisation, found.values())
    return list(found)


def _stir(organisation: Organisation, people: Iterable[int]) -> None:
    """Rows that are written together tell no signal, so their notes are left here."""
    today = timezone.localdate()
    notes = [Stirred(organisation=organisation, person_id=person, on=today) for person in set(people)]
    Stirred.objects.bulk_create(notes, batch_size=AT_ONCE)

"""An organisation says what it asks: requirements of its own, and its network's that it adopts. Each is logged."""

import datetime
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from learners.organisations.models import Organisation
from learners.requirements.models import Adoption, Requirement


@transaction.atomic
def adopt(
    *, requirement: Requirement, organisation: Organisation, starts_on: datetime.date, by: Any
) -> Adoption:
    """Ask a network's requirement here from a day on. Adopting it again while it is open changes nothing."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    known = Adoption.objects.filter(requirement=requirement, organisation=organisation, ends_on=None).first()
    if known:
        return known
    made = Adoption(requirement=requirement, organisation=organisation, starts_on=starts_on, adopted_by=by)
    made.full_clean()
    made.save()
    data = {"requirement": str(requirement), "from": f"{starts_on}"}
    log(instance=organisation, action="requirements.adopt", user=by, data=data)
    return made


@transaction.atomic
def stop_adopting(*, adoption: Adoption, ends_on: datetime.date, by: Any) -> None:
    """Ask it here up to a day. Doing so again with the same day changes nothing."""
    held = Adoption.objects.select_for_update().get(pk=adoption.pk)
    if held.ends_on == ends_on:
        return
    held.ends_on = ends_on
    held.full_clean()
    held.save()
    data = {"requirement": str(held.requirement), "until": f"{ends_on}"}
    log(instance=held.organisation, action="requirements.stop_adopting", user=by, data=data)


@transaction.atomic
def keep_requirement(*, form: Any, by: Any) -> Requirement:
    """Write a requirement of an organisation from its valid form, new or changed."""
    is_new, changed = form.instance.pk is None, list(form.changed_data)
    requirement: Requirement = form.save()
    if is_new or changed:
        action = "requirements.add" if is_new else "requirements.change"
        data = {"requirement": str(requirement), "fields": [] if is_new else changed}
        log(instance=requirement, action=action, user=by, data=data)
    return requirement

"""People of whom something is due, and who has to be reminded of it."""

import datetime
from typing import Any

from django.utils import timezone

from learners.organisations.models import Organisation
from tests.factories.modules import ModuleFactory
from tests.factories.organisations import MembershipFactory, RequirementFactory


def due_in(days: int, *, organisation: Organisation | None = None, person: Any = None, **fields: Any) -> Any:
    """A hat of somebody of whom a module is due in so many days (less than none: it is late). `title` names it."""
    today = timezone.localdate()
    chosen = {"organisation": organisation} if organisation else {}
    chosen |= {"person": person} if person else {}
    hat = MembershipFactory(starts_on=today - datetime.timedelta(days=400), **chosen, **fields)
    asked_in(days, hat.organisation)
    return hat


def asked_in(days: int, organisation: Organisation, title: str = "Ask first") -> Any:
    """A requirement of everybody there, which is due in so many days."""
    today = timezone.localdate()
    return RequirementFactory(
        organisation=organisation,
        module=ModuleFactory(title=title),
        starts_on=today - datetime.timedelta(days=300),
        due_days=None,
        due_on=today + datetime.timedelta(days=days),
    )

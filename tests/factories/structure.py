"""Sites, pauses and mergers."""

import datetime
from typing import Any

import factory

from learners.organisations.merging import apply_merger, plan_merger
from learners.organisations.merging_plan import plan_of
from learners.organisations.models import Membership, Merger, Organisation, Pause, Site
from modules.groups import ADMINISTRATORS
from tests.factories.organisations import MembershipFactory, OrganisationFactory, days_ago
from tests.factories.people import PersonFactory

LONG_AGO = datetime.date(2020, 1, 6)
MARCH_31, APRIL, MAY = datetime.date(2026, 3, 31), datetime.date(2026, 4, 1), datetime.date(2026, 5, 1)


class SiteFactory(factory.django.DjangoModelFactory[Site]):
    """A site without a code."""

    class Meta:
        model = Site

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"Site {n}")


class PauseFactory(factory.django.DjangoModelFactory[Pause]):
    """A pause that began a week ago, until further notice."""

    class Meta:
        model = Pause

    membership = factory.SubFactory(MembershipFactory)
    starts_on = factory.LazyFunction(lambda: days_ago(7))


def keeper(**fields: Any) -> Any:
    """Somebody who keeps the organisations in the CMS, and may merge them."""
    return PersonFactory(groups=[ADMINISTRATORS], **fields)


def planned(predecessor: Organisation, successor: Organisation, on: datetime.date, **more: Any) -> Merger:
    """A merger that is planned."""
    return plan_merger(predecessor=predecessor, successor=successor, on=on, by=keeper(), **more)


def applied(predecessor: Organisation, successor: Organisation, on: datetime.date, **more: Any) -> Merger:
    """A merger that was planned, reviewed and applied."""
    merger = planned(predecessor, successor, on, **more)
    assert apply_merger(merger=merger, reviewed=plan_of(merger).digest, by=merger.planned_by)
    merger.refresh_from_db()
    return merger


def works(organisation: Organisation, person: Any = None, /, **fields: Any) -> Membership:
    """Somebody who has worked there for long."""
    who = person or PersonFactory()
    return MembershipFactory(organisation=organisation, person=who, **({"starts_on": LONG_AGO} | fields))


def hats(
    person: Any, organisation: Organisation | None = None, on: datetime.date = APRIL
) -> list[Membership]:
    """The hats that somebody wears on a day."""
    found = Membership.objects.in_force(on=on).filter(person=person).order_by("pk")
    return list(found.filter(organisation=organisation) if organisation else found)

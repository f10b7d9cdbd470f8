"""Sites, pauses and mergers."""

import datetime
from typing import Any

import factory

from learners.organisations.merging import apply_merger, plan_merger
from learners.organisations.merging_plan import plan_of
from learners.organisations.models import Merger, Organisation, Pause, Site
from modules.groups import ADMINISTRATORS
from tests.factories.organisations import MembershipFactory, OrganisationFactory, days_ago
from tests.factories.people import PersonFactory


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

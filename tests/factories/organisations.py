"""Organisations, who works in them, and what they ask."""

import datetime
from typing import Any

import factory
from django.utils import timezone

from learners.organisations.models import (
    Appointment,
    Membership,
    Network,
    NetworkMembership,
    Organisation,
    Team,
)
from learners.requirements.models import Requirement
from modules.models import Role
from tests.factories.modules import ModuleFactory
from tests.factories.people import PersonFactory


def days_ago(days: int) -> datetime.date:
    """The local day, some days back."""
    return timezone.localdate() - datetime.timedelta(days=days)


class NetworkFactory(factory.django.DjangoModelFactory[Network]):
    """A network without organisations."""

    class Meta:
        model = Network

    name = factory.Sequence(lambda n: f"Network {n}")
    slug = factory.Sequence(lambda n: f"network-{n}")


class OrganisationFactory(factory.django.DjangoModelFactory[Organisation]):
    """An organisation."""

    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Organisation {n}")
    kind = "acute"
    ods_code = factory.Sequence(lambda n: f"T{n:04d}")


class NetworkMembershipFactory(factory.django.DjangoModelFactory[NetworkMembership]):
    """An organisation in a network, for the last year."""

    class Meta:
        model = NetworkMembership

    network = factory.SubFactory(NetworkFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    starts_on = factory.LazyFunction(lambda: days_ago(365))


class TeamFactory(factory.django.DjangoModelFactory[Team]):
    """A team."""

    class Meta:
        model = Team

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"Team {n}")


class MembershipFactory(factory.django.DjangoModelFactory[Membership]):
    """A nurse who started 100 days ago."""

    class Meta:
        model = Membership

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = factory.LazyFunction(lambda: Role.objects.get(slug="nurse"))
    staff_group = "nursing"
    starts_on = factory.LazyFunction(lambda: days_ago(100))

    class Params:
        left = factory.Trait(ends_on=factory.LazyFunction(lambda: days_ago(1)))
        new_starter = factory.Trait(starts_on=factory.LazyFunction(timezone.localdate))


class AppointmentFactory(factory.django.DjangoModelFactory[Appointment]):
    """A manager of an organisation; with `network=`, the lead of a network."""

    class Meta:
        model = Appointment

    person = factory.SubFactory(PersonFactory)
    capacity = "manager"
    organisation = factory.SubFactory(OrganisationFactory)
    starts_on = factory.LazyFunction(lambda: days_ago(100))

    class Params:
        network_lead = factory.Trait(
            capacity="network_lead", organisation=None, network=factory.SubFactory(NetworkFactory)
        )
        over = factory.Trait(ends_on=factory.LazyFunction(lambda: days_ago(1)))


class RequirementFactory(factory.django.DjangoModelFactory[Requirement]):
    """A module asked of everybody within 28 days, for the last 60 days. `roles=["nurse"]` narrows it."""

    class Meta:
        model = Requirement
        skip_postgeneration_save = True

    organisation = factory.SubFactory(OrganisationFactory)
    due_days = 28
    starts_on = factory.LazyFunction(lambda: days_ago(60))

    @factory.post_generation
    def module(self, create: bool, extracted: Any, **kwargs: object) -> None:
        """The one module it asks for; a new one unless given."""
        self.modules.set([extracted or ModuleFactory(**kwargs)])

    @factory.post_generation
    def roles(self, create: bool, extracted: list[str] | None, **kwargs: object) -> None:
        """The roles it is asked of, by slug."""
        self.roles.set(Role.objects.filter(slug__in=extracted or []))

"""Reports that people are sent regularly, and names in the staff record."""

import datetime

import factory
from django.utils import timezone

from learners.reports.models import EsrCompetence, Schedule, Sending
from tests.factories.modules import ModuleFactory
from tests.factories.organisations import AppointmentFactory, OrganisationFactory, days_ago


class ScheduleFactory(factory.django.DjangoModelFactory[Schedule]):
    """Figures every week for an administrator, who asked for them 40 days ago."""

    class Meta:
        model = Schedule

    organisation = factory.SubFactory(OrganisationFactory)
    owner = factory.LazyAttribute(
        lambda made: AppointmentFactory(capacity="administrator", organisation=made.organisation).person
    )
    report = "figures"
    cadence = "weekly"
    made_at = factory.LazyFunction(lambda: timezone.now() - datetime.timedelta(days=40))


class SendingFactory(factory.django.DjangoModelFactory[Sending]):
    """A link that was sent today, as at yesterday."""

    class Meta:
        model = Sending

    schedule = factory.SubFactory(ScheduleFactory)
    day = factory.LazyFunction(lambda: days_ago(1))
    sent_at = factory.LazyFunction(timezone.now)

    class Params:
        too_old = factory.Trait(
            sent_at=factory.LazyFunction(lambda: timezone.now() - datetime.timedelta(days=14))
        )


class EsrCompetenceFactory(factory.django.DjangoModelFactory[EsrCompetence]):
    """A module as the staff record of an organisation names it."""

    class Meta:
        model = EsrCompetence

    organisation = factory.SubFactory(OrganisationFactory)
    module = factory.LazyFunction(ModuleFactory)
    vpd = "457"
    name = "Shared records core - 2 Years"

"""What managers keep, and figures of month ends."""

import datetime

import factory

from learners.dashboards.models import SavedView
from learners.organisations.models import Organisation
from learners.requirements.counting import keep_month
from learners.requirements.keeping import catch_up
from learners.requirements.models import KeptStanding
from tests.factories.organisations import OrganisationFactory
from tests.factories.people import PersonFactory


class SavedViewFactory(factory.django.DjangoModelFactory[SavedView]):
    """A view of who is late."""

    class Meta:
        model = SavedView

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"View {n}")
    query = "state=late"


def known_since(organisation: Organisation, day: datetime.date) -> None:
    """Have its standings kept as they are, as if the daily pass had known of them since that day."""
    catch_up(organisation.pk, at_most=None)
    rows = KeptStanding.objects.filter(organisation=organisation)
    rows.exclude(to_on=None).update(to_on=day - datetime.timedelta(days=1))
    rows.current().update(from_on=day)


def month_kept(organisation: Organisation, month_end: datetime.date) -> None:
    """Keep the figures of a month end, as people stand today."""
    known_since(organisation, month_end)
    assert keep_month(organisation.pk, month_end)

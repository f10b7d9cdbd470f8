"""Reading schedules, and what their links open."""

from django.core.signing import BadSignature, Signer
from django.db.models import QuerySet

from learners.organisations.models import Network, Organisation
from learners.organisations.scope import Scope
from learners.reports.models import Schedule, Sending

OPENS, STOPS = "learners.reports.opens", "learners.reports.stops"


def signed(row: Schedule | Sending) -> str:
    """What stands in a link: it says nothing of anybody, and nobody else can make it."""
    return Signer(salt=OPENS if isinstance(row, Sending) else STOPS).sign(str(row.uuid))


def sending_of(scope: Scope, link: str) -> Sending | None:
    """What a link opens for the one to whom it was sent; None for everybody else."""
    try:
        key = Signer(salt=OPENS).unsign(link)
    except BadSignature:
        return None
    found = Sending.objects.filter(uuid=key, schedule__owner=scope.person).exclude(sent_at=None)
    return found.select_related("schedule__organisation", "schedule__network", "schedule__team").first()


def schedule_to_stop(link: str) -> Schedule | None:
    """The schedule that a link in an e-mail stops."""
    try:
        key = Signer(salt=STOPS).unsign(link)
    except BadSignature:
        return None
    return Schedule.objects.filter(uuid=key).with_places().first()


def running_schedules(scope: Scope, place: Organisation | Network | None = None) -> QuerySet[Schedule]:
    """What somebody is sent regularly; of one place, where it is given."""
    found = Schedule.objects.running().filter(owner=scope.person).with_places()
    if isinstance(place, Network):
        found = found.filter(network=place)
    elif place:
        found = found.filter(organisation=place)
    return found

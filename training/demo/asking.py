"""Asking, in the demonstration: a network's suggestion that one organisation adopted, and a ward that was reminded."""

import datetime

from django.utils import timezone

from learners.bulk.actions import carry_out, choose
from learners.bulk.models import Kind
from learners.organisations.models import Appointment, Network, Organisation
from learners.organisations.scope import Scope
from learners.requirements.actions.asking import adopt
from learners.requirements.models import KeptStanding, Requirement
from learners.requirements.standing import State
from modules.models import ModulePage

WHERE = "Brackwater Hospitals"
SOME = 8


def ask_and_remind(*, network: Network, module: ModulePage) -> None:
    """Have the network suggest two things, of which one is adopted, and some who are late reminded.

    Where people stand has been worked out before.
    """
    organisation = Organisation.objects.get(name=WHERE)
    keeper = Appointment.objects.filter(organisation=organisation, capacity="administrator").first()
    if keeper is None:
        return
    today = timezone.localdate()
    adopted, _ = (
        _suggest(network, module, title, days, since=today - datetime.timedelta(days=5))
        for title, days in (("Network core, each year", 90), ("For everybody who is new", 14))
    )
    adopt(requirement=adopted, organisation=organisation, starts_on=today, by=keeper.person)
    roster = Scope.of(keeper.person).roster(organisation)
    late = KeptStanding.objects.current().filter(
        organisation=organisation, state=State.OVERDUE.value, person__in=roster.values("person")
    )
    people = list(dict.fromkeys(late.order_by("person").values_list("person_id", flat=True)))[:SOME]
    chosen = choose(organisation=organisation, kind=Kind.REMIND, people=people, by=keeper.person)
    carry_out(action=chosen, by=keeper.person)


def _suggest(
    network: Network, module: ModulePage, title: str, days: int, *, since: datetime.date
) -> Requirement:
    made = Requirement.objects.create(network=network, title=title, due_days=days, starts_on=since)
    made.modules.set([module])
    return made

"""Surveys, from planned to settled."""

import datetime
from typing import Any

from django.utils import timezone

from learners.organisations.models import Membership, Network, Organisation
from learners.surveys.actions.answering import answer
from learners.surveys.actions.opening import open_wave
from learners.surveys.actions.settling import settle
from learners.surveys.models import Instrument, Waiting, Wave
from learners.surveys.sealing import unsealed
from learners.surveys.tokens import tokens_for
from tests.factories.organisations import MembershipFactory, NetworkMembershipFactory, days_ago


def bundled() -> Instrument:
    """The one that every service begins with."""
    return Instrument.objects.get(name__startswith="Sharing records")


def survey_in(network: Network, **given: Any) -> Wave:
    """A survey that is planned: from today for 14 days."""
    return Wave.objects.create(
        **{
            "network": network,
            "instrument": bundled(),
            "title": "Before the start",
            "opens_on": timezone.localdate(),
            "closes_on": timezone.localdate() + datetime.timedelta(days=14),
        }
        | given
    )


def open_survey(network: Network, **given: Any) -> Wave:
    """One that is open."""
    wave = survey_in(network, **given)
    open_wave(wave=wave, on=max(wave.opens_on, timezone.localdate()))
    wave.refresh_from_db()
    return wave


def staff(organisation: Organisation, number: int, group: str = "nursing") -> list[Membership]:
    """So many people of a staff group."""
    return MembershipFactory.create_batch(number, organisation=organisation, staff_group=group)


def points(wave: Wave, point: int = 4, **by_number: int) -> dict[str, int]:
    """The same answer to everything, but for those by number: `_7=1`."""
    return {each["key"]: by_number.get(f"_{each['number']}", point) for each in wave.asked}


def link_to(wave: Wave, person: Any) -> str:
    """Somebody's link."""
    return tokens_for(wave, person)[0]


def answered(wave: Wave, *hats: Membership, words: str = "", **given: int) -> None:
    """These people answer: 4 to everything, unless said otherwise."""
    for hat in hats:
        said = points(wave, **given)
        answer(token=link_to(wave, hat.person), answers=said, words=words, on=timezone.localdate())


def waiting_in(wave: Wave) -> list[Waiting]:
    """What waits to be mixed, with its seal broken."""
    wave.refresh_from_db()
    return unsealed(wave, Waiting.objects.filter(wave=wave))


def closed(wave: Wave) -> Wave:
    """It is the day after the last, and its answers are counted."""
    Wave.objects.filter(pk=wave.pk).update(opens_on=days_ago(15), closes_on=days_ago(1))
    assert settle(wave=wave, on=timezone.localdate())
    wave.refresh_from_db()
    return wave


def settled_survey(organisation: Organisation, number: int = 12, **given: Any) -> Wave:
    """One that so many people of an organisation answered, in its network."""
    network = organisation.networks.first() or NetworkMembershipFactory(organisation=organisation).network
    hats = staff(organisation, number)
    wave = open_survey(network, **given)
    answered(wave, *hats)
    return closed(wave)


def survey_parts(organisation: Organisation) -> dict[str, Any]:
    """For the walk: a survey that an organisation has results of."""
    return {"survey": settled_survey(organisation).uuid}

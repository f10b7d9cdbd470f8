"""Who is asked, and whether anybody has answered."""

import datetime
from dataclasses import dataclass
from typing import Any

from learners.dashboards.suppression import ATTITUDES
from learners.organisations.models import Network
from learners.surveys.models import Answer, Part, SurveyFigure, Token, Waiting, Wave
from learners.surveys.tokens import digest_of, tokens_for


@dataclass(frozen=True, slots=True)
class Link:
    """What a link leads to."""

    wave: Wave
    was_used: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """A survey that somebody has not answered yet, with their link."""

    wave: Wave
    token: str


def link_of(token: str) -> Link | None:
    """What a link leads to; None where nobody was sent it."""
    found = Token.objects.select_related("wave__network").filter(pk=digest_of(token)).first()
    return Link(found.wave, found.was_used) if found else None


def offers_to(person: Any, on: datetime.date) -> list[Offer]:
    """What somebody is asked and has not answered. Nothing is written down. Two queries, however many surveys."""
    waves = Wave.objects.taking_answers(on=on).filter(invitations__person=person).order_by("closes_on", "pk")
    links = {digest_of(token): Offer(wave, token) for wave in waves for token in tokens_for(wave, person)}
    if not links:
        return []
    unused = set(Token.objects.filter(pk__in=links, was_used=False).values_list("pk", flat=True))
    return [offer for digest, offer in links.items() if digest in unused]


def baseline_taken(network: Network, before: datetime.date) -> bool:
    """Whether enough people to show anything of had answered in a survey of a network that opened before a day.

    With fewer, whoever looks often would see when the first of them answered.
    """
    waves = Wave.objects.filter(network=network, opened_on__lt=before)
    shown = SurveyFigure.objects.filter(wave__in=waves, part=Part.ALL, scale="", number__gt=0)
    return shown.exists() or any(_enough_answered(wave) for wave in waves.filter(settled_on=None))


def _enough_answered(wave: Wave) -> bool:
    return sum(kind.objects.filter(wave=wave).count() for kind in (Answer, Waiting)) >= ATTITUDES.fewest

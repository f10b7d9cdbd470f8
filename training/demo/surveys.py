"""Two surveys of attitudes in Fennings Vale: one before the start, one some months on."""

import datetime
import random

from django.utils import timezone

from learners.organisations.models import Membership, Network
from learners.surveys.actions.answering import answer
from learners.surveys.actions.opening import open_wave
from learners.surveys.actions.settling import settle
from learners.surveys.models import Instrument, Wave
from learners.surveys.tokens import tokens_for
from training.demo.clock import at

WAVES = (("Before the start", 240, 0.0), ("Six months on", 50, 0.55))
"""Each survey, how many days ago it opened, and by how much answers had got better."""
OPEN_FOR = 21
ANSWER = 0.6  # the share of those asked who answer
HARD = {
    "permission": 2.6,
    "when": 3.1,
    "trust": 3.2,
    "climate": 3.5,
}  # the middle of answers, barrier by barrier
WORDS = (
    "I am never sure whether I am allowed to open it for somebody who is not on my ward.",
    "There is no time at handover.",
    "The computer in the office is slow, and it asks for the password twice.",
)


def ask_for_attitudes(network: Network, *, chance: random.Random) -> None:
    """Ask, answer and settle each, with the clock at its days."""
    now = timezone.now()
    for title, days, better in WAVES:
        opened = now - datetime.timedelta(days=days)
        with at(opened):
            wave = _open(network, title)
            _answer(wave, better, chance)
        with at(opened + datetime.timedelta(days=OPEN_FOR + 1)):
            settle(wave=wave, on=timezone.localdate())


def _open(network: Network, title: str) -> Wave:
    today = timezone.localdate()
    wave = Wave.objects.create(
        network=network,
        instrument=Instrument.objects.order_by("pk")[0],
        title=title,
        opens_on=today,
        closes_on=today + datetime.timedelta(days=OPEN_FOR),
    )
    open_wave(wave=wave, on=today)
    wave.refresh_from_db()
    return wave


def _answer(wave: Wave, better: float, chance: random.Random) -> None:
    today = timezone.localdate()
    hats = Membership.objects.in_force(on=today).filter(
        organisation__network_memberships__network=wave.network_id
    )
    people = {hat.person_id: hat.person for hat in hats.select_related("person").order_by("pk")}
    for person in people.values():
        if chance.random() < ANSWER:
            words = chance.choice(WORDS) if chance.random() < 0.05 else ""
            answer(
                token=tokens_for(wave, person)[0], answers=_said(wave, better, chance), words=words, on=today
            )


def _said(wave: Wave, better: float, chance: random.Random) -> dict[str, int]:
    """What one person answers: they lean one way in all of it."""
    said, leaning = {}, chance.gauss(better, 0.7)
    for item in wave.asked:
        point = round(chance.gauss(HARD.get(item["barrier"], 3.3) + leaning, 0.7))
        point = min(5, max(1, point))
        said[item["key"]] = 6 - point if item["is_reversed"] else point
    return said

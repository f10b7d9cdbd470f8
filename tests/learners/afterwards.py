"""A module that asks for confidence and offers actions, and where its learner goes afterwards."""

import datetime
from collections.abc import Callable
from typing import Any

from django.urls import reverse

from learners.reflection.models import NextShift
from tests.factories import MembershipFactory, ModuleFactory, finish_attempt
from tests.factories.modules import block_id, line

ACTIONS = ("Before I ring, I will look.", "I will ask about letters.")
NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
A_DAY = datetime.timedelta(days=1)
SURE = "How confident are you that you can choose a good moment?"


def module_with_a_card(**fields: Any) -> Any:
    """Asks before and after, offers two actions, and has a card of one line."""
    card = [{"type": "card_line", "id": block_id("c"), "value": {"heading": "Ask", "text": "What changed?"}}]
    return ModuleFactory(
        **{
            "confidence": "choose a good moment",
            "actions": [line(text) for text in ACTIONS],
            "card_title": "Look first",
            "card": card,
        }
        | fields
    )


def of(name: str, attempt: Any) -> str:
    """An address of reflection for an attempt."""
    return reverse(f"reflection:{name}", args=[attempt.pk])


def plan(client: Any, attempt: Any, **data: Any) -> Any:
    """Send the form of the next shift."""
    return client.post(
        of("next_shift", attempt), {"level": "4", "action": "0", "wants_follow_up": "on"} | data
    )


def at(moment: datetime.datetime) -> Callable[[], datetime.datetime]:
    """A clock that stands still."""
    return lambda: moment


def planned(days: float = 30, **fields: Any) -> NextShift:
    """A plan of some days ago."""
    member = MembershipFactory(starts_on=NOON.date() - 365 * A_DAY)
    attempt = finish_attempt(member.person, ModuleFactory(title="A secret module"), member.organisation)
    made = {
        "action": "Look before I ring",
        "is_own": False,
        "chosen_at": NOON - datetime.timedelta(days=days),
    }
    return NextShift.objects.create(attempt=attempt, **(made | fields))

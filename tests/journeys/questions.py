"""Steps of somebody who answers a question of any further type, with whatever they hold in their hands."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.filling import place_of, when_i_fill
from tests.journeys.hands import MOUSE, Hands
from tests.journeys.learner import feedback_on

__all__ = ["place_of", "the", "then_i_am_told_that_it_is", "verdict_on", "when_i_fill", "when_i_send"]

VERDICTS = {"right": "Right", "partly": "Partly right", "wrong": "Not right", "noted": "Now compare"}


def the(outline: Any, kind: str) -> Any:
    """The question of a type."""
    return next(question for question in outline.questions() if question.type == kind)


def when_i_send(page: Page, question: Any, hands: Hands = MOUSE) -> None:
    """Send it, whatever stands in it."""
    hands.press(
        place_of(page, question).get_by_role(
            "button", name=re.compile("^(Check my answer|Save and compare)$")
        )
    )


def then_i_am_told_that_it_is(page: Page, question: Any, verdict: str) -> None:
    """The feedback has the focus, and says how right it was."""
    expect(feedback_on(page, question)).to_be_focused()
    heading = feedback_on(page, question).get_by_role("heading", level=3)
    expect(heading).to_have_text(VERDICTS[verdict])


def verdict_on(question: Any, answer: dict[str, Any]) -> str:
    """How right an answer is."""
    mark = question.mark(answer)
    if not mark.is_scored:
        return "noted"
    return "right" if mark.is_right else "partly" if mark.is_partly_right else "wrong"

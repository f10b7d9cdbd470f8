"""Steps of somebody who answers a question of any further type, with whatever they hold in their hands."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from modules.questions.certainty import LEVELS
from tests.journeys.hands import Hands, Keyboard
from tests.journeys.learner import MOUSE, feedback_on

VERDICTS = {"right": "Right", "partly": "Partly right", "wrong": "Not right", "noted": "Now compare"}


def the(outline: Any, kind: str) -> Any:
    """The question of a type."""
    return next(question for question in outline.questions() if question.type == kind)


def place_of(page: Page, question: Any) -> Locator:
    """Where a question stands."""
    return page.locator(f"[id='question-{question.id}'], form:has([name^='{question.id}-'])").first


def when_i_fill(page: Page, question: Any, answer: dict[str, Any], hands: Hands = MOUSE) -> None:
    """Give an answer by the words that stand beside each control, and send nothing yet."""
    place, given = place_of(page, question), question.initial(answer)
    if question.type == "short_reason":
        _write(place.get_by_label(question.prompt), given["text"], hands)
    elif question.type == "certainty":
        _tick(place, question.prompt, _text(question.options, given["chosen"]), hands)
        _tick(place, "How sure are you?", _text(LEVELS, given["sure"]), hands)
    elif question.type == "categorise":
        for item in question.items:
            _tick(place, item.text, _text(question.targets, given[item.id]), hands)
    else:
        shown = question.items if question.type == "match" else question.shown
        for item in shown:
            _pick(place.get_by_role("combobox", name=item.text, exact=True), given[item.id], hands)


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


def _text(options: Any, wanted: str) -> str:
    return next(str(option.text) for option in options if option.id == wanted)


def _tick(place: Locator, group: str, text: str, hands: Hands) -> None:
    hands.choose(place.get_by_role("group", name=group, exact=True).get_by_label(text, exact=True))


def _pick(box: Locator, value: str, hands: Hands) -> None:
    if not isinstance(hands, Keyboard):
        box.select_option(value)
        return
    hands.go_to(box)
    for _ in range(box.locator("option").count()):
        if box.input_value() == value:
            break
        box.page.keyboard.press("ArrowDown")
    expect(box).to_have_value(value)


def _write(box: Locator, words: str, hands: Hands) -> None:
    if isinstance(hands, Keyboard):
        hands.go_to(box)
        box.page.keyboard.type(words)
    else:
        box.fill(words)

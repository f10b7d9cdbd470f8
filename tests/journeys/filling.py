"""Filling in an answer of any further type, with whatever one holds in one's hands."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from modules.questions.certainty import LEVELS
from tests.journeys.hands import MOUSE, Hands, Keyboard


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
    elif question.type == "find_in_record":
        for option in given["chosen"]:
            hands.choose(place.locator(f"input[value='{option}']"))
    elif question.type == "categorise":
        for item in question.items:
            _tick(place, item.text, _text(question.targets, given[item.id]), hands)
    else:
        shown = question.items if question.type == "match" else question.shown
        for item in shown:
            _pick(place.get_by_role("combobox", name=item.text, exact=True), given[item.id], hands)


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

"""Steps of somebody who takes a module."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from modules.questions.question import Question
from modules.scenarios.paths import best_path
from tests.journeys.filling import place_of, when_i_fill
from tests.journeys.hands import MOUSE, Hands
from training.demo.answering import right_answer

CHOSEN = ("single_choice", "multiple_choice", "true_false")

Look = Callable[[Page], None]
"""What is looked at on every page in every state."""


def nothing(page: Page) -> None:
    """Look at nothing in particular."""


def button(page: Page, name: str) -> Locator:
    """A button by its words."""
    return page.get_by_role("button", name=name, exact=True)


def form_of(page: Page, question: Question) -> Locator:
    """The form that asks a question."""
    return page.locator("form", has=page.get_by_role("group", name=question.prompt, exact=True))


def answers(question: Any, *, right: bool = True) -> list[tuple[str, str]]:
    """What to choose for a right or a wrong answer: the group, and the words beside the button or box."""
    if question.type == "true_false":
        verdict = next(option for option in question.verdicts if option.is_right is right)
        reason = next(option for option in question.reasons if option.is_right is right)
        return [(question.prompt, verdict.text), ("Why?", reason.text)]
    fitting = [option.text for option in question.options if option.is_right is right]
    wanted = fitting if question.type == "multiple_choice" and right else fitting[:1]
    return [(question.prompt, text) for text in wanted]


def when_i_choose(page: Page, question: Question, *, right: bool = True, hands: Hands = MOUSE) -> None:
    """Choose an answer, and send nothing yet. Of further types, the right one."""
    if question.type not in CHOSEN:
        when_i_fill(page, question, right_answer(question), hands)
        return
    for group, text in answers(question, right=right):
        options = form_of(page, question).get_by_role("group", name=group, exact=True)
        hands.choose(options.get_by_label(text, exact=True))


def when_i_answer(page: Page, question: Question, *, right: bool = True, hands: Hands = MOUSE) -> None:
    """Answer a question in its place in a section, and meet the feedback."""
    when_i_choose(page, question, right=right, hands=hands)
    form = form_of(page, question) if question.type in CHOSEN else place_of(page, question)
    hands.press(form.get_by_role("button", name=re.compile("^(Check my answer|Save and compare)$")))
    then_i_see_feedback_on(page, question, right=right)


def then_i_see_feedback_on(page: Page, question: Question, *, right: bool) -> None:
    """The question shows what was chosen, and what came of it."""
    if question.type not in CHOSEN:
        expect(feedback_on(page, question)).to_contain_text("Right" if question.is_scored else "Now compare")
        return
    marked = page.locator(f"[id='question-{question.id}']")
    for _, text in answers(question, right=right):
        expect(marked.get_by_text(text, exact=True).first).to_be_visible()
    expect(feedback_on(page, question)).to_contain_text("Right" if right else "Not right")


def feedback_on(page: Page, question: Question) -> Locator:
    """The box that says whether an answer was right."""
    return page.locator(f"[id='question-{question.id}'] .app-feedback")


def when_i_start(page: Page, module: Any, hands: Hands = MOUSE) -> None:
    """Start a module from its overview."""
    page.goto(module.url)
    hands.press(button(page, "Start"))
    expect(page.get_by_text("Section 1 of")).to_be_visible()


def when_i_read(page: Page, outline: Any, *, hands: Hands = MOUSE, look: Look = nothing) -> None:
    """Go through every section and answer what it asks, up to the door of the check."""
    for section in outline.sections:
        expect(page.get_by_role("heading", level=1, name=section.title, exact=True)).to_be_visible()
        look(page)
        for scenario in section.scenarios:
            when_i_walk(page, scenario, hands=hands, look=look)
        for question in section.questions:
            when_i_answer(page, question, hands=hands)
            look(page)
        hands.press(page.get_by_role("button", name=re.compile("^Continue")))
    expect(page.get_by_role("heading", level=1, name="Check what you know")).to_be_visible()


def when_i_walk(page: Page, scenario: Any, *, hands: Hands = MOUSE, look: Look = nothing) -> None:
    """Go through a scenario by the best way, to its end."""
    place = page.locator(f"[id='scenario-{scenario.id}']")
    hands.press(place.get_by_role("button", name="Begin"))
    start = next(each for each in scenario.starts if not each.roles)
    for step in best_path(scenario, start.node).steps:
        expect(place.get_by_role("heading", name=step.node.title, exact=True)).to_be_visible()
        look(page)
        hands.choose(place.get_by_label(step.choice.text, exact=True))
        hands.press(place.get_by_role("button", name="Do this"))
    expect(place.get_by_role("heading", name="The best way", exact=True)).to_be_visible()
    look(page)


def when_i_sit_the_check(
    page: Page, outline: Any, *, right: bool = True, hands: Hands = MOUSE, look: Look = nothing
) -> None:
    """Begin the check, answer every question, and look the answers over."""
    hands.press(button(page, "Begin the check"))
    when_i_answer_the_check(page, outline, right=right, hands=hands, look=look)


def when_i_answer_the_check(
    page: Page, outline: Any, *, right: bool = True, hands: Hands = MOUSE, look: Look = nothing
) -> None:
    """Answer every question of the check from its first, and look the answers over."""
    for number in range(1, outline.asked + 1):
        expect(page.get_by_text(f"Question {number} of {outline.asked}").first).to_be_visible()
        question = next(each for each in outline.check if page.locator(f"[name^='{each.id}-']").count())
        look(page)
        when_i_choose(page, question, right=right, hands=hands)
        hands.press(button(page, "Save and continue"))
    expect(page.get_by_role("heading", name="Look over your answers")).to_be_visible()


def when_i_hand_in(page: Page, hands: Hands = MOUSE) -> None:
    """Hand the answers in, and meet the result."""
    hands.press(button(page, "Hand in my answers"))
    expect(page.get_by_role("heading", name="Your answers", exact=True)).to_be_visible()

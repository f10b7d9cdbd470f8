"""Steps of somebody who writes a module in the CMS, through the forms that educators see."""

import re

from playwright.sync_api import Locator, Page, expect

OPTIONS = (("About Me", "Here she tells you herself."), ("Medicines", "That says what she is given."))


def field(page: Page, name: str) -> Locator:
    """A field's part of the form."""
    return page.get_by_role("region", name=re.compile(rf"^{name}\b"))


def when_i_turn_to(page: Page, tab: str) -> None:
    """Open a tab of the form."""
    wanted = page.get_by_role("tab", name=re.compile(f"^{tab}"))
    wanted.click()
    expect(wanted).to_have_attribute("aria-selected", "true")


def insert(stream: Locator, kind: str = "") -> None:
    """Add a block at the end of a stream, of a kind where there are several."""
    stream.get_by_role("button", name="Insert a block").last.click()
    if kind:
        stream.page.get_by_role("option", name=kind, exact=True).click()


def rich_text(place: Locator, words: str) -> None:
    """Type running text."""
    box = place.locator("[contenteditable=true]")
    box.click()
    box.press_sequentially(words)


def when_i_write_a_section(page: Page) -> None:
    """A title, a paragraph, and a question with two options."""
    insert(field(page, "Sections"))
    section = page.get_by_role("region", name=re.compile("^Section( |$)"))
    section.get_by_role("textbox", name="Title*").fill("Where to look")
    section.get_by_role("button", name="Insert a block").click()
    page.get_by_role("option", name="Text", exact=True).click()
    rich_text(section.get_by_role("region", name=re.compile("^Text")), "Look before you ring.")
    section.get_by_role("button", name="Insert a block").last.click()
    page.get_by_role("option", name="Single choice", exact=True).click()
    when_i_write_a_question(section, "Which row tells you how to speak with Win?")


def when_i_write_a_check(page: Page) -> None:
    """One question."""
    insert(field(page, "Check at the end"), "Single choice")
    when_i_write_a_question(field(page, "Check at the end"), "Which row tells you what matters to her?")


def when_i_write_a_question(place: Locator, words: str) -> None:
    """A question of which the first option is right."""
    question = place.get_by_role("region", name=re.compile("^Single choice"))
    question.get_by_role("textbox", name="Question*").fill(words)
    question.get_by_role("spinbutton", name="Outcome").fill("1")
    question.get_by_role("combobox", name="Skill*").select_option("How it helps")
    rich_text(question, "So that she need not repeat it.")
    for number, (text, feedback) in enumerate(OPTIONS):
        if question.get_by_role("textbox", name="Text*").count() <= number:
            question.get_by_role("button", name="Add", exact=True).last.click()
        question.get_by_role("textbox", name="Text*").nth(number).fill(text)
        question.get_by_role("textbox", name="Feedback*").nth(number).fill(feedback)
    question.get_by_role("checkbox", name="This is right").first.check()


def when_i_say_what_it_is_about(page: Page) -> None:
    """For whom, when and when not, how it helps, what one can do after it, and what it rests on."""
    when_i_turn_to(page, "About the module")
    page.get_by_role("checkbox", name="Nurse", exact=True).check()
    page.get_by_role("checkbox", name="Medicines", exact=True).check()
    when = page.get_by_role("region", name="When", exact=True)
    when.get_by_role("button", name="Insert a block").last.click()
    when.get_by_role("button", name="Insert a block").first.click()
    for number, words in enumerate(("Before you ring round", "Out of interest")):
        when.get_by_role("textbox").nth(number).fill(words)
    insert(field(page, "How it helps"))
    when_i_choose_the_role(page, "Nurse")
    field(page, "How it helps").get_by_role("textbox", name="Text*").fill("You ask less.")
    insert(field(page, "Outcomes"))
    field(page, "Outcomes").get_by_role("textbox").fill("Say where to look first")
    basis = field(page, "What it rests on")
    insert(basis)
    basis.get_by_role("textbox", name="Title*").fill("About Me")
    basis.get_by_role("textbox", name="Publisher*").fill("Professional Record Standards Body")
    when_i_give_a_day(basis.get_by_role("textbox", name="Review by*"), "2099-01-31")


def when_i_give_a_day(box: Locator, day: str) -> None:
    """Type it, and leave the calendar that opens for it."""
    calendar = box.page.locator(".xdsoft_datetimepicker:visible")
    box.fill(day)
    expect(calendar).to_have_count(1)
    box.press("Tab")
    expect(calendar).to_have_count(0)


def when_i_choose_the_role(page: Page, name: str) -> None:
    """Through the chooser."""
    page.get_by_role("button", name="Choose role").click()
    page.get_by_role("dialog").get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def when_i_say_what_changed(page: Page, words: str) -> None:
    """The change note."""
    when_i_turn_to(page, "What changed")
    page.get_by_role("tabpanel").get_by_role("textbox", name="What changed").fill(words)


def when_i_submit_it(page: Page) -> None:
    """Ask for the clinical review."""
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Submit to Clinical review").click()


def then_i_am_told(place: Locator, message: str) -> None:
    """A message stands beside a field."""
    expect(place.get_by_text(message, exact=True)).to_be_visible()

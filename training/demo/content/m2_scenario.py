"""M2, section 6: the scenario "Just a quick look", a week in which three people open a record."""

from training.demo.content.m2_first_days import FIRST_DAYS
from training.demo.content.m2_last_days import LAST_DAYS
from training.demo.content.shapes import Ending, Scenario, Section, Start

ENDINGS = (
    Ending(
        key="closed-by-your-report",
        title="An honest answer",
        kind="good",
        person=(
            "<p>Gareth learns who opened his record, and why. He says he is glad that someone checks.</p>"
        ),
        next_worker=(
            "<p>The privacy officer asked about Tuesday, 13:40. An honest account was there, so it soon closed. "
            "The clinic now checks the date of birth as well as the name.</p>"
        ),
    ),
    Ending(
        key="answered-later",
        title="It was answered, but late",
        kind="mixed",
        person=(
            "<p>Gareth got better, but he had to ask three people before anyone could help. "
            "He wonders what there is to hide.</p>"
        ),
        next_worker=(
            "<p>The next nurse found no note of his question. She had to begin again, with a man who trusted "
            "her less.</p>"
        ),
    ),
    Ending(
        key="not-known-in-time",
        title="Known, but not in time",
        kind="poor",
        person=(
            "<p>Gareth bled more than anyone had expected. He came through it, "
            "and spent a week longer in hospital.</p>"
        ),
        next_worker=(
            "<p>At midnight the pharmacist opened the record: apixaban, issued 2 weeks ago. "
            "It had been there all evening.</p>"
            "<p>You can go back and try again.</p>"
        ),
    ),
    Ending(
        key="found-by-others",
        title="Found by somebody else",
        kind="poor",
        person=(
            "<p>Gareth had the whole story in a letter, weeks later. "
            "He now keeps things back from staff, and that could harm his care.</p>"
        ),
        next_worker=(
            "<p>The privacy officer found something that nobody had owned up to. It took weeks to look into. "
            "One honest word at the start would have made it a short talk.</p>"
            "<p>You can go back and try again.</p>"
        ),
    ),
)

QUICK_LOOK = Scenario(
    slug="just-a-quick-look",
    title="Just a quick look",
    introduction=(
        "<p>One week, one record, three people. You are each of them in turn: "
        "a healthcare assistant, a doctor and a nurse.</p>"
        "<p>Nobody here means harm. See how far a kind wish can carry you.</p>"
    ),
    starts=(Start(node="friend-asks", label="You are K Doyle, healthcare assistant"),),
    nodes=(*FIRST_DAYS, *LAST_DAYS),
    endings=ENDINGS,
)

QUICK_LOOK_SECTION = Section("Just a quick look", (QUICK_LOOK,))

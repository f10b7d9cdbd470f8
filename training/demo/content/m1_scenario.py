"""M1, section 6: the scenario "Four calls before noon", which four roles begin in their own way."""

from training.demo.content.m1_first_call import FIRST_CALL
from training.demo.content.m1_later_calls import LATER_CALLS
from training.demo.content.shapes import Ending, Scenario, Section, Start, Text

ENDINGS = (
    Ending(
        key="one-call",
        title="Noon, and Win told it once",
        kind="good",
        person=(
            "<p>The surgery advised Win, and she knows what to take. Nobody sent a second box. "
            "She has a date for the therapy visit. She did not have to tell her story again.</p>"
        ),
        next_worker=(
            "<p>The assistant read three lines: what, where from, who knows. "
            "She sat down on Win's left and began with the exercises.</p>"
        ),
    ),
    Ending(
        key="sixth-time",
        title="It came right, but slowly",
        kind="mixed",
        person=(
            "<p>The vitamin D was sorted out two days later. "
            "Win told her story for the sixth time, and she is tired of it.</p>"
        ),
        next_worker=(
            "<p>The assistant found nothing about today's calls. "
            "She spent half the visit asking what you already knew.</p>"
        ),
    ),
    Ending(
        key="two-boxes",
        title="Two boxes on the table",
        kind="poor",
        person=(
            "<p>Win had one box from the clinic and one from the surgery. She took from both. "
            "The next day a pharmacist found the double supply and put it right.</p>"
            "<p>One question to Win would have stopped it. You can try the calls again.</p>"
        ),
        next_worker=(
            "<p>The pharmacist saw a letter, a list and a note that did not agree. "
            "It took four more calls to find out what Win took.</p>"
        ),
    ),
)

FOUR_CALLS = Scenario(
    slug="four-calls-before-noon",
    title="Four calls before noon",
    introduction=(
        "<p>You help with Win's care this morning. Win has agreed that you may look at her record. "
        "She is happy for you to talk to her niece, Dee.</p>"
        "<p>Your own view may show less than this one. If so, ask a colleague who can see more.</p>"
    ),
    starts=(
        Start(node="call-1-ward", label="You are a ward nurse"),
        Start(
            node="call-1-care",
            label="You are a care worker",
            roles=("care-worker", "volunteer", "unpaid-carer"),
        ),
        Start(node="call-1-desk", label="You are a GP receptionist", roles=("gp-admin",)),
        Start(node="call-1-physio", label="You are a physiotherapist", roles=("allied-health-professional",)),
    ),
    nodes=(*FIRST_CALL, *LATER_CALLS),
    endings=ENDINGS,
)

FOUR_CALLS_SECTION = Section(
    "Four calls before noon",
    (
        Text("<p>Use the three habits. You decide four times, and you can go back and try again.</p>"),
        FOUR_CALLS,
    ),
)

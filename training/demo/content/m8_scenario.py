"""M8, "Fourth visit in seven months": two ways in, and three ways it ends."""

from training.demo.content.m8_triage import TRIAGE_NODES
from training.demo.content.m8_triage_later import LATER_NODES
from training.demo.content.shapes import Ending, Scenario, Start

JOINED_UP = Ending(
    key="joined-up",
    title="One joined-up picture",
    kind="good",
    person=(
        "<p>Social care sees the family with the whole story in hand. Kayleigh-Mae is safe that night. "
        "Jodie gets help as well: she had been afraid for months.</p>"
    ),
    next_worker=(
        "<p>The social worker saw times, words and places, from people who had been there. "
        "Nobody at home had read it first.</p>"
    ),
)

SEEN_TOO_SOON = Ending(
    key="seen-too-soon",
    title="Seen too soon, and put right",
    kind="mixed",
    person=(
        "<p>Social care comes that same evening, because the entry may have been read. "
        "Kayleigh-Mae is safe. Jodie takes longer to trust anybody.</p>"
    ),
    next_worker=(
        "<p>The social worker saw an entry that had been hidden late, and a note that says so. "
        "She planned the visit with that in mind.</p>"
    ),
)

FIFTH_VISIT = Ending(
    key="fifth-visit",
    title="The fifth visit",
    kind="poor",
    person=(
        "<p>Nine days later Kayleigh-Mae is brought to a fourth place, with a new injury. "
        "This time a nurse asks more, and she is kept safe. It could have been sooner.</p>"
    ),
    next_worker=(
        "<p>That nurse saw five visits on a list. "
        "She found nothing that said what had worried anybody before.</p>"
    ),
)

FOURTH_VISIT = Scenario(
    slug="fourth-visit-in-seven-months",
    title="Fourth visit in seven months",
    introduction=(
        "<p>It is Friday, late afternoon. Kayleigh-Mae is three. You hold one piece of her story. "
        "See what happens when pieces meet.</p>"
    ),
    starts=(
        Start(node="flag-on-screen", label="You are the triage nurse in the minor injuries unit"),
        Start(node="unit-rings", label="You work at the GP surgery's reception", roles=("gp-admin",)),
    ),
    nodes=(*TRIAGE_NODES, *LATER_NODES),
    endings=(JOINED_UP, SEEN_TOO_SOON, FIFTH_VISIT),
)

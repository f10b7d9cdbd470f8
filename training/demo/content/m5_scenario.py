"""M5, "Third referral this month": two ways in, and four ways it ends."""

from training.demo.content.m5_scenario_practice import PRACTICE_NODES
from training.demo.content.m5_scenario_receiver import RECEIVER_NODES
from training.demo.content.shapes import Ending, Scenario, Start

TWO_WEEKS = Ending(
    key="two-weeks",
    title="Seen in two weeks",
    kind="good",
    person=(
        "<p>Two weeks after home therapy said yes, a therapist visits, in the morning. The bathroom gets a rail. "
        "Dr Amari looks again at her tablets.</p>"
        "<p>Rosalind has it all in writing. She is thinking about the choir.</p>"
    ),
    next_worker=(
        "<p>The therapist saw one clear referral: the question, why soon, what helps, whom to ring. "
        "She did not ask Rosalind to tell it all again.</p>"
    ),
)

CAUGHT_LATE = Ending(
    key="caught-late",
    title="Found, but late",
    kind="mixed",
    person=(
        "<p>Rosalind is seen at home, weeks later than she could have been. She has had one more fall. "
        "Her wrist is sore, not broken.</p>"
    ),
    next_worker=(
        "<p>The therapist saw a referral that had stood still for weeks. She rang three teams "
        "to find out what had happened.</p>"
    ),
)

SEEN_BUT_WARY = Ending(
    key="seen-but-wary",
    title="Seen, but holding back",
    kind="mixed",
    person=(
        "<p>In the end a therapist visits. Rosalind answers in few words. "
        "She does not say that she feels dizzy in the mornings.</p>"
    ),
    next_worker=(
        "<p>The therapist saw a short history, and a note that Rosalind is unhappy about what was shared. "
        "She began by asking what Rosalind would like.</p>"
    ),
)

THREE_TEAMS = Ending(
    key="three-teams",
    title="Three teams, and nobody",
    kind="poor",
    person=(
        "<p>A fall breaks Rosalind's wrist. In the emergency department, Ruben says that three teams "
        "were on it. Each thought that another had her.</p>"
    ),
    next_worker=(
        "<p>The nurse there saw rows from three teams. None of them said who would act. "
        "She had to start from nothing.</p>"
    ),
)

SCENARIO = Scenario(
    slug="third-referral-this-month",
    title="Third referral this month",
    introduction=(
        "<p>Rosalind has a memory referral, a falls referral and a husband who is worn out. "
        "See what your choices do for her.</p>"
    ),
    starts=(
        Start(node="husband-rings", label="You are the care coordinator at the surgery"),
        Start(
            node="bare-referral",
            label="You work in the falls service, where the referral arrives",
            roles=("allied-health-professional", "social-worker"),
        ),
    ),
    nodes=(*PRACTICE_NODES, *RECEIVER_NODES),
    endings=(TWO_WEEKS, CAUGHT_LATE, SEEN_BUT_WARY, THREE_TEAMS),
)

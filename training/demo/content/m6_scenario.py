"""M6, "Friday, 4 pm": three ways in, and four ways it ends."""

from training.demo.content.m6_scenario_receivers import RECEIVER_NODES
from training.demo.content.m6_scenario_ward import WARD_NODES
from training.demo.content.shapes import Ending, Scenario, Start

QUIET_WEEKEND = Ending(
    key="quiet-weekend",
    title="A quiet week",
    kind="good",
    person=(
        "<p>Beatrice has her tea at four, in the blue cup, thick enough to be safe. Her visits run. "
        "Ramipril stays stopped until Dr Amari has seen the blood test.</p>"
    ),
    next_worker=(
        "<p>Whoever comes next sees what changed, why, what follows and who does it. "
        "Nobody has to ring three places to find out.</p>"
    ),
)

ROUGH_NIGHT = Ending(
    key="rough-night",
    title="A rough night, put right",
    kind="mixed",
    person=(
        "<p>A doctor watches over Beatrice by phone that evening, and a nurse visits next day. "
        "Her chest stays clear. She is afraid to drink for a while.</p>"
    ),
    next_worker=(
        "<p>The weekend care worker saw the plan for drinks, sent late on Friday. "
        "She also saw why it matters.</p>"
    ),
)

SOME_DOSES = Ending(
    key="some-doses",
    title="Put right, a little late",
    kind="mixed",
    person=(
        "<p>Beatrice has had some ramipril that she should not have had. Her kidneys take longer to heal. "
        "She stays at home, with one more blood test.</p>"
    ),
    next_worker=(
        "<p>The practice pharmacist saw a chart, a list and a summary that did not agree. "
        "He put them right, and rang Beatrice to say so.</p>"
    ),
)

BACK_IN_HOSPITAL = Ending(
    key="back-in-hospital",
    title="Back in hospital",
    kind="poor",
    person=(
        "<p>Within a week Beatrice is back on the ward, more ill than before. "
        "It will be a long time until she drinks tea at home.</p>"
    ),
    next_worker=(
        "<p>The nurse who admits her opens the record. It had all been known somewhere. "
        "It had not reached the one who needed it.</p>"
    ),
)

SCENARIO = Scenario(
    slug="friday-4-pm",
    title="Friday, 4 pm",
    introduction="<p>Beatrice goes home today. See what reaches her kitchen with her, and what does not.</p>",
    starts=(
        Start(node="friday-four", label="You are the ward nurse"),
        Start(
            node="first-visit",
            label="You are the home care worker at the first visit",
            roles=("care-worker", "care-home-nurse"),
        ),
        Start(
            node="summary-arrives",
            label="You work at the GP surgery, where the summary arrives",
            roles=("gp-admin",),
        ),
    ),
    nodes=(*WARD_NODES, *RECEIVER_NODES),
    endings=(QUIET_WEEKEND, ROUGH_NIGHT, SOME_DOSES, BACK_IN_HOSPITAL),
)

"""M3, the check: what to trust (three of four), flags, gaps and acting (three of five), and a line to write."""

from training.demo.content.m3_check_acting import ACTING
from training.demo.content.shapes import (
    BestSource,
    Match,
    Option,
    Order,
    Pair,
    Pool,
    Question,
    RankedSource,
    ShortReason,
    SingleChoice,
    Step,
)

WHERE_TO_LOOK = Match(
    slug="where-to-look-first",
    question="What do you want to know about Callum? Match each with the best place to start.",
    pairs=(
        Pair(
            slug="allergy",
            left="Is he allergic to anything?",
            right="The GP's allergy entry, checked with him",
            feedback="The GP entry says what happened. He, or somebody who knows him, can confirm it.",
        ),
        Pair(
            slug="in-a-seizure",
            left="What do his seizures look like?",
            right="The seizure plan, which his epilepsy nurse wrote",
            feedback="It says what is usual for him, and what staff do. Check its date, and ask those who know him.",
        ),
        Pair(
            slug="communication",
            left="How do I ask him things?",
            right="The reasonable adjustment flag",
            feedback="It says it in one line: one question at a time. His passport tells you more.",
        ),
        Pair(
            slug="where-he-lives",
            left="Who is with him at home now?",
            right="The support agency, tonight",
            feedback="The agency knows tonight's rota. Its last update in the record was weeks ago.",
        ),
    ),
    extra=("The dental letter from 10 months ago",),
    skill="quality",
    why="Each question has its own best source. The record often tells you which, and how to reach it.",
    outcome=1,
)

TONIGHTS_VALPROATE = BestSource(
    slug="tonights-valproate",
    question="Has Callum taken his valproate tonight? Rank the sources. Put the one you trust most first.",
    sources=(
        RankedSource(
            slug="gp-list",
            text="GP list: issued 8 days ago",
            rank=3,
            feedback="It shows that a supply was ordered. It says nothing about tonight.",
        ),
        RankedSource(
            slug="callum-and-petra",
            text="Callum, with his support worker beside him",
            rank=1,
            feedback="They were there this evening. Ask one question at a time.",
        ),
        RankedSource(
            slug="clinic-letter",
            text="Epilepsy clinic letter from 7 months ago",
            rank=4,
            feedback="It gave the plan then. Much may have changed since.",
        ),
        RankedSource(
            slug="agency-notes",
            text="The agency's on-call worker, reading today's visit notes",
            rank=2,
            feedback="Good notes, made today. But the worker on the phone was not in the room.",
        ),
    ),
    skill="quality",
    why="Issued is not taken. The closer a source is to the person tonight, the more it tells you about tonight.",
    outcome=1,
)

TWO_SOURCES_DISAGREE = SingleChoice(
    slug="two-sources-disagree",
    question="At triage, one entry says “allergy: latex”. A newer one says “none known”. What do you do?",
    options=(
        Option(
            slug="go-by-date",
            text="Go by the newer entry, and note its date.",
            feedback="The newer one may have been asked in a rush. If it is wrong, the person pays for it.",
        ),
        Option(
            slug="write-both",
            text="Write both down, and let the ward decide.",
            feedback="The next worker meets the same puzzle, perhaps with gloves already on. Choose the safer one "
            "now.",
        ),
        Option(
            slug="ask-and-believe",
            text="Ask the person. If they say that they have no allergies, clear the entry and carry on.",
            feedback="Asking is right. But they may be ill or unsure, so keep to the safer one until it is settled.",
        ),
        Option(
            slug="safer-confirm-correct",
            text="Act on the allergy for now, confirm it, and have the wrong entry put right.",
            feedback="Nobody is harmed while you find out, and the next worker meets one answer.",
            correct=True,
        ),
    ),
    skill="act",
    why="Act on the safer entry, confirm it with the person and a second source, then have the record put right.",
    outcome=2,
)

FRONT_DOOR_ORDER = Order(
    slug="order-at-the-front-door",
    question="Put the steps of the 60-second look in order.",
    steps=(
        Step(
            slug="confirm-identity",
            text="Confirm name and date of birth",
            feedback="First: a perfect look at the wrong record harms two people.",
        ),
        Step(
            slug="alerts",
            text="Read alerts and allergies",
            feedback="Next: what could do harm soonest.",
        ),
        Step(
            slug="medicines",
            text="Look for medicines that change what you do",
            feedback="Then the medicines that matter today, not the whole list.",
        ),
        Step(
            slug="plans",
            text="Look for adjustments and plans",
            feedback="Then what helps this person, before you choose a space or ask more.",
        ),
        Step(
            slug="confirm-with-person",
            text="Check what you found with the person",
            feedback="The record gives you better questions. The person gives you the answers.",
        ),
        Step(
            slug="write-it-down",
            text="Write down what you found and what you did",
            feedback="Last: so that the next worker starts where you stopped.",
        ),
    ),
    skill="when",
    why="Who is it, what could harm, what changes my care, what helps, is it true, and who needs to know.",
    outcome=1,
)

WHAT_TO_TRUST = Pool(
    title="What to look for, and what to trust",
    draw=3,
    questions=(WHERE_TO_LOOK, TONIGHTS_VALPROATE, TWO_SOURCES_DISAGREE, FRONT_DOOR_ORDER),
)

ONE_LINE = ShortReason(
    slug="line-that-settles-the-allergy",
    question="Write the line that settles Callum's allergy for whoever sees him next.",
    hint="Say what, where from, who confirmed it, and what you have asked for.",
    model=(
        "Penicillin: anaphylaxis (GP entry, 2011). Confirmed tonight by Callum and his support worker. Our 2016 "
        "banner says none: correction requested 23:20, doctor told."
    ),
    points=(
        "It names the medicine and the reaction.",
        "It says where you found it, and who confirmed it.",
        "It says that the other entry is wrong, and who has been asked to correct it.",
        "It blames nobody.",
    ),
    skill="act",
    why="One clear line saves the next worker from the same puzzle at a worse moment.",
    outcome=2,
)

CHECK: tuple[Question | Pool, ...] = (WHAT_TO_TRUST, ACTING, ONE_LINE)

"""M6, the check's questions on what comes before the door closes."""

from training.demo.content.shapes import (
    BestSource,
    Match,
    MultipleChoice,
    Option,
    Pair,
    RankedSource,
    SingleChoice,
)

CHANGE_REASON_WHO = Match(
    slug="change-reason-who",
    question="Match each change with its reason, and with who acts.",
    pairs=(
        Pair(
            slug="ramipril-stopped",
            left="Ramipril stopped",
            right="Kidney injury. The surgery repeats the blood test; Dr Amari decides what next.",
            feedback="With the reason there, nobody starts it again by habit.",
        ),
        Pair(
            slug="visits-restarted",
            left="Three visits a day, started again",
            right="They were suspended on admission. Kindly Home Care comes from seven tonight.",
            feedback="The next worker can see that it is the same package, and from when.",
        ),
        Pair(
            slug="drinks-level-2",
            left="Drinks stay at level 2",
            right="Trouble swallowing since her stroke. Whoever makes her a drink thickens it.",
            feedback="“No change” belongs in the handover too, when getting it wrong could hurt.",
        ),
        Pair(
            slug="stroke-clinic",
            left="Stroke clinic in three months",
            right="Planned follow-up. Brackwater books it and writes to Beatrice.",
            feedback="Nobody else need book it, and Beatrice knows what to wait for.",
        ),
    ),
    extra=("Reason not known. GP to chase.",),
    skill="act",
    why="What, why, what next, who: with all four, the next worker can act and need not guess.",
    outcome=2,
)

SUSPENDED = SingleChoice(
    slug="suspended-package",
    question="A person on your ward has a care package, “suspended on admission”. They go home tomorrow. What now?",
    options=(
        Option(
            slug="refer-as-new",
            text="Refer them as new, so that their needs are looked at afresh",
            feedback="If needs have changed a lot, a fresh look may be right. Ask first: the package may fit as it is.",
        ),
        Option(
            slug="will-restart-itself",
            text="Nothing: it starts again when they are home",
            feedback="It would be good if it did. The agency has to know the day, and what has changed.",
        ),
        Option(
            slug="ask-family-to-cover",
            text="Ask the family to cover until social care has set something up",
            feedback="They may want to, or not be able to. And something is set up already.",
        ),
        Option(
            slug="restart-with-agency",
            text="Ask the agency and the council to restart it",
            feedback=(
                "It is often the quickest way home. "
                "Tell them what has changed, so that they can say if it still fits."
            ),
            correct=True,
        ),
    ),
    skill="when",
    why="“Suspended” is not “ended”. Look, ring, and restart before you refer.",
    outcome=1,
)

REQUESTED_ACTION = MultipleChoice(
    slug="what-a-requested-action-needs",
    question="You ask the surgery for something in the summary. Which four make sure that it happens? Choose 4.",
    options=(
        Option(
            slug="gp-to-chase",
            text="The words “GP to chase”",
            feedback="Chase what, by when, and then what? It reads like a plan, but nobody can act on it.",
        ),
        Option(
            slug="the-action",
            text="The action: what is to be done",
            feedback="One clear verb: repeat, stop, look at, refer.",
            correct=True,
        ),
        Option(
            slug="who-acts",
            text="Who does it",
            feedback="A named team or role. “Someone” does not open the post.",
            correct=True,
        ),
        Option(
            slug="by-when",
            text="By when",
            feedback="A date. “In a week” begins on a different day for each reader.",
            correct=True,
        ),
        Option(
            slug="as-soon-as-possible",
            text="The words “as soon as possible”",
            feedback="For a busy reader that can mean today or next month. A date cannot.",
        ),
        Option(
            slug="copy-to-person",
            text="A copy for the person",
            feedback="They can ask when the day comes. It also respects them: it is their plan.",
            correct=True,
        ),
    ),
    skill="act",
    why="Write so that someone who has never met the person could do it on the right day.",
    outcome=2,
)

HOW_THICK = BestSource(
    slug="how-thick-are-her-drinks",
    question="You need to know how thick Beatrice's drinks must be tonight. Rank these, best first.",
    sources=(
        RankedSource(
            slug="plan-eight-months-old",
            text="The therapist's plan in the shared record, from eight months ago",
            rank=2,
            feedback="It comes from the right person, and it is active. Its age is why you confirm it.",
        ),
        RankedSource(
            slug="tin-on-shelf",
            text="The tin on the kitchen shelf",
            rank=3,
            feedback="It shows that drinks have been thickened. It does not say how thick, or if that stands.",
        ),
        RankedSource(
            slug="therapist-today",
            text="Speech and language therapy, who confirm the level today",
            rank=1,
            feedback="The right profession, and the newest word. Note who said it, and when.",
        ),
        RankedSource(
            slug="summary-is-silent",
            text="The draft summary, which does not mention drinks",
            rank=4,
            feedback="Silence is not advice. It tells you to ask, and nothing more.",
        ),
    ),
    skill="quality",
    why="Ask who decides this, and who said so last. A paper that says nothing ranks last.",
    outcome=1,
)

BEFORE = (CHANGE_REASON_WHO, SUSPENDED, REQUESTED_ACTION, HOW_THICK)

"""M1, the final check: each try asks three questions of each pool, and one to answer in your own words."""

from training.demo.content.m1_check_reading import READING_AND_ACTING
from training.demo.content.shapes import (
    Match,
    MultipleChoice,
    Option,
    Pair,
    Pool,
    Question,
    ShortReason,
    SingleChoice,
)

WHICH_RECORD = Match(
    slug="which-record-is-which",
    question="Match each record with what it is.",
    pairs=(
        Pair(
            slug="summary-care-record",
            left="Summary Care Record",
            right="A national summary, taken from the GP record",
            feedback="Its core is medicines, allergies and personal details. Some people's summaries hold more.",
        ),
        Pair(
            slug="local-shared-record",
            left="Local shared care record",
            right="A view of what several local services share",
            feedback="It is local, so its name, its gaps and its way in differ from area to area.",
        ),
        Pair(
            slug="own-record",
            left="Your own record",
            right="What your service writes",
            feedback="Other services may see some of it, or none. What you do not write, nobody can see.",
        ),
    ),
    extra=("A full copy of everything about the person",),
    skill="when",
    why="Mixing them up means looking in the wrong place. No record holds everything.",
    outcome=2,
)

ONLY_IN_LOCAL = MultipleChoice(
    slug="only-in-local-shared-record",
    question=(
        "The core Summary Care Record does not hold two of these. "
        "Which two would you look for in the local shared record? Choose 2."
    ),
    options=(
        Option(
            slug="allergies",
            text="Allergies known to the GP",
            feedback="These are in the core Summary Care Record. You may see them in both places.",
        ),
        Option(
            slug="hospital-letter",
            text="A letter from the hospital falls clinic",
            feedback=(
                "Letters can appear in a local shared record. The core national summary does not hold them."
            ),
            correct=True,
        ),
        Option(
            slug="gp-medicines",
            text="Medicines the GP has issued",
            feedback="These are in the core Summary Care Record too. Still check them with the person.",
        ),
        Option(
            slug="home-care-package",
            text="Home care set up by the council",
            feedback=(
                "Social care may feed the local shared record. The national summary comes from the GP record."
            ),
            correct=True,
        ),
    ),
    skill="when",
    why="If you look in the wrong record, you may think that nothing is there.",
    outcome=2,
)

GOOD_MOMENTS = MultipleChoice(
    slug="good-moments-to-look",
    question="Which three are good moments to look at the shared record of a person you care for? Choose 3.",
    options=(
        Option(
            slug="before-a-decision",
            text="Before a decision about their care",
            feedback="A good moment: you may learn what changed, or who else is involved.",
            correct=True,
        ),
        Option(
            slug="out-of-interest",
            text="Later on, out of interest, when they are no longer in your care",
            feedback="It is natural to wonder how someone is. But interest alone is not a work reason.",
        ),
        Option(
            slug="at-handover",
            text="When you hand them on to the next worker",
            feedback="A good moment: the next worker can start where you stopped.",
            correct=True,
        ),
        Option(
            slug="only-after-something-goes-wrong",
            text="Only after something has gone wrong",
            feedback="By then the look cannot prevent it. Earlier moments help more.",
        ),
        Option(
            slug="before-referring",
            text="Before you refer them to another service",
            feedback="A good moment: you may find that someone has already referred them.",
            correct=True,
        ),
    ),
    skill="when",
    why="Look when it can still change what you do: at the start, before you decide, before you hand on.",
    outcome=1,
)

A_PLAN_THAT_WORKS = SingleChoice(
    slug="a-plan-that-works",
    question="Which plan is most likely to work on a busy shift?",
    options=(
        Option(
            slug="look-more-often",
            text="I will look at the record more often, whenever there is time.",
            feedback="A good wish. Without a moment to tie it to, a busy shift soon pushes it out.",
        ),
        Option(
            slug="before-ringing-family",
            text="Before I ring a family about going home, I will check what social care knows.",
            feedback="It names the moment and what to look for. You know when to do it.",
            correct=True,
        ),
        Option(
            slug="whole-record-for-everyone",
            text="At the start of each shift, I will read the whole record for everyone on my list.",
            feedback="That takes too long, and shows you more than you need. Choose a moment and a part.",
        ),
        Option(
            slug="when-things-go-wrong",
            text="I will look when something goes wrong.",
            feedback="Looking then can still help. Looking before might stop it going wrong.",
        ),
    ),
    skill="when",
    why="A plan that names a moment and a thing to look for is easier to keep.",
    outcome=1,
)

MY_MOMENT = ShortReason(
    slug="one-moment-in-my-next-shift",
    question="Name one moment in your next shift when a look at the shared record would help.",
    hint="Before I …, I will look for …, so that …",
    model=(
        "Before I ring families about discharge, I will check what social care knows. "
        "Then nobody has to explain the visits to me again."
    ),
    points=(
        "It names a moment that will really come on your next shift.",
        "It says what you will look for, not just that you will look.",
        "Somebody gains: you, the person, or both.",
    ),
    skill="when",
    why="A small plan, tied to a moment, is easier to keep than a big wish.",
    outcome=1,
)

CHECK: tuple[Question | Pool, ...] = (
    Pool(
        title="Where to look, and when",
        draw=3,
        questions=(WHICH_RECORD, ONLY_IN_LOCAL, GOOD_MOMENTS, A_PLAN_THAT_WORKS),
    ),
    READING_AND_ACTING,
    MY_MOMENT,
)

"""M7, the check's second pool: plans for an emergency, what guides and what binds."""

from training.demo.content.m7_record import TOM
from training.demo.content.shapes import (
    FindInRecord,
    MultipleChoice,
    Option,
    Pool,
    RecordOption,
    SingleChoice,
    TrueFalse,
)

NOT_FOR_CPR = TrueFalse(
    slug="not-for-cpr-and-treatment",
    statement="“Not for CPR” means that Tom should get no treatment.",
    answer=False,
    feedback_true="Many people fear this, staff too. But the words are about CPR, and nothing else.",
    feedback_false="A person who is not for CPR can still have antibiotics, oxygen, comfort or a hospital stay.",
    reasons=(
        Option(
            slug="only-cpr",
            text="It is about CPR. Other care is decided as before.",
            feedback="So you assess, ask, treat what fits his wishes, and keep him comfortable.",
            correct=True,
        ),
        Option(
            slug="only-comfort",
            text="It means comfort care only, so no hospital.",
            feedback="Some plans do ask for that, in words of their own. Tom's asks for hospital in some cases.",
        ),
        Option(
            slug="until-the-doctor-comes",
            text="It means waiting until a doctor has seen him and said what to do.",
            feedback="Advice may help. But nothing in these words says that care should wait.",
        ),
    ),
    skill="quality",
    why="DNACPR does not mean “do not treat”. Read the rest of the plan, and ask the person.",
    outcome=5,
)

WEIGHT_OF_RESPECT = SingleChoice(
    slug="weight-of-a-respect-plan",
    question="What weight does a ReSPECT plan have in an emergency?",
    options=(
        Option(
            slug="must-be-followed-to-the-letter",
            text="It must be followed to the letter, whatever happens.",
            feedback="Nobody could foresee this very night. You have to think about whether it fits.",
        ),
        Option(
            slug="guides-and-not-ignored",
            text="It guides. It is not legally binding, but it must not be ignored.",
            feedback="You weigh it with the person and the situation. If you do otherwise, you can say why.",
            correct=True,
        ),
        Option(
            slug="only-a-wish-list",
            text="It is background reading. You decide as if it were not there.",
            feedback="Then the person's own voice is lost, just when they may not be able to speak.",
        ),
        Option(
            slug="only-if-family-agrees",
            text="It counts if the family, on the night, still agrees with what it says.",
            feedback="Do talk with them. But the plan was made with the person, and stands without the family's vote.",
        ),
    ),
    skill="quality",
    why="A ReSPECT plan holds recommendations. Take it seriously, weigh it, and write down what you did.",
    outcome=5,
)

ADVANCE_DECISION = SingleChoice(
    slug="weight-of-an-advance-decision",
    question=(
        "You are in England. A person cannot decide now. A senior clinician has confirmed that "
        "their advance decision to refuse a treatment is valid and fits this situation. What then?"
    ),
    options=(
        Option(
            slug="guides-like-respect",
            text="It guides you, as a ReSPECT plan does.",
            feedback="That is the difference to know. This refusal goes further than a recommendation.",
        ),
        Option(
            slug="family-can-set-aside",
            text="The family may set it aside, if they all agree.",
            feedback="Listen to them, as this is hard. But the person's own valid refusal still stands.",
        ),
        Option(
            slug="treat-in-best-interests",
            text="You give the treatment if you think it is in their best interests.",
            feedback="The person has already made this decision. If it is valid and fits, it stands.",
        ),
        Option(
            slug="binding",
            text="It is binding: that treatment is not given. Other care goes on.",
            feedback="Yes, if it is valid and applies. Comfort and all other care are still theirs.",
            correct=True,
        ),
    ),
    skill="may_i",
    why=(
        "In England and Wales a valid and applicable advance decision to refuse treatment is binding. "
        "If in doubt, ask a senior clinician at once."
    ),
    outcome=5,
)

FIVE_THINGS = MultipleChoice(
    slug="five-things-on-any-plan",
    question="You find a plan for an emergency. Which five things do you look at? Choose 5.",
    options=(
        Option(
            slug="date",
            text="Its date",
            feedback="Wishes and illness change. Usually you start from the latest.",
            correct=True,
        ),
        Option(
            slug="colour",
            text="The colour of the form",
            feedback="Colours differ and copies are grey. It tells you nothing about the person.",
        ),
        Option(
            slug="version",
            text="Its version",
            feedback="Tom's has three. A number helps you to see which one came last.",
            correct=True,
        ),
        Option(
            slug="who-made-it",
            text="Who made it",
            feedback="Now you know whom to ring, and who can replace old copies.",
            correct=True,
        ),
        Option(
            slug="own-voice",
            text="What the person said, in their own words",
            feedback="Their words help you when the night is not quite what the plan foresaw.",
            correct=True,
        ),
        Option(
            slug="pages",
            text="How many pages it has",
            feedback="A short plan can be the best one. Length is no sign of worth.",
        ),
        Option(
            slug="capacity-now",
            text="Whether the person can decide now",
            feedback="If they can, you ask them. The plan is for when they cannot.",
            correct=True,
        ),
    ),
    skill="quality",
    why="Date, version, maker, the person's voice, and whether they can decide now.",
    outcome=4,
)

FIRST_TO_RELY_ON = FindInRecord(
    slug="plan-to-rely-on-first",
    question="It is 3 am. Which row is the plan to start from, before you check it with Tom? Tick 1.",
    record=TOM.slug,
    options=(
        RecordOption(
            slug="row-v1",
            row="respect-v1",
            feedback="It is the one that hangs in the hall. But it is 14 months old, and Tom has made two since.",
        ),
        RecordOption(
            slug="row-v2",
            row="respect-v2",
            feedback="Newer than the paper. Its status says that another has replaced it.",
        ),
        RecordOption(
            slug="row-adrt",
            row="adrt-none",
            feedback="Worth reading: none is recorded here. So it is not the plan, and you may still ask.",
        ),
        RecordOption(
            slug="row-v3",
            row="respect-v3",
            feedback="The latest date, marked as current, with Tom's own words. Now check it with him.",
            correct=True,
        ),
        RecordOption(
            slug="row-plan-weigh",
            row="plan-weigh",
            feedback="The newest row of them all. But it is for his days, not for an emergency.",
        ),
        RecordOption(
            slug="row-clinic-letter",
            row="clinic-letter",
            feedback="The clinic gives its view of his heart. It does not say what Tom wants tonight.",
        ),
    ),
    skill="quality",
    why="Start from the latest dated plan for this kind of need. Then check it with the person.",
    outcome=4,
)

PLANS = Pool(
    title="Plans for an emergency",
    draw=3,
    questions=(NOT_FOR_CPR, WEIGHT_OF_RESPECT, ADVANCE_DECISION, FIVE_THINGS, FIRST_TO_RELY_ON),
)

"""M9, the final check: each try asks three questions of each pool, and one to answer in your own words."""

from training.demo.content.m9_check_people import PEOPLE_AND_RESULTS
from training.demo.content.shapes import (
    MultipleChoice,
    Option,
    Order,
    Pool,
    Question,
    ShortReason,
    SingleChoice,
    Step,
    TrueFalse,
)

CAN_BE_CHECKED = SingleChoice(
    slug="objective-that-can-be-checked",
    question="Which aim can you check in six months?",
    options=(
        Option(
            slug="embrace",
            text="Our staff will embrace the shared record and make it a natural part of all that they do for people.",
            feedback="A good wish. Nobody can count it, so nobody will know whether it came true.",
        ),
        Option(
            slug="everyone-trained",
            text="Everyone will have finished the training by 30 June.",
            feedback="You can count this. But it says what they did for you, not what changed for a person.",
        ),
        Option(
            slug="four-to-nine",
            text="By 31 March, the home reads 9 of 10 summaries before the person arrives. Today: 4 of 10.",
            feedback="It says who does what, how you count it, where you start and when you look again.",
            correct=True,
        ),
        Option(
            slug="better-joined-up",
            text="Discharges will be better joined up, as shown by good feedback.",
            feedback="It is about people, which is right. It needs a number, a start and a date.",
        ),
    ),
    skill="helps",
    why="A measure, a baseline and a date turn a wish into something that you can learn from.",
    outcome=1,
)

SCOPE = TrueFalse(
    slug="social-care-can-come-later",
    statement=(
        "The agreement covers what we launch with. "
        "Nobody need think of social care data until we are ready to add it."
    ),
    answer=False,
    feedback_true="It would save work now. It could cost you a year later.",
    feedback_false="What is planned belongs in it now, with a date, even if it is not shared yet.",
    reasons=(
        Option(
            slug="all-at-once",
            text="All data must be shared on the first day, or not at all.",
            feedback="Phases are fine. What matters is that the next ones are written down.",
        ),
        Option(
            slug="agreements-take-long",
            text="Agreements take long. The next two phases belong in the scope now.",
            feedback="You ask everybody once, and staff can be told what is coming.",
            correct=True,
        ),
        Option(
            slug="never-changed",
            text="An agreement can never be changed once it is signed by all of the partners.",
            feedback="It can, and has a review date. But each change takes time from all who signed.",
        ),
    ),
    skill="may_i",
    why="Plan the scope for the next two phases, then tell staff what they will not see yet.",
    outcome=2,
)

SIGNS_OF_TROUBLE = MultipleChoice(
    slug="signs-of-trouble",
    question="You read a plan from another area. Which three are signs of trouble? Choose 3.",
    options=(
        Option(
            slug="no-sponsor-in-social-care",
            text="No sponsor is named in social care.",
            feedback="Nobody there can say yes, find time or remove an obstacle. Ask for a name first.",
            correct=True,
        ),
        Option(
            slug="champions-on-nights",
            text="Champions work on night shifts, too.",
            feedback="A good sign: the questions come at night as well.",
        ),
        Option(
            slug="phase-one-only",
            text="The agreement's scope says “phase 1 only”.",
            feedback="What comes next will need a new round with everybody, just when staff ask for it.",
            correct=True,
        ),
        Option(
            slug="training-six-months-early",
            text="Training is planned for six months before people get access.",
            feedback="They will have forgotten it, and they will have been let down once.",
            correct=True,
        ),
        Option(
            slug="safety-officer-early",
            text="The clinical safety officer comes to the first meetings.",
            feedback="A good sign: hazards are found while they are cheap to mend.",
        ),
    ),
    skill="quality",
    why="People, scope and timing go wrong early and quietly. Look for them first.",
    outcome=2,
)

EARLY_STEPS = Order(
    slug="early-steps",
    question="Put these early steps in order.",
    steps=(
        Step(
            slug="one-sentence",
            text="Say in one sentence who will do what differently.",
            feedback="First: everything else serves this sentence.",
        ),
        Step(
            slug="sponsors",
            text="Name a sponsor in each partner, social care and voluntary sector included.",
            feedback="Second: they can bring their organisations to the table.",
        ),
        Step(
            slug="agreement",
            text="Agree what is shared, with the next two phases in it.",
            feedback="Third: it takes the longest, so start it as soon as the sponsors are there.",
        ),
        Step(
            slug="baseline",
            text="Take the baseline: today's numbers, and what staff think.",
            feedback="Fourth: before anybody is trained, or you measure the training too.",
        ),
        Step(
            slug="train",
            text="Train within four weeks of access, and open access.",
            feedback="Fifth: close enough to remember, with log-ins that have been tried.",
        ),
        Step(
            slug="look-and-tell",
            text="Look at use by role and place, and tell staff what changed.",
            feedback="Last, and then again: people go on with what they see is useful.",
        ),
    ),
    skill="act",
    why="Purpose, people, agreement, baseline, training, feedback. Each step needs the one before it.",
    outcome=5,
)

ONE_OBJECTIVE = ShortReason(
    slug="one-objective-of-mine",
    question="Write one aim for your own team, with a measure, a baseline and a date.",
    hint="By … , who does what, in how many of how many. Today it is … .",
    model=(
        "By 30 September, night staff look for the latest care plan before 9 of 10 calls to the out-of-hours GP. "
        "Today it is 3 of 10, counted over two weeks."
    ),
    points=(
        "It says who does what differently, and at which moment.",
        "It has a measure that somebody can really count.",
        "It says where you start, and when you look again.",
        "A person gains from it, not just the project.",
    ),
    skill="helps",
    why="If you cannot say it in one sentence, your team cannot do it.",
    outcome=1,
)

CHECK: tuple[Question | Pool, ...] = (
    Pool(
        title="Planning it",
        draw=3,
        questions=(CAN_BE_CHECKED, SCOPE, SIGNS_OF_TROUBLE, EARLY_STEPS),
    ),
    PEOPLE_AND_RESULTS,
    ONE_OBJECTIVE,
)

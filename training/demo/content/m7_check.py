"""M7, the check: the visit (three of four), plans (three of four, in its own file), and a note to write."""

from training.demo.content.m7_check_plans import PLANS
from training.demo.content.shapes import (
    Categorise,
    Option,
    Order,
    Pool,
    Question,
    ShortReason,
    SingleChoice,
    Sorted,
    Step,
    TrueFalse,
)

WHO_MAY_BE_TOLD = Categorise(
    slug="who-may-be-told",
    question="Tom can decide for himself today. Who may be told what? Use what his record says.",
    categories=(("may", "I may tell"), ("ask-tom", "I ask Tom first"), ("must-not", "I must not tell")),
    items=(
        Sorted(
            slug="ania-whole-record",
            text="Ania wants to read his whole record",
            category="ask-tom",
            feedback="His permission covers how he is. For the record itself, Tom decides, as he has capacity.",
        ),
        Sorted(
            slug="halina-how-he-is",
            text="Halina asks how he was this morning",
            category="may",
            feedback="Tom has said that she may be told how he is. Keep to that.",
        ),
        Sorted(
            slug="piotr-anything",
            text="Piotr asks whether his father is at home",
            category="must-not",
            feedback="Tom has said no. Even “he's at home” is news. Take a message.",
        ),
        Sorted(
            slug="district-nurse-weights",
            text="The district nurse asks for this week's weights",
            category="may",
            feedback="She is part of his care, and the weights matter to it.",
        ),
        Sorted(
            slug="neighbour-nurses",
            text="A neighbour asks why nurses keep coming",
            category="must-not",
            feedback="A kind neighbour is not part of his care. “You could ask Tom” is answer enough.",
        ),
        Sorted(
            slug="halina-hospice",
            text="Halina asks what the hospice has written",
            category="ask-tom",
            feedback="That is more than how he is. Tom may well say yes, so ask him.",
        ),
    ),
    skill="may_i",
    why="Those who care for him may be told what they need. For family, Tom's own words decide.",
    outcome=3,
)

BEFORE_THE_KNOCK = Order(
    slug="before-the-knock",
    question="Put this visit in order, from the car to the last note.",
    steps=(
        Step(
            slug="plan-changes",
            text="Read what has changed in the plan",
            feedback="First: a change since your last visit may change the whole visit.",
        ),
        Step(slug="alerts", text="Look at the alerts", feedback="Next: what could do harm today."),
        Step(
            slug="about-me",
            text="Read About Me",
            feedback="Then how the person likes things done, so that you begin well.",
        ),
        Step(
            slug="who-may-know",
            text="Check who may be told",
            feedback="Before you are inside: the question may come in the hall.",
        ),
        Step(slug="visit", text="Make the visit", feedback="Now you can look at the person, not the screen."),
        Step(
            slug="update",
            text="Write what changed, and whom you told",
            feedback="Last: your note is the next worker's first look.",
        ),
    ),
    skill="when",
    why="Plan, alerts, About Me, who may know: then the person, then the note.",
    outcome=1,
)

WHEN_LPA_WORKS = SingleChoice(
    slug="when-a-health-lpa-works",
    question="Ania holds a lasting power of attorney for health and welfare. When may she decide for Tom?",
    options=(
        Option(
            slug="once-evidence-is-seen",
            text="As soon as the surgery has seen the evidence",
            feedback="Seeing the evidence shows that it is real. It does not yet mean that it is in use.",
        ),
        Option(
            slug="when-he-is-in-hospital",
            text="Whenever he is ill in hospital",
            feedback="People can be very ill and still make their own decisions. The place does not matter.",
        ),
        Option(
            slug="when-he-lacks-capacity",
            text="When Tom lacks capacity for that decision",
            feedback="Then she may act for him, within what the power covers. Until then, ask Tom.",
            correct=True,
        ),
        Option(
            slug="when-halina-agrees",
            text="When Halina agrees with her",
            feedback="Their views matter. But it is Tom's capacity that decides whether the power is in use.",
        ),
    ),
    skill="may_i",
    why="A health and welfare power of attorney acts only when the person cannot make that decision.",
    outcome=3,
)

PLAN_OR_PERSON = TrueFalse(
    slug="plan-says-one-thing-tom-another",
    statement="Tom's plan says that he likes to wash before breakfast. Today he says, “Later.” You follow the plan.",
    answer=False,
    feedback_true="The plan was right when it was written. Today Tom has told you something newer.",
    feedback_false="The plan is a good place to start. Tom is the newest source of all.",
    reasons=(
        Option(
            slug="plan-is-signed",
            text="The plan has been agreed with him, so it holds as it is until the next review.",
            feedback="It holds as a guide. The person in front of you may always want something else today.",
        ),
        Option(
            slug="plans-are-often-wrong",
            text="Plans are often out of date, so they can be left unread.",
            feedback="Some are. But this one told you about his weight. Read it, then ask.",
        ),
        Option(
            slug="person-today",
            text="The plan helps me begin. What Tom wants today comes first.",
            feedback="You use the plan, hear the person, and keep the plan true. All three matter.",
            correct=True,
        ),
    ),
    skill="quality",
    why="A plan saves the person from saying it twice. It does not stop them from changing their mind.",
    outcome=1,
)

THE_VISIT = Pool(
    title="The visit, and who may be told",
    draw=3,
    questions=(WHO_MAY_BE_TOLD, BEFORE_THE_KNOCK, WHEN_LPA_WORKS, PLAN_OR_PERSON),
)

VISIT_NOTE = ShortReason(
    slug="two-line-visit-note",
    question="Write the note of Tom's morning visit, in two lines. His weight was up 2.4 kg, and you rang the team.",
    hint="What you saw, when, whom you told, what they advised.",
    model=(
        "8:05: weight 80.6 kg (78.2 three days ago). Tom says that he feels well. Heart failure team rung 8:20: nurse "
        "will visit at 2 pm, weigh again tomorrow. Tom, Halina and office told."
    ),
    points=(
        "It gives both weights, and the time.",
        "It says who was rung, when, and what they advised.",
        "It says what Tom told you.",
        "It does not say “seems fine” or blame anybody.",
    ),
    skill="act",
    why="Two clear lines let the tea-time worker start where you stopped.",
    outcome=2,
)

CHECK: tuple[Question | Pool, ...] = (THE_VISIT, PLANS, VISIT_NOTE)

"""M4, the check's second pool: the two times, the order of work, two names on two boxes, and where to stop reading."""

from training.demo.content.shapes import Option, Order, Pool, SingleChoice, Step

WITHIN_A_DAY = SingleChoice(
    slug="acute-admission-time",
    question="Somebody is admitted to hospital as an emergency. By when does the NICE quality standard want a "
    "reconciled medicines list?",
    options=(
        Option(
            slug="before-discharge",
            text="Before they go home",
            feedback="By then, days of doses may rest on a wrong list. It is wanted much sooner.",
        ),
        Option(
            slug="within-24-hours",
            text="Within 24 hours",
            feedback="Early enough to catch a wrong or missing medicine in the first day.",
            correct=True,
        ),
        Option(
            slug="next-working-day",
            text="By the end of the next working day",
            feedback="After a Friday night that could be three days. The standard counts hours.",
        ),
        Option(
            slug="within-one-week",
            text="Within 1 week",
            feedback="That time belongs to the GP practice, after the person has gone home.",
        ),
    ),
    skill="when",
    why="The first 24 hours set the list that everybody then works from.",
    outcome=1,
)

PRACTICE_TIME = SingleChoice(
    slug="practice-time",
    question="A discharge summary reaches a GP practice. By when does the NICE quality standard want its list "
    "reconciled?",
    options=(
        Option(
            slug="at-next-review",
            text="At the person's next medicines review",
            feedback="That may be months away. Old repeats would go on being issued until then.",
        ),
        Option(
            slug="when-person-asks",
            text="When the person next asks for a supply, whenever that is",
            feedback="Half of it: before a new supply is right. But there is also a limit in time.",
        ),
        Option(
            slug="week-and-before-supply",
            text="Within 1 week of receiving it, and before a new supply",
            feedback="Both count. If a repeat is due tomorrow, a week is too long.",
            correct=True,
        ),
        Option(
            slug="within-four-weeks",
            text="Within 4 weeks, with the next repeat",
            feedback="By then a stopped medicine may have gone out again. The standard is shorter.",
        ),
    ),
    skill="when",
    why="A stopped medicine comes back when a repeat goes out before anybody has read the summary.",
    outcome=4,
)

ORDER_OF_WORK = Order(
    slug="order-of-reconciling",
    question="Put the steps of reconciling medicines in order.",
    steps=(
        Step(
            slug="gather",
            text="Gather at least two sources",
            feedback="First: one source cannot show you its own mistakes.",
        ),
        Step(
            slug="ask",
            text="Ask the person how they take each one",
            feedback="Then you know what happens at home. Bring your list and their boxes.",
        ),
        Step(
            slug="compare",
            text="Compare: what stopped, started or doubled?",
            feedback="With all of it in front of you, the gaps begin to show.",
        ),
        Step(
            slug="resolve",
            text="Settle the differences with a prescriber",
            feedback="A doubt about a medicine is not yours to settle alone.",
        ),
        Step(
            slug="record",
            text="Record what changed and why",
            feedback="Only once it is settled. Give source, date and change.",
        ),
        Step(
            slug="tell-next",
            text="Tell the next service",
            feedback="Last: so that the old list is not used again next week.",
        ),
    ),
    skill="act",
    why="Gather, ask, compare, settle, record, tell. Each step leans on the one before.",
    outcome=4,
)

TWO_NAMES = SingleChoice(
    slug="two-names-on-two-boxes",
    question="A resident comes back from hospital with a new box. Its small print names the same medicine as a box "
    "that she has already. What do you do?",
    options=(
        Option(
            slug="check-before-next-dose",
            text="Read both labels to a pharmacist or prescriber before the next dose.",
            feedback="It was the same medicine under two names. She gets one of it, not two.",
            correct=True,
        ),
        Option(
            slug="give-both-as-labelled",
            text="Give both as labelled, since a pharmacist has checked each box and each label is correct.",
            feedback="Each label may be right by itself. Together they could double what she gets.",
        ),
        Option(
            slug="bin-the-older",
            text="Give the new one and throw the older box away.",
            feedback="You might be right, but it is a guess. The box is hers, and shows what she has had.",
        ),
        Option(
            slug="stop-both-and-wait",
            text="Give neither, and bring it up at the review next month.",
            feedback="Holding back for a call is right. A month without it could harm her as well.",
        ),
    ),
    skill="act",
    why="Stopped, started, doubled: look for all three. Names on boxes differ more than what is inside.",
    outcome=2,
)

WHERE_TO_STOP = SingleChoice(
    slug="letter-not-about-medicines",
    question="You check Idris's medicines. One letter in his record is from bereavement counselling. What do you do?",
    options=(
        Option(
            slug="read-to-be-thorough",
            text="Read it, to be thorough.",
            feedback="It would not help with his tablets. He has not agreed to more than this task needs.",
        ),
        Option(
            slug="read-and-tell-nobody",
            text="Read it, but do not tell anybody what it says.",
            feedback="Looking is already more than you need, even if you keep it to yourself.",
        ),
        Option(
            slug="skip-all-letters",
            text="Leave all letters alone, and go by the medicines list, as that is what it is for.",
            feedback="Then you miss the clinic letter, which holds the change. Open what fits your task.",
        ),
        Option(
            slug="open-only-relevant",
            text="Leave it closed. Open the clinic letter about his medicines.",
            feedback="You get what you need, and his grief stays his own.",
            correct=True,
        ),
    ),
    skill="may_i",
    why="A good reason covers the parts that your task needs. Title, source and date help you choose.",
    outcome=1,
)

ACTING = Pool(
    title="When to do it, and what to do",
    draw=3,
    questions=(WITHIN_A_DAY, PRACTICE_TIME, ORDER_OF_WORK, TWO_NAMES, WHERE_TO_STOP),
)

"""M1, the final check: the pool about reading an entry well and acting on it."""

from training.demo.content.shapes import Option, Order, Pool, SingleChoice, Step, TrueFalse

NOT_THERE = TrueFalse(
    slug="not-there-not-happened",
    statement="If it is not in the shared record, it has not happened.",
    answer=False,
    feedback_true="It is easy to think so. But Win did fall, and the ambulance notes are not here.",
    feedback_false="The ambulance notes of Win's fall are not in this record, yet she did fall.",
    reasons=(
        Option(
            slug="everything-arrives-at-once",
            text="Every service adds its notes straight away.",
            feedback="That would be good. In real life, some send late and some do not send at all.",
        ),
        Option(
            slug="not-all-share-and-some-late",
            text="Some services do not share, and some entries arrive hours or days later.",
            feedback="Both leave gaps. So ask the person, and ring the service if it matters.",
            correct=True,
        ),
        Option(
            slug="old-entries-are-deleted",
            text="Old entries are deleted to make room for new ones.",
            feedback="Win's allergy from 2019 is still there. Gaps come from what is not shared, or not yet.",
        ),
        Option(
            slug="person-would-have-said",
            text="The person would have told someone, who would have written it down.",
            feedback="Win told four people. Even so, this record has no notes from that night.",
        ),
    ),
    skill="quality",
    why="A gap in the record is a reason to ask. It is not an answer.",
    outcome=3,
)

SAFE_ORDER = Order(
    slug="safest-order",
    question="You open a record and find a new entry. Put the five steps in the safest order.",
    steps=(
        Step(
            slug="where-from",
            text="Check who wrote it, when, and where it is from.",
            feedback="First, because the date and the source tell you what the entry is worth.",
        ),
        Step(
            slug="what-is-missing",
            text="Ask what is missing.",
            feedback="Second: one entry is seldom the whole story, so look round before you leave.",
        ),
        Step(
            slug="fits-the-person",
            text="Ask the person whether it fits.",
            feedback="Third: now you know what to ask, and they know what really happens.",
        ),
        Step(
            slug="act",
            text="Act on it.",
            feedback="Fourth: you act on what you have checked, not on what you happened to read.",
        ),
        Step(
            slug="write-it-down",
            text="Write down what you found, what you did and who knows.",
            feedback="Last: the next worker sees it, and need not start again.",
        ),
    ),
    skill="act",
    why="Read, question and confirm before you act. Then write down what you did.",
    outcome=3,
)

KEY_SAFE = SingleChoice(
    slug="key-safe-left-out",
    question="The code for Win's key safe is not in the shared record. What is the likely reason?",
    options=(
        Option(
            slug="link-has-failed",
            text="The link to the council has failed, so the code did not arrive.",
            feedback="Links do fail at times. Here the other council rows arrived, so the link works.",
        ),
        Option(
            slug="no-key-safe",
            text="There is no key safe, or the record would give its code.",
            feedback="The row names a key safe. What the record leaves out can still be at Win's front door.",
        ),
        Option(
            slug="nobody-typed-it",
            text="The social worker forgot to type it in.",
            feedback="It could happen. But the row says “not shared here”, so somebody chose this.",
        ),
        Option(
            slug="kept-back-for-safety",
            text="It is kept back on purpose. The care agency can tell those who need it.",
            feedback="Many people can open a shared record. A door code should reach only those who need it.",
            correct=True,
        ),
    ),
    skill="quality",
    why="When something is missing, ask why, and ask the service that would know.",
    outcome=3,
)

WHOM_TO_RING = SingleChoice(
    slug="whom-to-ring-about-visits",
    question=(
        "A row says: “Home care: 2 visits a day. Live. Social worker, Fennings Vale Council.” "
        "You think Win now needs 3 visits. Whom do you ring first?"
    ),
    options=(
        Option(
            slug="gp-surgery",
            text="Ashdown Lane Surgery",
            feedback="The surgery may support the change. But the row shows that the council set up the visits.",
        ),
        Option(
            slug="council",
            text="Fennings Vale Council",
            feedback="The council wrote the entry and set up the care. It can look again at what Win needs.",
            correct=True,
        ),
        Option(
            slug="falls-clinic",
            text="Brackwater falls clinic",
            feedback="The clinic knows about the falls. It did not set up the visits, so you would be passed on.",
        ),
        Option(
            slug="record-help-desk",
            text="The help desk for the shared record",
            feedback="They can help if the system fails. They cannot change someone's care.",
        ),
    ),
    skill="quality",
    why="The source of an entry tells you whom to ring about it.",
    outcome=3,
)

REAL_BENEFIT = SingleChoice(
    slug="a-real-benefit",
    question="A physiotherapist looks at Win's record before a visit. Which benefit is real?",
    options=(
        Option(
            slug="need-not-ask-win",
            text="She need not ask Win about her falls at all.",
            feedback="She can ask less, but she still asks. Things may have changed since the last entry.",
        ),
        Option(
            slug="record-is-complete",
            text="She can rely on the record to hold everything that the other services know.",
            feedback="No shared record does. The one you saw had no ambulance notes.",
        ),
        Option(
            slug="starts-with-the-story",
            text="She starts with what is known, and Win has less to repeat.",
            feedback="One look helps both: a better start for her, and less retelling for Win.",
            correct=True,
        ),
        Option(
            slug="skip-identity-check",
            text="She can skip checking that she has the right person.",
            feedback="She still checks that. People can have the same name, so a mix-up is easy.",
        ),
    ),
    skill="helps",
    why="The record gives you a better first question. It does not replace the conversation.",
    outcome=4,
)

READING_AND_ACTING = Pool(
    title="Reading it, and acting on it",
    draw=3,
    questions=(NOT_THERE, SAFE_ORDER, KEY_SAFE, WHOM_TO_RING, REAL_BENEFIT),
)

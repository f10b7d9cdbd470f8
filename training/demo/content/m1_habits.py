"""M1, sections 4 and 5: three reading habits, practised on Win's record, and whether you may look."""

from training.demo.content.shapes import (
    Callout,
    FindInRecord,
    LocalFact,
    RecordOption,
    RecordVisit,
    Section,
    Text,
)

HOW_TO_SPEAK = FindInRecord(
    slug="how-to-speak-with-win",
    question="You will ring Win later. Which row tells you how to speak with her? Tick 1.",
    record="winifred-tansley",
    options=(
        RecordOption(
            slug="hearing-letter",
            row="letter-hearing",
            feedback="It tells you which ear has the aid. It does not say what helps when you talk.",
        ),
        RecordOption(
            slug="about-me",
            row="about-hearing",
            correct=True,
            feedback="Here Win tells you herself: speak to her left side, and call her Win.",
        ),
        RecordOption(
            slug="niece",
            row="contact-niece",
            feedback="Dee can help with some things. But Win can speak for herself if you help her hear.",
        ),
        RecordOption(
            slug="home-care",
            row="home-care",
            feedback="This tells you who visits. Her care workers may know more, but Win wrote it in About Me.",
        ),
        RecordOption(
            slug="about-mornings",
            row="about-mornings",
            feedback="This is Win's voice, too, and it helps the morning visit. It does not help on the telephone.",
        ),
    ),
    skill="helps",
    why="About Me is there so that Win does not have to repeat it. It saves you time too.",
    outcome=4,
)

WHAT_IS_MISSING = FindInRecord(
    slug="what-is-missing-about-win",
    question="You know Win's story. Which two parts of it are not in this record? Tick 2.",
    record="winifred-tansley",
    options=(
        RecordOption(
            slug="falls-letter",
            row="letter-falls",
            feedback="This one is here: it came from the clinic 12 days ago.",
        ),
        RecordOption(
            slug="ambulance-notes",
            missing="What the ambulance crew wrote on the night she fell",
            correct=True,
            feedback="Vale Ambulance does not share here yet. If you need its notes, ring the service.",
        ),
        RecordOption(
            slug="allergy",
            row="allergy-trimethoprim",
            feedback="This one is here. It is old, but it is still active: age does not delete an allergy.",
        ),
        RecordOption(
            slug="carers-notes",
            missing="What her care workers write at each visit",
            correct=True,
            feedback="The record shows that home care is live. The visit notes stay with Kindly Home Care.",
        ),
        RecordOption(
            slug="equipment",
            row="equipment",
            feedback="This one is here, from the council's occupational therapist.",
        ),
    ),
    skill="quality",
    why="Look at which services share, and how. Then you know what you cannot see, and whom to ring.",
    outcome=3,
)

READING_HABITS = Section(
    "Three reading habits",
    (
        Text(
            "<p>Now look at Win's record. Use three habits each time you read.</p>"
            "<ol>"
            "<li><b>Where is it from?</b> Who wrote it, when, and in which service?</li>"
            "<li><b>What is missing?</b> A gap in the record may not be a gap in the person's life.</li>"
            "<li><b>Does it fit?</b> Check it with the person in front of you.</li>"
            "</ol>"
        ),
        RecordVisit(
            "winifred-tansley",
            "<p>Open Win's record. Find three things, then come back:</p>"
            "<ul><li>how Win likes to be spoken to</li>"
            "<li>what changed in the last two weeks</li>"
            "<li>which services share here, and which do not.</li></ul>",
        ),
        HOW_TO_SPEAK,
        WHAT_IS_MISSING,
    ),
)

MAY_I_LOOK = Section(
    "May I look?",
    (
        Text(
            "<p>Yes, if you care for this person now and need it for that care. "
            "Take only what you need. This is the permission step where you work:</p>"
        ),
        LocalFact("permission-step"),
        Callout(
            "remember",
            "No access yourself?",
            "<p>Not every role can open a shared record. You can still ask: "
            "“Could someone check the shared record first?”</p>",
        ),
    ),
)

HABIT_SECTIONS = (READING_HABITS, MAY_I_LOOK)

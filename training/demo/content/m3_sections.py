"""M3, the sections to read: the corridor, the 60-second look, Callum's record, the flag, two entries, no system."""

from training.demo.content.m3_record import CALLUM
from training.demo.content.m3_scenario import SIXTY_SECONDS
from training.demo.content.shapes import (
    Callout,
    FindInRecord,
    LocalFact,
    MultipleChoice,
    Option,
    RecordOption,
    RecordVisit,
    Section,
    Text,
)

THE_CORRIDOR = Section(
    "The corridor",
    (
        Text(
            "<p>It is 22:50. The waiting room is full. A television talks to nobody.</p>"
            "<p>Callum Adeyemi-Ross is 34. He cut his hand two days ago. Now it is red and hot. "
            "He sits in the corridor and rocks.</p>"
            "<p>Somebody asks him five questions at once. He puts his hands over his ears.</p>"
            "<p>Four months ago a nurse wrote down what helps him. <b>A quiet space. One question at a time. "
            "His support worker beside him.</b> It takes ten seconds to read.</p>"
        ),
        Callout(
            "remember",
            "What you gain",
            "<p><b>You:</b> a safer allergy check and fewer repeat questions. "
            "<b>Callum:</b> he is heard once, and the first time.</p>",
        ),
    ),
)

SIXTY_SECOND_LOOK = Section(
    "The 60-second look",
    (
        Text(
            "<p>You cannot read it all at the front door. You need not. "
            "Confirm the name and date of birth. Then look for three things.</p>"
            "<ol>"
            "<li><b>Alerts and allergies.</b> What could harm this person today?</li>"
            "<li><b>Medicines that change what you do.</b> Such as a seizure medicine or a blood thinner.</li>"
            "<li><b>Adjustments and plans.</b> What helps this person, and what is already agreed?</li>"
            "</ol>"
            "<p>Stop when you have them. Then check them with the person.</p>"
            "<h2>Before you open it</h2>"
            "<p>May you look? You are caring for him now, so you have a work reason. Ask him first, if he can be "
            "asked.</p>"
        ),
        LocalFact("permission-step"),
        LocalFact("emergency-access"),
    ),
)

LOOK_NOW = Section(
    "Try it: Callum's record",
    (
        RecordVisit(
            CALLUM.slug,
            "<p>Give yourself 60 seconds. Find what should change what you do at the front door tonight. "
            "Look at who wrote each row, and when.</p>",
        ),
        FindInRecord(
            slug="rows-that-change-triage",
            question="Which three rows should most change what you do in the first minutes? Tick 3.",
            record=CALLUM.slug,
            options=(
                RecordOption(
                    slug="health-check",
                    row="health-check",
                    feedback="Good to know that he has one. It does not change the next ten minutes.",
                ),
                RecordOption(
                    slug="adjustments",
                    row="adjustments",
                    feedback="This changes where you see him and how you ask. Start with it.",
                    correct=True,
                ),
                RecordOption(
                    slug="allergy-gp",
                    row="allergy-gp",
                    feedback="A hot, red hand may need antibiotics. This entry could save his life.",
                    correct=True,
                ),
                RecordOption(
                    slug="allergy-ed-banner",
                    row="allergy-ed-banner",
                    feedback="You need to see it, because it says the opposite. It is not the row to act on.",
                ),
                RecordOption(
                    slug="valproate",
                    row="valproate",
                    feedback="Seizure medicine: a missed dose matters. Ask if he has had it tonight.",
                    correct=True,
                ),
                RecordOption(
                    slug="eczema",
                    row="eczema",
                    feedback="It is past, and not about tonight. In 60 seconds you can leave it.",
                ),
                RecordOption(
                    slug="dental-letter",
                    row="dental-letter",
                    feedback="It is recent and tidy, but it answers no question that you have tonight.",
                ),
            ),
            skill="when",
            why="The 60-second look: alerts and allergies, medicines that matter, adjustments and plans.",
            outcome=1,
        ),
    ),
)

THE_FLAG = Section(
    "Read a flag, and act on it",
    (
        Text(
            "<p>England has a national <b>Reasonable Adjustment Flag</b>. "
            "It shows that a person needs something done differently, and what. "
            "The National Care Records Service shows it. Some local systems do too.</p>"
            "<p>Publicly funded services in England are asked to share it, read it and add to it. "
            "Reception staff can see it too, where their local role allows.</p>"
            "<p>An adjustment is not a favour. Services have a legal duty to make them where reasonable.</p>"
            "<h2>No flag?</h2>"
            "<p>No flag does not mean no need. Nobody may have asked yet, or it may sit in another system. "
            "So ask everybody: <b>“Is there anything that would make this easier for you?”</b></p>"
        ),
        MultipleChoice(
            slug="what-a-useful-flag-says",
            question="You add a flag for somebody today. Which four things make it useful? Choose 4.",
            options=(
                Option(
                    slug="what-is-needed",
                    text="What the person needs",
                    feedback="“Quiet space” is plain. A stranger can understand it at a glance.",
                    correct=True,
                ),
                Option(
                    slug="what-to-do",
                    text="What staff should do",
                    feedback="An action such as “one question at a time” turns a need into help.",
                    correct=True,
                ),
                Option(
                    slug="all-diagnoses",
                    text="All the person's diagnoses so far",
                    feedback="More than staff need, and more than the person may want seen. The need is enough.",
                ),
                Option(
                    slug="who-recorded-it",
                    text="Who recorded it",
                    feedback="Then others know whom to ask when it is unclear or out of date.",
                    correct=True,
                ),
                Option(
                    slug="when-to-review",
                    text="When to look at it again",
                    feedback="Needs change. A review date keeps the flag worth trusting.",
                    correct=True,
                ),
            ),
            skill="quality",
            why="Need, action, who, review date. A flag tells staff how to help, not a life story.",
            outcome=3,
        ),
    ),
)

WHEN_IT_IS_NOT_SIMPLE = Section(
    "Two answers, or none",
    (
        Text(
            "<h2>When two entries disagree</h2>"
            "<p>Newer is not always truer. Somebody may have asked in a rush. So:</p>"
            "<ol>"
            "<li><b>Act on the safer one</b> for now.</li>"
            "<li><b>Confirm.</b> Ask the person and whoever knows them. Find a second source.</li>"
            "<li><b>Put it right.</b> Tell the service that owns the wrong entry. "
            "Write down what you checked.</li>"
            "</ol>"
        ),
        LocalFact("report-error"),
        Text(
            "<h2>When the system is down</h2>"
            "<p>Use your local fallback, such as a phone number or a printed plan. "
            "Write that you could not check. Look later, and add what you find. "
            "Never use somebody else's log-in.</p>"
        ),
        LocalFact("downtime"),
    ),
)

SCENARIO = Section(
    "Sixty seconds at triage",
    (Text("<p>Now it is your shift. You can look, but the clock is running.</p>"), SIXTY_SECONDS),
)

SECTIONS: tuple[Section, ...] = (
    THE_CORRIDOR,
    SIXTY_SECOND_LOOK,
    LOOK_NOW,
    THE_FLAG,
    WHEN_IT_IS_NOT_SIMPLE,
    SCENARIO,
)

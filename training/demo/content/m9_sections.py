"""M9, sections 1 to 3: a launch day, one sentence that can be checked, and who agreed to share what."""

from training.demo.content.shapes import Callout, Categorise, LocalFact, Section, Sorted, Text

LAUNCH_DAY = Section(
    "Launch day",
    (
        Text(
            "<p>It is launch day in Fennings Vale. The Vale Shared Record works. "
            "There is cake in the hospital canteen.</p>"
            "<p>The manager of Merrowfield House, a care home, rings you. "
            "“What will my night staff do differently tonight?” she asks.</p>"
            "<p>You look for the answer in 40 pages of plans. It is not there.</p>"
            "<h2>What this module is for</h2>"
            "<p>A shared record helps when people open it at the right moment. "
            "That takes agreements, habits and trust, as well as a system. "
            "Here you practise five early steps. They suit managers, project leads and champions. "
            "A <i>champion</i> is a colleague who helps others on the shift.</p>"
        ),
        Callout(
            "note",
            "It is seldom just the IT",
            "<p>One study looked at shared end of life records. "
            "It named more than 800 things that helped or got in the way. "
            "Fewer than a quarter were mainly about the IT.</p>",
        ),
        Callout(
            "important",
            "May I look?",
            "<p>Leading the change is no reason to open anybody's record. "
            "Work with counts and with what staff tell you. "
            "Whoever opens a record for care follows the permission step.</p>",
        ),
        LocalFact("permission-step"),
    ),
)

ONE_SENTENCE = Section(
    "One sentence that can be checked",
    (
        Text(
            "<p>Say in one sentence who will do what differently. Then add three things:</p>"
            "<ul>"
            "<li><b>a measure</b>: what you will count</li>"
            "<li><b>a baseline</b>: what it is today</li>"
            "<li><b>a date</b>: when you will look again.</li>"
            "</ul>"
            "<p>For example: “By 30 June, ward nurses check the care package before 8 of 10 calls to families. "
            "Today it is 2 of 10.”</p>"
            "<h2>What is in, and what is out</h2>"
            "<p>A <i>capability</i> is something that services do together, "
            "such as care plans, discharges or referrals. "
            "Name those that your plan covers. Name those that it leaves out, too. "
            "Then nobody waits for something that is not coming.</p>"
            "<p>In Fennings Vale: discharge and referrals are in. "
            "Care plans at home come next year. Maternity is out for now, and everybody knows why.</p>"
        ),
    ),
)

CHECKLIST = Categorise(
    slug="check-fennings-vale",
    question="Fennings Vale, four weeks before launch. Is it in place, partly in place, or not in place?",
    categories=(("in-place", "In place"), ("partly", "Partly in place"), ("not", "Not in place")),
    items=(
        Sorted(
            slug="baseline",
            text="The aim has a measure and a date. Nobody knows today's number.",
            category="partly",
            feedback="Without a baseline you cannot show a change. Count for two weeks, before the launch.",
        ),
        Sorted(
            slug="downtime",
            text="All staff were shown what to use when the record is down.",
            category="in-place",
            feedback="Staff need this before the first bad night. Ask a night nurse, to be sure that it stuck.",
        ),
        Sorted(
            slug="night-log-ins",
            text="Nobody has tried whether night and agency staff can sign in.",
            category="not",
            feedback="Not tried means not in place. Try it at 2 am, with a person from the agency.",
        ),
        Sorted(
            slug="opens-in-one-step",
            text="On the ward, the record opens from the person's notes, without a second log-in.",
            category="in-place",
            feedback="It is there at the moment of need. That does more than any poster.",
        ),
        Sorted(
            slug="attitudes-unsure",
            text="“I'm not sure whether anyone asked staff what they think.”",
            category="not",
            feedback="Not sure counts as not in place. Ask now: after the launch is too late for a baseline.",
        ),
        Sorted(
            slug="wrong-entries",
            text="Wrong entries are reported. Half of the services say who puts them right.",
            category="partly",
            feedback="Half a route is a dead end for half the staff. Get a name from each service.",
        ),
    ),
    skill="quality",
    why="An honest “not in place” is worth more than a hopeful “yes”. It gives you an action, an owner and a date.",
    outcome=2,
)

AGREEMENTS = Section(
    "Who agreed to share what",
    (
        Text(
            "<p>A <i>sharing agreement</i> says which services share what, with whom and why. "
            "It takes a long time to get signed. So write in the next two phases now:</p>"
            "<ul>"
            "<li><b>Now:</b> what staff can see on the first day.</li>"
            "<li><b>Planned:</b> what comes later, with a date.</li>"
            "<li><b>Out:</b> what will not come, with the reason.</li>"
            "</ul>"
            "<p>Tell staff all three in plain words. This is what your own organisation says today:</p>"
        ),
        LocalFact("services-sharing"),
        LocalFact("not-in-record"),
        Text(
            "<h2>Where early projects go wrong</h2>"
            "<p>A short check, done early and again later, finds weak spots while they are small. "
            "Try it on Fennings Vale.</p>"
        ),
        CHECKLIST,
    ),
)

OPENING_SECTIONS = (LAUNCH_DAY, ONE_SENTENCE, AGREEMENTS)

"""M8, the sections about children: one piece each, what a flag tells, Kayleigh-Mae's record, sharing and writing."""

from training.demo.content.m8_kayleigh import KAYLEIGH_MAE
from training.demo.content.m8_scenario import FOURTH_VISIT
from training.demo.content.shapes import (
    Callout,
    FindInRecord,
    LocalFact,
    RecordOption,
    RecordVisit,
    Section,
    Text,
)

SUPPORT = (
    "<p>You can talk it through with your manager or safeguarding lead instead. "
    "For support, speak to somebody you trust, your staff support service or your GP. "
    "If you are not safe yourself, ring 999 in an emergency.</p>"
)

ONE_PIECE_EACH = Section(
    "One piece each",
    (
        Text(
            "<p>A nurse treated a small injury. A receptionist saw that a child was not brought for her jabs. "
            "A health visitor knocked, and nobody answered. A council worker wrote a plan.</p>"
            "<p>Four people, four small worries. Each thought: <b>it is probably nothing.</b></p>"
            "<p>Nobody was careless. Nobody saw more than one piece. A shared record can put the pieces side by side. "
            "Then a person has to do something about it. Today that may be you.</p>"
        ),
        Callout(
            "remember",
            "What you gain",
            "<p><b>You:</b> you need not carry a worry alone, or be sure before you share it. "
            "<b>The child or adult:</b> somebody sees the whole picture in time.</p>",
        ),
    ),
)

THE_FLAG = Section(
    "What a flag tells you, and what it does not",
    (
        Text(
            "<p>In England there is a national service called <b>CP-IS</b> "
            "(Child Protection Information Sharing). It flags a child who:</p>"
            "<ul><li>is looked after by a council, or</li>"
            "<li>is on a child protection plan, even before birth, or</li>"
            "<li>was either of these in the last 12 months.</li></ul>"
            "<p>You see it in the National Care Records Service or in a local system. It shows the kind of plan, "
            "the council team to ring, and the last 25 visits to unscheduled care. "
            "Unscheduled care is care that nobody booked, such as an emergency department.</p>"
            "<p>When a flagged child comes to such a place, CP-IS tells the council. "
            "<b>It says that the child came. It cannot say what worries you.</b></p>"
            "<ul><li><b>The flag makes no referral.</b> If you are worried, you ring.</li>"
            "<li><b>No flag does not mean no risk.</b> Many children at risk are not known yet.</li></ul>"
            "<p>CP-IS is still being rolled out to GPs and other booked care. Ask if you can see it where you work.</p>"
        ),
    ),
)

LOOK_NOW = Section(
    "Try it: Kayleigh-Mae's record",
    (
        RecordVisit(
            KAYLEIGH_MAE.slug,
            "<p>You are the triage nurse. Kayleigh-Mae has come with a scald to her arm. Find out:</p>"
            "<ul><li>Is there a flag, and whom could you ring?</li>"
            "<li>What do the visits look like side by side?</li>"
            "<li>Who else could read what you are going to write?</li></ul>",
        ),
        FindInRecord(
            slug="whom-to-ring-and-who-reads",
            question=(
                "Which row tells you whom to ring about her plan? "
                "And which warns you that your note may be read at home? Tick 2."
            ),
            record=KAYLEIGH_MAE.slug,
            options=(
                RecordOption(
                    slug="mother",
                    row="mother",
                    feedback="You will talk with her mother face to face. The plan's team is in another row.",
                ),
                RecordOption(
                    slug="cp-plan",
                    row="cp-plan",
                    feedback="It names the council, the team and the number. The plan is with them.",
                    correct=True,
                ),
                RecordOption(
                    slug="visitor-contact",
                    row="visitor-contact",
                    feedback="She knows the family, so do tell her. She works on weekdays, and does not hold the plan.",
                ),
                RecordOption(
                    slug="proxy",
                    row="proxy",
                    feedback="New entries can show on a phone at home. Think of it before you save, not after.",
                    correct=True,
                ),
                RecordOption(
                    slug="partner",
                    row="partner",
                    feedback="An adult at home whose name nobody knows is worth noting. It is not about who can read.",
                ),
                RecordOption(
                    slug="hearing-letter",
                    row="hearing-letter",
                    feedback="A normal test, six months ago. It answers neither question.",
                ),
            ),
            skill="when",
            why="Know whom to ring, and who may read your note, before you need either.",
            outcome=1,
        ),
    ),
    warning=(
        "<p>This practice record is about a small child with an injury, who may be at risk of harm. "
        "There are no pictures, and little detail.</p>" + SUPPORT
    ),
)

MAY_I_SHARE = Section(
    "May I share, and how do I write it?",
    (
        Text("<p>May you look? Yes, if you are caring for this person now, at the parts you need.</p>"),
        LocalFact("permission-step"),
        Text(
            "<h2>When a child may be at risk</h2>"
            "<ul>"
            "<li><b>You do not need consent to share.</b> Share what is needed, with those who need it.</li>"
            "<li><b>Tell the family</b> what you share and why, where that is safe.</li>"
            "<li><b>Data protection law is a framework</b> for sharing well. It is not a barrier.</li>"
            "<li><b>Write down</b> what you shared, with whom, and your reason.</li>"
            "</ul>"
            "<p>You need not be sure. You need not decide alone.</p>"
        ),
        LocalFact("safeguarding-contact"),
        Text(
            "<h2>Write facts, not labels</h2>"
            "<p>Write what you saw, what you heard in the exact words, who was there, and when. "
            "Not “shifty”, but “looked at the floor when asked”.</p>"
            "<h2>Who can read it?</h2>"
            "<p>Many people can read their record online. Some have <i>proxy access</i> to read another person's. "
            "An abuser may hold that phone, or stand beside it. Before you save, follow your local process "
            "to hide what could put somebody at risk.</p>"
        ),
        LocalFact("hide-from-online-view"),
    ),
)

CHILD_SCENARIO = Section(
    "Fourth visit in seven months",
    (Text("<p>You know what the record can tell you. The rest is up to people.</p>"), FOURTH_VISIT),
    warning=(
        "<p>In this story a child of three may be at risk at home. Nothing is described in detail. "
        "In one ending she is hurt again.</p>" + SUPPORT
    ),
)

CHILD_SECTIONS: tuple[Section, ...] = (ONE_PIECE_EACH, THE_FLAG, LOOK_NOW, MAY_I_SHARE, CHILD_SCENARIO)

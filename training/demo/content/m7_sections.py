"""M7, the sections to read about the visit: two knocks, what one wants to know, Tom's record, whom to tell."""

from training.demo.content.m7_record import TOM
from training.demo.content.m7_scenario import MORNING_VISIT
from training.demo.content.shapes import (
    Callout,
    FindInRecord,
    LocalFact,
    RecordOption,
    RecordVisit,
    Section,
    Text,
)

TWO_KNOCKS = Section(
    "Two knocks at one door",
    (
        Text(
            "<p>It is 7:55. You stand at a door, about to knock. Behind it lives Tomasz Wieliczko. "
            "He is 76, and his heart is weak. He likes to be called Tom.</p>"
            "<p>Last week a worker called out, “Morning, Thomas!” She turned the radio up, to cheer him. "
            "She did not weigh him, because she did not know that his plan had changed.</p>"
            "<p>Some nights later there is another knock: an ambulance crew, at ten past three. "
            "In the hall hangs a plan on paper. It is 14 months old. Tom has changed his mind since.</p>"
            "<p>All of them wanted to help. What they needed was two minutes away.</p>"
        ),
        Callout(
            "remember",
            "What you gain",
            "<p><b>You:</b> fewer surprises behind the door. <b>Tom:</b> care the way he likes it, "
            "by day and by night. <b>Halina, his wife:</b> she need not explain it all again.</p>",
        ),
    ),
)

WHAT_YOU_WANT = Section(
    "What you want to know",
    (
        Text(
            "<h2>Before you knock</h2>"
            "<ol>"
            "<li><b>The plan.</b> What has changed since my last visit?</li>"
            "<li><b>Alerts.</b> What could do harm?</li>"
            "<li><b>About Me.</b> How does this person like things done?</li>"
            "<li><b>Who may be told.</b> Who might ask me today?</li>"
            "</ol>"
            "<p>Then make your visit. Afterwards, write down what changed.</p>"
            "<h2>When something changes</h2>"
            "<p>Do what the plan says. If the plan does not say, ring your office or the team that wrote it. "
            "Then write four things: what you saw, when, whom you told, what they advised.</p>"
            "<p>A plan is only as good as its last update.</p>"
        ),
        Callout(
            "note",
            "If you care for somebody at home, or cannot see the record",
            "<p>You can ask: “What does the plan say, and whom do we ring?” "
            "With the person's agreement, ask for a copy for the home. "
            "You know what is normal for them. Tell the team when it changes.</p>",
        ),
    ),
)

LOOK_NOW = Section(
    "Try it: Tom's record",
    (
        RecordVisit(
            TOM.slug,
            "<p>It is 7:55, and you are Tom's care worker. Find out:</p>"
            "<ul><li>What has changed in his plan?</li>"
            "<li>How does he like things done?</li>"
            "<li>Who may be told how he is?</li></ul>"
            "<p>Look at who wrote each row, and when.</p>",
        ),
        FindInRecord(
            slug="rows-for-this-morning",
            question="Which four rows should shape your visit this morning? Tick 4.",
            record=TOM.slug,
            options=(
                RecordOption(
                    slug="respect-v3",
                    row="respect-v3",
                    feedback="It is good to know that it is there. It is for an emergency, not for this morning.",
                ),
                RecordOption(
                    slug="about-me",
                    row="about-me",
                    feedback="Call him Tom, keep the radio low. He has said it once, and need not say it again.",
                    correct=True,
                ),
                RecordOption(
                    slug="plan-weigh",
                    row="plan-weigh",
                    feedback="This changed 9 days ago. You weigh him today, and you know whom to ring.",
                    correct=True,
                ),
                RecordOption(
                    slug="gout",
                    row="gout",
                    feedback="It is past, and nothing in today's visit depends on it.",
                ),
                RecordOption(
                    slug="eye-letter",
                    row="eye-letter",
                    feedback="New glasses may help him. But the letter is 5 months old, and can wait.",
                ),
                RecordOption(
                    slug="weight-before",
                    row="weight-before",
                    feedback="Without this number, today's weight tells you little. It is 3 days old: ideal.",
                    correct=True,
                ),
                RecordOption(
                    slug="may-be-told",
                    row="may-be-told",
                    feedback="Somebody may ask you at the door or on the phone. Now you know what Tom wants.",
                    correct=True,
                ),
            ),
            skill="helps",
            why="Plan, About Me and who may be told: two minutes that change how the visit goes.",
            outcome=1,
        ),
    ),
    warning=(
        "<p>Tom's practice record has a part about care near the end of his life. "
        "It has the words “not for CPR” (resuscitation). Your task here is about an ordinary morning.</p>"
        "<p>If this is close to home, you can talk it through with your manager instead.</p>"
    ),
)

WHOM_TO_TELL = Section(
    "May I look, and whom may I tell?",
    (
        Text("<p>You may look at what you need for Tom's care today. Ask him first, if he can be asked.</p>"),
        LocalFact("permission-step"),
        Text(
            "<h2>When a relative asks</h2>"
            "<ul>"
            "<li><b>You can always listen.</b> Listening gives nothing away.</li>"
            "<li><b>Before you tell, ask the person.</b> You need their clear yes to share with family or carers.</li>"
            "<li><b>Share what they agreed to</b>, and no more than is needed.</li>"
            "</ul>"
            "<p>Being next of kin does not, by itself, open the record.</p>"
            "<h2>“I have power of attorney”</h2>"
            "<p>A lasting power of attorney (LPA) lets one person act for another. There are two kinds.</p>"
            "<ul>"
            "<li><b>Health and welfare:</b> it works only when the person cannot make that decision themselves.</li>"
            "<li><b>Property and finance:</b> it does not open the health record.</li>"
            "</ul>"
            "<p>Being able to make a decision is called <i>capacity</i>. If a person lacks it, "
            "staff act in their best interests (Mental Capacity Act 2005). "
            "A health and welfare attorney may then decide, within what the power covers. "
            "Ask your manager what evidence has been seen, and what it covers.</p>"
        ),
        LocalFact("who-to-ask"),
    ),
)

MORNING = Section(
    "The morning visit",
    (Text("<p>Now you are at the door. You have read what you need.</p>"), MORNING_VISIT),
)

VISIT_SECTIONS: tuple[Section, ...] = (TWO_KNOCKS, WHAT_YOU_WANT, LOOK_NOW, WHOM_TO_TELL, MORNING)

"""M7, the sections about plans for an emergency: what guides, what binds, after a death, and the call at 3 am."""

from training.demo.content.m7_night_line import TEN_PAST_THREE
from training.demo.content.shapes import Callout, LocalFact, Option, Section, SingleChoice, Text

AFTER_A_DEATH = SingleChoice(
    slug="after-an-expected-death",
    question=(
        "Somebody you visit has died at home, as was expected. Your office has told you. "
        "You see that a heart failure visit is booked for tomorrow. What helps most?"
    ),
    options=(
        Option(
            slug="family-will-ring-round",
            text="Leave it to the family. They will want to tell people themselves.",
            feedback="Some do. Many cannot face ten calls. Then a nurse knocks tomorrow and asks for him.",
        ),
        Option(
            slug="record-will-show-it",
            text="Leave it to the record. It will show it by itself.",
            feedback="It may, in time. Some feeds are days late, and the visit is tomorrow.",
        ),
        Option(
            slug="check-who-has-been-told",
            text="Ask your manager who has been told, and see that the other teams hear today.",
            feedback="The visit is called off, and nobody rings to ask how he is. It is a last kindness.",
            correct=True,
        ),
        Option(
            slug="ring-the-family-for-a-list",
            text="Ring the family, say how sorry you are, and ask them to list each service that came.",
            feedback="They may know. But the plan lists them too, so spare the family this call today.",
        ),
    ),
    skill="act",
    why="Keeping a record current does not end with a death. One round of calls can spare a family great pain.",
    outcome=2,
)

GUIDES_AND_BINDS = Section(
    "What guides, and what binds",
    (
        Text(
            "<p>Some people have a plan for a time when they are very ill and cannot choose for themselves.</p>"
            "<ul>"
            "<li><b>A ReSPECT plan</b> holds recommendations for an emergency. It guides you. "
            "It is not legally binding, but you must not ignore it.</li>"
            "<li><b>DNACPR</b> means: do not attempt cardiopulmonary resuscitation (CPR). It is about CPR only. "
            "It does not mean “do not treat”.</li>"
            "<li><b>An advance decision to refuse treatment</b> (ADRT) is different. "
            "If it is valid and fits the situation, it is binding in England and Wales.</li>"
            "</ul>"
            "<p>If the person can choose now, ask the person. If you are not sure what applies, "
            "ask a senior clinician at once.</p>"
            "<h2>Paper and screen may differ</h2>"
            "<p>Look at five things:</p>"
            "<ul><li>the date</li><li>the version</li><li>who made it</li>"
            "<li>the person's own words</li><li>whether they can decide now</li></ul>"
            "<p>Usually you start from the plan with the latest date. Check it with the person and those close "
            "to them. Write down which one you used. Ask whoever made the plan to replace old copies.</p>"
        ),
        Callout(
            "note",
            "Why it matters",
            "<p>Research on shared end of life plans found that paper plans were often not to hand. "
            "When plans were not shared well, some people went to hospital who need not have gone.</p>",
        ),
        LocalFact("end-of-life-line"),
        LocalFact("downtime"),
        Text(
            "<h2>After a death</h2>"
            "<p>Follow your service's own steps first. Then think of the teams who do not know yet.</p>"
        ),
        AFTER_A_DEATH,
    ),
    warning=(
        "<p>This section speaks plainly about plans for the end of life, resuscitation (CPR), "
        "and what to do after a death.</p>"
        "<p>You can talk it through with your manager instead. For support, speak to somebody you trust, "
        "your manager, your staff support service or your GP.</p>"
    ),
)

NIGHT = Section(
    "Ten past three",
    (
        Text(
            "<p>Some nights after the visit, Tom is breathless. Look for the plan, and ask Tom.</p>"
            "<p>If you care for somebody at home, see what a crew needs from you.</p>"
        ),
        TEN_PAST_THREE,
    ),
    warning=(
        "<p>In this story Tom is very breathless at night. It speaks about resuscitation and about his wishes. "
        "Tom does not die in it.</p>"
        "<p>You can talk it through with your manager instead. For support, speak to somebody you trust, "
        "your manager, your staff support service or your GP.</p>"
    ),
)

NIGHT_SECTIONS: tuple[Section, ...] = (GUIDES_AND_BINDS, NIGHT)

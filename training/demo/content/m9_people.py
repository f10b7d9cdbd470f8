"""M9, sections 4 and 5: what changes for people, and how to read what they say."""

from training.demo.content.shapes import (
    Callout,
    Option,
    Section,
    ShortReason,
    SingleChoice,
    Text,
)

THREE_MOMENTS = ShortReason(
    slug="one-moment-for-one-role",
    question=(
        "Choose one role in your team, and one moment in its day. "
        "Write the question, where the answer is, and what to do if it is not there."
    ),
    hint="Role and moment; question; where to look; what to check it against; what if it is not there.",
    model=(
        "Ward clerk, before ringing a family about going home. “Who visits already?” "
        "Look in the care and support plan. Check it with the family. If it is not there, ring the council."
    ),
    points=(
        "It is a moment that comes on every shift, not once a year.",
        "It says the question in the words of that role.",
        "It says what to do when the answer is not there.",
        "Somebody who does that job has read it.",
    ),
    skill="when",
    why="Staff keep a habit that is tied to a moment. Two more like this, and you have a card for that role.",
    outcome=3,
)

WHAT_CHANGES = Section(
    "Job, workflow, culture",
    (
        Text(
            "<p>A new record changes three things. Write each one down for one team.</p>"
            "<ul>"
            "<li><b>A job:</b> what one person does differently. "
            "“The ward clerk looks at the care package before she rings.”</li>"
            "<li><b>A workflow:</b> what happens between people and services. "
            "“The home gets the summary before the person arrives.”</li>"
            "<li><b>A culture:</b> what people here think is right. "
            "“We share what matters for someone's care.”</li>"
            "</ul>"
            "<p>For each: what is it like now, what will it be like, who gains, and what does it cost them? "
            "Be honest about the cost. Two minutes more for the clerk may save the family an hour.</p>"
            "<h2>Build it from moments</h2>"
            "<p>Sit beside three people of one role. Ask: “Which question do you need answered, and when?” "
            "Write three moments with them. Try one yourself.</p>"
        ),
        THREE_MOMENTS,
    ),
)

READ_THE_REPORT = SingleChoice(
    slug="what-does-the-report-say-first",
    question="You have time for one thing on Ward 3 this week. What does the report point to?",
    options=(
        Option(
            slug="more-training-on-the-system",
            text="More lessons on how to work the screen",
            feedback="Most of them reach the record quickly. The screen is not what holds them back.",
        ),
        Option(
            slug="talk-about-permission",
            text="A talk with the team about what they may look at, and why",
            feedback="Only 9 of 26 know what they may look at. Many worry. “May I look?” fits that need.",
            correct=True,
        ),
        Option(
            slug="find-the-night-staff",
            text="Find out which of the night staff gave low marks, and talk to each of them",
            feedback="Nobody promised you their names. Ask the night team as a team, and listen.",
        ),
        Option(
            slug="nothing-average-is-fine",
            text="Nothing: the average of all wards is fine",
            feedback="An average can hide one ward that needs you. Look at the place and at the theme.",
        ),
    ),
    skill="quality",
    why="A report is for choosing the next step. Look for the theme that is low, and for the place.",
    outcome=4,
)

PEOPLE = Section(
    "What people say, and when to ask",
    (
        Text(
            "<p>Ask staff what they think before the launch, after three months and after a year. "
            "Here is the report of Ward 3. It is made up. 26 of 40 answered.</p>"
            "<ul>"
            "<li>I know when the record could help me: 19 of 26 agree</li>"
            "<li>I can get to it quickly: 21 of 26 agree</li>"
            "<li>I know what I am allowed to look at: 9 of 26 agree</li>"
            "<li>I worry about getting into trouble for sharing: 17 of 26 agree</li>"
            "<li>Night staff alone: <b>too few to show</b></li>"
            "</ul>"
            "<p>Small numbers stay hidden so that nobody can be picked out. "
            "That is a promise to the people who answered. Never work round it.</p>"
        ),
        READ_THE_REPORT,
        Text(
            "<h2>From four weeks before to twelve weeks after</h2>"
            "<ul>"
            "<li><b>Four weeks before:</b> take the baseline. Agree the moments. Try every kind of log-in. "
            "Start the training: not earlier, or people forget.</li>"
            "<li><b>Launch:</b> access opens. A champion is on each shift, nights too.</li>"
            "<li><b>Week 1:</b> three short questions to refresh. Ask what got in the way.</li>"
            "<li><b>Week 6:</b> refresh again. Ask: “Has it changed what you did?”</li>"
            "<li><b>Week 12:</b> ask about attitudes again. Compare with the baseline. "
            "Tell staff what changed for a person.</li>"
            "</ul>"
        ),
        Callout(
            "remember",
            "Once is not enough",
            "<p>Training often comes once, at the launch, and teaches the buttons. "
            "A review of 23 studies found that people know more "
            "when online learning is spread over time.</p>",
        ),
    ),
)

PEOPLE_SECTIONS = (WHAT_CHANGES, PEOPLE)

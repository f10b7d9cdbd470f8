"""M1, section 4: three reading habits, practised on Win's record."""

from training.demo.content.shapes import Option, RecordExcerpt, Row, Section, SingleChoice, Text, TrueFalse

WINS_RECORD = RecordExcerpt(
    title="Vale Shared Record",
    person="Winifred Tansley",
    nhs_number="999 101 2001",
    age=82,
    rows=(
        Row(
            "About Me: I hear better on my left. Call me Win.",
            "Current",
            "5 weeks ago",
            "Community nurse",
            "Tarn & Vale Community Health",
        ),
        Row("Allergy: trimethoprim, rash", "Active", "2019", "GP", "Ashdown Lane Surgery"),
        Row("Medicines: 5 on the list", "Last issued", "3 weeks ago", "GP", "Ashdown Lane Surgery"),
        Row(
            "Falls clinic letter: start vitamin D; physiotherapy referral sent",
            "Letter",
            "12 days ago",
            "Clinic doctor",
            "Brackwater Hospitals",
        ),
        Row(
            "Home care: 2 visits a day", "Live", "Since 2 weeks ago", "Social worker", "Fennings Vale Council"
        ),
        Row(
            "Key safe: ask the care agency",
            "Not shared here",
            "2 weeks ago",
            "Social worker",
            "Fennings Vale Council",
        ),
    ),
    note="Fictional training record. Win is not a real person.",
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
        WINS_RECORD,
        SingleChoice(
            slug="how-to-speak-with-win",
            question="Which row tells you how to speak with Win?",
            options=(
                Option(
                    slug="about-me",
                    text="About Me",
                    feedback="Here Win tells you herself: speak to her left side, and call her Win.",
                    correct=True,
                ),
                Option(
                    slug="medicines",
                    text="Medicines: 5 on the list",
                    feedback="This tells you what was issued. For what helps Win hear you, read About Me.",
                ),
                Option(
                    slug="falls-clinic-letter",
                    text="Falls clinic letter",
                    feedback=(
                        "The letter gives the clinic's plan. It does not say how Win likes to be spoken to."
                    ),
                ),
                Option(
                    slug="home-care",
                    text="Home care: 2 visits a day",
                    feedback=(
                        "This tells you who visits. Her care workers may know more, but Win wrote it in "
                        "About Me."
                    ),
                ),
            ),
            skill="helps",
            why="About Me is there so that Win does not have to repeat it. It saves you time too.",
        ),
        TrueFalse(
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
                    text="Old entries are deleted to make room.",
                    feedback=(
                        "Win's allergy from 2019 is still there. "
                        "Gaps come from what is not shared, or not yet."
                    ),
                ),
                Option(
                    slug="person-would-have-said",
                    text="The person would have told someone, who would have written it down.",
                    feedback="Win told four people. Even so, this record has no notes from that night.",
                ),
            ),
            skill="quality",
            why="A gap in the record is a reason to ask. It is not an answer.",
        ),
    ),
)

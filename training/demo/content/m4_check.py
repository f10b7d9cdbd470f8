"""M4, the check: what a record can tell you (three of four), when and what to do (three of five), and a line."""

from training.demo.content.m4_check_acting import ACTING
from training.demo.content.m4_record import IDRIS
from training.demo.content.shapes import (
    Categorise,
    Certainty,
    FindInRecord,
    Option,
    Pool,
    Question,
    RecordOption,
    ShortReason,
    Sorted,
    TrueFalse,
)

FACT_OR_CHECK = Categorise(
    slug="fact-or-needs-checking",
    question="You read these about Idris. Which are facts as they stand, and which need checking?",
    categories=(("fact", "A fact as it stands"), ("check", "Needs checking")),
    items=(
        Sorted(
            slug="takes-twice-a-day",
            text="“Takes apixaban twice a day”",
            category="check",
            feedback="Only Idris, or whoever helps him, can say what he takes. Ask, and look at the box.",
        ),
        Sorted(
            slug="dispensed-two-weeks-ago",
            text="“Apixaban dispensed 2 weeks ago”",
            category="fact",
            feedback="The pharmacy recorded a supply. What happened to it after that is another matter.",
        ),
        Sorted(
            slug="allergy-no-reaction",
            text="“Allergy, 2003. Reaction: not recorded”",
            category="check",
            feedback="Keep to it for now. Ask what happened, so that it can be made clear or removed.",
        ),
        Sorted(
            slug="dated-clinic-letter",
            text="“Clinic letter, dated: warfarin stopped”",
            category="fact",
            feedback="It is a fact that this was advised that day. Whether it was done needs checking.",
        ),
    ),
    skill="quality",
    why="A record proves what was written, issued or supplied. It does not prove what a person does with it.",
    outcome=1,
)

ISSUED_MEANS_TAKEN = TrueFalse(
    slug="issued-means-taken",
    statement="Bisoprolol was issued 3 weeks ago. So Idris takes it.",
    answer=False,
    feedback_true="It seems likely, and often it is so. But no row in the record can tell you that.",
    feedback_false="He may well take it. You know that once you have asked him.",
    reasons=(
        Option(
            slug="lists-are-always-old",
            text="GP lists are always out of date.",
            feedback="Often they are right. The point is what an issue can show, even when it is new.",
        ),
        Option(
            slug="three-weeks-too-long",
            text="Three weeks is too long ago to count.",
            feedback="Even “issued today” would not show it. It is the word that matters, not the date.",
        ),
        Option(
            slug="would-have-asked-again",
            text="If he had stopped taking it, he would have told the surgery by now.",
            feedback="Many people do not, out of worry or because nobody asked. So ask him, without blame.",
        ),
        Option(
            slug="issue-shows-prescription",
            text="An issue shows that a prescription was written, no more.",
            feedback="So you ask: “How do you take this one?” His answer is your second source.",
            correct=True,
        ),
    ),
    skill="quality",
    why="Issued, dispensed and taken are three different things. Ask about the last one.",
    outcome=1,
)

HOSPITAL_ONLY = Certainty(
    slug="not-on-the-gp-list",
    question="A woman says, “The hospital gives me an injection.” Her GP list shows none. What do you take from that?",
    options=(
        Option(
            slug="she-is-mistaken",
            text="She is mistaken: it would be on the list.",
            feedback="Then she might miss a dose, or get something that does not go with it. She may well be right.",
        ),
        Option(
            slug="it-has-stopped",
            text="It must have been stopped.",
            feedback="Nothing here says so. A gap in a list is not a stop date.",
        ),
        Option(
            slug="list-may-miss-it",
            text="The list may miss it. Look for a letter, and ask the team that gives it.",
            feedback="You find out what it is and when it is next due. Then you ask for it to be recorded.",
            correct=True,
        ),
        Option(
            slug="hospital-will-see-to-it",
            text="It does not matter here, as the hospital sees to it and will ring if something is due.",
            feedback="It matters for whatever you give her today. The hospital does not know that she is with you.",
        ),
    ),
    skill="quality",
    why="Medicines that only a hospital supplies may not show in a GP list. Not listed does not mean not taken.",
    outcome=3,
)

REALLY_REACHED_HIM = FindInRecord(
    slug="apixaban-reached-him",
    question="You ring the prescriber. Which two rows help you show that Idris really has apixaban? Tick 2.",
    record=IDRIS.slug,
    options=(
        RecordOption(
            slug="apixaban-dispensed",
            row="apixaban-dispensed",
            feedback="The pharmacy supplied it two weeks ago. That is one good sign.",
            correct=True,
        ),
        RecordOption(
            slug="clinic-letter",
            row="clinic-letter",
            feedback="It shows that the clinic advised it. It does not show that a box reached him.",
        ),
        RecordOption(
            slug="diabetes-review",
            row="diabetes-review",
            feedback="It is about something else, and was before the change.",
        ),
        RecordOption(
            slug="own-medicines",
            row="own-medicines",
            feedback="Today somebody saw the box in his bag. Hard to beat, short of asking him.",
            correct=True,
        ),
        RecordOption(
            slug="warfarin-clinic",
            row="warfarin-clinic",
            feedback="It hints that warfarin was ending. It says nothing about apixaban.",
        ),
    ),
    skill="helps",
    why="With the source and date at hand, the prescriber can decide in one call. That is quicker for you both.",
    outcome=1,
)

WHAT_IT_TELLS = Pool(
    title="What a record can tell you about medicines",
    draw=3,
    questions=(FACT_OR_CHECK, ISSUED_MEANS_TAKEN, HOSPITAL_ONLY, REALLY_REACHED_HIM),
)

ONE_LINE = ShortReason(
    slug="line-for-the-summary",
    question="A prescriber has stopped one medicine and started another. Write the line for the summary.",
    hint="What stopped, what replaced it, when and why, and who does what by when.",
    model=(
        "Warfarin STOPPED by heart rhythm clinic 7 weeks ago (letter), replaced by apixaban. Practice: please remove "
        "from repeat before next issue. Idris, his wife and the pharmacy told today."
    ),
    points=(
        "It names what stopped and what took its place.",
        "It gives the source and the date.",
        "It gives the reason, or where to find it.",
        "It asks one named service for one action, by a time.",
        "It says who has been told, the person first.",
    ),
    skill="act",
    why="The next worker cannot ask you. Write the line so that they need not.",
    outcome=4,
)

CHECK: tuple[Question | Pool, ...] = (WHAT_IT_TELLS, ACTING, ONE_LINE)

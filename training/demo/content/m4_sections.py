"""M4, the sections to read: two boxes, three words, what lists miss, Idris's record, and the four-part note."""

from training.demo.content.m4_record import IDRIS
from training.demo.content.m4_scenario import TWO_BOXES
from training.demo.content.shapes import (
    Callout,
    FindInRecord,
    LocalFact,
    Match,
    MultipleChoice,
    Option,
    Pair,
    RecordOption,
    RecordVisit,
    Section,
    Text,
    WhatIsSeen,
)

ON_THE_BED = Section(
    "Two boxes on a bed",
    (
        Text(
            "<p>Idris Penhallow is 71. He tips his medicine bag out on the bed. Two boxes land side by side.</p>"
            "<p>One says <b>warfarin</b>. The other says <b>apixaban</b>. "
            "Both are <i>anticoagulants</i>: they slow the clotting of blood. People often call them blood "
            "thinners.</p>"
            "<p>“Which one do I have now?” asks Idris. “I was told to change, I think.”</p>"
            "<p>Who knows the answer? No single list does. You need <b>at least two sources, and one of them is "
            "Idris</b>.</p>"
        ),
        Callout(
            "remember",
            "What you gain",
            "<p><b>You:</b> fewer calls, and a list that you can stand behind. "
            "<b>Idris:</b> one blood thinner, not two and not none.</p>",
        ),
    ),
)

THREE_WORDS = Section(
    "Issued, dispensed, taken",
    (
        Text(
            "<p>To <b>reconcile</b> medicines is to make one checked list out of several. "
            "A NICE quality standard gives two times:</p>"
            "<ul>"
            "<li><b>In hospital:</b> within 24 hours of an acute admission.</li>"
            "<li><b>In the GP practice, after discharge:</b> within 1 week of receiving the information, "
            "<b>and</b> before a new supply.</li>"
            "</ul>"
            "<p>Watch the words in each row that you read. Issued is not dispensed. Dispensed is not taken.</p>"
        ),
        Match(
            slug="what-each-word-proves",
            question="What does each row tell you for certain? Match them.",
            pairs=(
                Pair(
                    slug="letter",
                    left="Clinic letter: “start”",
                    right="Somebody advised it",
                    feedback="A letter is a plan. It does not show that anybody acted on it.",
                ),
                Pair(
                    slug="issued",
                    left="GP list: “issued”",
                    right="A prescription was written",
                    feedback="It may never have been collected, or it may since have been stopped.",
                ),
                Pair(
                    slug="dispensed",
                    left="Pharmacy: “dispensed”",
                    right="A supply was made up for him",
                    feedback="Closer to the truth. But a box at home is not yet a tablet taken.",
                ),
                Pair(
                    slug="says",
                    left="Idris: “I take it twice a day”",
                    right="What he says that he does",
                    feedback="The best you have for what is taken. Check it against the boxes, kindly.",
                ),
            ),
            extra=("He has the right amount in his blood",),
            skill="quality",
            why="Each row proves one step. The step that matters most, taking it, is in no list.",
            outcome=1,
        ),
    ),
)

LISTS_MISS = Section(
    "What a list can miss",
    (
        Text(
            "<p>A GP list often shows what the practice itself prescribes. "
            "Other supplies may not be there. Ask about each one:</p>"
            "<p>“Do you get anything from a hospital, a private clinic or a shop? "
            "Anything new in the last few days? Patches, creams, inhalers, injections?”</p>"
        ),
        MultipleChoice(
            slug="often-missing-from-gp-list",
            question="Which four are often missing from a GP's medicines list? Choose 4.",
            options=(
                Option(
                    slug="hospital-only",
                    text="Medicines that only a hospital supplies",
                    feedback="The GP does not issue them, so they may not show. Look for letters, and ask.",
                    correct=True,
                ),
                Option(
                    slug="long-term-repeats",
                    text="Long-term repeats from the practice",
                    feedback="These are what the list shows best. Still ask if they are taken.",
                ),
                Option(
                    slug="private",
                    text="Private prescriptions",
                    feedback="A private clinic may not write to the practice. Only the person may know.",
                    correct=True,
                ),
                Option(
                    slug="over-the-counter",
                    text="Medicines and remedies bought in a shop",
                    feedback="Nobody writes these down unless somebody asks. They can still matter.",
                    correct=True,
                ),
                Option(
                    slug="out-of-hours",
                    text="A recent supply from an out-of-hours service",
                    feedback="The message may not have arrived, or may not be on the list yet.",
                    correct=True,
                ),
            ),
            skill="quality",
            why="A list shows what its owner knows. Ask about supplies from anywhere else.",
            outcome=3,
        ),
        LocalFact("not-in-record"),
        WhatIsSeen(("medicines", "allergies", "letters", "discharge-summaries", "results")),
    ),
)

LOOK_NOW = Section(
    "Try it: Idris's record",
    (
        Text(
            "<p>May you look? You are caring for Idris today, and his medicines are your task. Ask him first. "
            "Read the parts that this task needs.</p>"
        ),
        LocalFact("permission-step"),
        RecordVisit(
            IDRIS.slug,
            "<p>Which blood thinner is meant to go on? Look at the medicines, then at recent letters. "
            "Note the source and the date of each.</p>",
        ),
        FindInRecord(
            slug="rows-in-conflict",
            question="Which two rows say the opposite of each other? Tick 2.",
            record=IDRIS.slug,
            options=(
                RecordOption(
                    slug="bisoprolol",
                    row="bisoprolol",
                    feedback="Nothing here speaks against it. You still ask Idris if he takes it.",
                ),
                RecordOption(
                    slug="clinic-letter",
                    row="clinic-letter",
                    feedback="Seven weeks ago the clinic stopped warfarin. The letter asks the GP to amend the list.",
                    correct=True,
                ),
                RecordOption(
                    slug="apixaban-dispensed",
                    row="apixaban-dispensed",
                    feedback="This fits the letter. It shows that the new medicine was supplied.",
                ),
                RecordOption(
                    slug="metformin",
                    row="metformin",
                    feedback="No row says otherwise. Confirm it with him, like all the others.",
                ),
                RecordOption(
                    slug="warfarin",
                    row="warfarin",
                    feedback="Still on the repeat list, though last issued before the letter. It may be issued again.",
                    correct=True,
                ),
                RecordOption(
                    slug="warfarin-clinic",
                    row="warfarin-clinic",
                    feedback="A useful hint: nobody has booked more warfarin tests. It does not clash with the letter.",
                ),
            ),
            skill="quality",
            why="The list says that warfarin goes on. The letter says that it has stopped. Do not pick one: check.",
            outcome=2,
        ),
    ),
)

FOUR_PART_NOTE = Section(
    "The four-part note",
    (
        Text(
            "<p>“Meds rec done” tells the next worker nothing. Four parts tell them enough to act:</p>"
            "<ol>"
            "<li><b>Source.</b> Where did you find it, and who confirmed it?</li>"
            "<li><b>Date.</b> When was it changed?</li>"
            "<li><b>Change.</b> Stopped, started, or doubled by mistake?</li>"
            "<li><b>Why, and who has been told.</b> The reason, if you know it. Who acts next?</li>"
            "</ol>"
        ),
        Callout(
            "important",
            "A doubt is not yours to settle alone",
            "<p>If two sources disagree about a medicine, tell a prescriber and a pharmacist now. "
            "Write down what they advise.</p>",
        ),
        LocalFact("medicines-help"),
    ),
)

SCENARIO = Section(
    "Two boxes in one bag",
    (Text("<p>Idris is in your care from today. The bag is on the table.</p>"), TWO_BOXES),
)

SECTIONS: tuple[Section, ...] = (
    ON_THE_BED,
    THREE_WORDS,
    LISTS_MISS,
    LOOK_NOW,
    FOUR_PART_NOTE,
    SCENARIO,
)

"""M6, sections 4 to 6: the four parts of a change, who can see it, and the scenario."""

from training.demo.content.m6_scenario import SCENARIO
from training.demo.content.shapes import Callout, FindInRecord, LocalFact, RecordOption, Section, Text

FOUR_PARTS = Section(
    "What changed, why, what next, who",
    (
        Text(
            "<p>Each change needs four parts. Leave one out, and the next worker has to guess.</p>"
            "<ol>"
            "<li><b>What changed.</b> Ramipril stopped.</li>"
            "<li><b>Why.</b> Her kidneys were hurt (acute kidney injury).</li>"
            "<li><b>What next, and by when.</b> Repeat the kidney blood test within a week. Write the date.</li>"
            "<li><b>Who.</b> The surgery takes the blood. Dr Amari decides about ramipril.</li>"
            "</ol>"
            "<p>Write changes to care the same way: drinks, moving, skin, visits.</p>"
            "<p>Medicines are compared with a second source at two points. "
            "NICE, which sets standards for care, says when:</p>"
            "<ul>"
            "<li><b>Coming in:</b> within 24 hours of an urgent admission.</li>"
            "<li><b>Going home:</b> within 1 week of the surgery getting the information, "
            "<b>and</b> before a new supply.</li>"
            "</ul>"
        ),
        FindInRecord(
            slug="gaps-in-the-draft",
            question=(
                "Three gaps in the draft summary could hurt Beatrice. Tick the rows with a gap, "
                "and what is not there at all. Tick 3."
            ),
            record="beatrice-okonjo-hale",
            options=(
                RecordOption(
                    slug="row-draft-diet",
                    row="draft-diet",
                    feedback="What this row says is filled in. The gap is in what stands beside it: her drinks.",
                ),
                RecordOption(
                    slug="row-draft-bloods",
                    row="draft-bloods",
                    feedback="No date, and “GP” is not a name. Without both, it may well not happen.",
                    correct=True,
                ),
                RecordOption(
                    slug="missing-stay-day-by-day",
                    missing="An account of each day of her stay",
                    feedback="The next worker needs what changed. A long story can hide it.",
                ),
                RecordOption(
                    slug="missing-thickened-drinks",
                    missing="A line about thickened drinks",
                    feedback="Nobody left this blank: there is no line for it. Such gaps are the hardest to see.",
                    correct=True,
                ),
                RecordOption(
                    slug="row-draft-stroke-clinic",
                    row="draft-stroke-clinic",
                    feedback="This one works: what, when, who does it, and that Beatrice will be told.",
                ),
                RecordOption(
                    slug="row-draft-ramipril",
                    row="draft-ramipril",
                    feedback="The reason is blank. Without it, the surgery may start the tablet again.",
                    correct=True,
                ),
            ),
            skill="quality",
            why="Two gaps you can see. For the third, hold the summary against what others know.",
            outcome=2,
        ),
        LocalFact("medicines-help"),
    ),
)

WHO_CAN_SEE = Section(
    "May I look, and who can see it?",
    (
        Text("<p>You may look when Beatrice is in your care now, at the parts you need for this step.</p>"),
        LocalFact("permission-step"),
        Text(
            "<p>Then ask the other way round: <b>who can see what I write?</b></p>"
            "<ul>"
            "<li>A draft may show to your own staff only.</li>"
            "<li>Some services see letters. Some do not. Some see them the next day.</li>"
            "<li>Many care agencies and care homes may not be able to open it at all.</li>"
            "<li>The person should have a copy. That does not mean that the agency has one.</li>"
            "</ul>"
        ),
        LocalFact("services-sharing"),
        LocalFact("send-information"),
        Callout(
            "remember",
            "One question to ask",
            "<p>“Can you see it on your screen now?” If not, use your local route, and ask again.</p>",
        ),
    ),
)

THE_SCENARIO = Section(
    "The door closes at six",
    (Text("<p>You can go wrong here, and put it right.</p>"), SCENARIO),
)

HANDING_OVER_SECTIONS = (FOUR_PARTS, WHO_CAN_SEE, THE_SCENARIO)

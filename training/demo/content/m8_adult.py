"""M8, the sections about an adult at risk: the route, Edwin's record, and the locked cupboard."""

from training.demo.content.m8_cupboard import LOCKED_CUPBOARD
from training.demo.content.m8_edwin import EDWIN
from training.demo.content.m8_sections import SUPPORT
from training.demo.content.shapes import FindInRecord, RecordOption, RecordVisit, Section, Text

ADULT_AT_RISK = Section(
    "An adult at risk",
    (
        Text(
            "<p>Edwin Prowse-Obi is 84. His mind is clear. His hands are slow. "
            "His grandson moved in five months ago. With an adult, start from <b>what the person wants</b>.</p>"
            "<ol>"
            "<li><b>Ask them alone.</b> What is happening, and what would you like to happen?</li>"
            "<li><b>See to what is urgent.</b> In danger now? Ring 999.</li>"
            "<li><b>Tell your manager or safeguarding lead today.</b> Say what you will pass on, and why. "
            "Do not promise to keep it secret.</li>"
            "<li><b>The council.</b> Your lead helps to raise it with the adult team. In England, councils usually "
            "have a duty to look into such concerns (Care Act 2014, section 42).</li>"
            "<li><b>Write</b> their words, what you saw, and where on a body map.</li>"
            "<li><b>Do not confront</b> the person you are worried about.</li>"
            "</ol>"
            "<p>What if an adult says no? Their wish counts for a lot. There are times when you still have to share, "
            "such as when others are at risk. Ask your safeguarding lead: do not decide it alone.</p>"
        ),
        RecordVisit(
            EDWIN.slug,
            "<p>You are Edwin's care worker. Today you see a new sore place on his heel. "
            "Look back over six months. Which rows belong together?</p>",
        ),
        FindInRecord(
            slug="rows-that-belong-together",
            question="Which four rows, side by side, make a pattern that you share today? Tick 4.",
            record=EDWIN.slug,
            options=(
                RecordOption(
                    slug="weight-now",
                    row="weight-now",
                    feedback=(
                        "Five kilos in five months. Alone it could have many causes. "
                        "Beside a padlock, it matters."
                    ),
                    correct=True,
                ),
                RecordOption(
                    slug="flu-jab",
                    row="flu-jab",
                    feedback="It shows that a nurse was let in six weeks ago. It is not part of the worry.",
                ),
                RecordOption(
                    slug="cupboard-note",
                    row="cupboard-note",
                    feedback="A colleague saw it two days ago, and wrote Edwin's own words. That makes two of you.",
                    correct=True,
                ),
                RecordOption(
                    slug="visits-cut",
                    row="visits-cut",
                    feedback="Fewer eyes on Edwin, and nobody wrote down what he thinks of it.",
                    correct=True,
                ),
                RecordOption(
                    slug="therapy-letter",
                    row="therapy-letter",
                    feedback="Useful for how he moves. It does not add to what you noticed today.",
                ),
                RecordOption(
                    slug="skin-whole",
                    row="skin-whole",
                    feedback="Three weeks ago his skin was whole. So the sore place is new.",
                    correct=True,
                ),
            ),
            skill="helps",
            why="Each row has an innocent explanation. Side by side they are a reason to tell somebody today.",
            outcome=5,
        ),
    ),
    warning=(
        "<p>This section is about an older man who may be neglected at home. There is little detail.</p>"
        + SUPPORT
    ),
)

ADULT_SCENARIO = Section(
    "The locked cupboard",
    (Text("<p>A morning visit, and a promise that you are asked to make.</p>"), LOCKED_CUPBOARD),
    warning=(
        "<p>In this story an older man may be neglected by somebody in his family. "
        "Nothing is described in detail.</p>" + SUPPORT
    ),
)

ADULT_SECTIONS: tuple[Section, ...] = (ADULT_AT_RISK, ADULT_SCENARIO)

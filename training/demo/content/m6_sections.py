"""M6, sections 1 to 3: Friday at four, what others know already, and finding it."""

from training.demo.content.shapes import Callout, FindInRecord, RecordOption, RecordVisit, Section, Text

FRIDAY = Section(
    "Friday, 4 pm",
    (
        Text(
            "<p>Beatrice Okonjo-Hale is 79. She is well enough to go home. It is Friday, and her bed is "
            "needed.</p>"
            "<p>The ward knows that her kidneys were hurt. The council knows about her care visits. "
            "A therapist knows how thick her drinks must be. Her son knows that he is there at nights only.</p>"
            "<p>At seven tonight a care worker will open Beatrice's front door. "
            "What will she know?</p>"
            "<h2>Moments to look</h2>"
            "<ul>"
            "<li><b>On admission, and at the board round.</b> What does home look like?</li>"
            "<li><b>The day before.</b> What is in place, and who must restart it?</li>"
            "<li><b>At the door.</b> Has the next worker seen what changed?</li>"
            "<li><b>At the first visit.</b> What is different from before?</li>"
            "<li><b>When the summary reaches the surgery.</b> What is ours to do, and by when?</li>"
            "</ul>"
        ),
        Callout(
            "remember",
            "What a look gives",
            "<p><b>For you:</b> fewer calls after the door has closed. "
            "<b>For Beatrice:</b> the right cup of tea, and a weekend at home.</p>",
        ),
    ),
)

WHAT_OTHERS_KNOW = Section(
    "What others know already",
    (
        Text(
            "<p>Hospital sees the illness. Others see the home. Before you arrange anything, ask:</p>"
            "<ul>"
            "<li><b>Care visits.</b> Were there any? Have they ended, or are they only suspended?</li>"
            "<li><b>Equipment.</b> Is there a hoist, a bed, a rail?</li>"
            "<li><b>Eating and drinking.</b> Is there a plan from speech and language therapy?</li>"
            "<li><b>Family.</b> What can they do, and when? What has the person said that they may be "
            "told?</li>"
            "<li><b>Medicines.</b> What did she take before, and what changed?</li>"
            "</ul>"
            "<p>Social care may feed your shared record, or it may not. If it does not, ring.</p>"
        ),
        Callout(
            "important",
            "Restart before you refer",
            "<p>A suspended package is often quicker to restart than a new one is to arrange. "
            "The rules differ by council: how long a place is held, and who may restart it. "
            "Ask yours.</p>",
        ),
        Callout(
            "note",
            "IDDSI levels",
            "<p>IDDSI is a scale for how thick drinks are, and how soft food is. Level 2 is “mildly thick”. "
            "The level is set by a trained professional. Do not change it on your own.</p>",
        ),
    ),
)

FIND_IT = Section(
    "Find what is there",
    (
        RecordVisit(
            record="beatrice-okonjo-hale",
            task=(
                "<p>Beatrice goes home today. Find out:</p>"
                "<ul><li>What care and equipment does she have at home?</li>"
                "<li>What does the draft summary leave blank?</li>"
                "<li>What does it not mention at all?</li></ul>"
            ),
        ),
        FindInRecord(
            slug="support-already-there",
            question="Which three rows show the help that Beatrice has at home already? Tick 3.",
            record="beatrice-okonjo-hale",
            options=(
                RecordOption(
                    slug="row-ward-physiotherapy",
                    row="ward-physiotherapy",
                    feedback="This is how she moves on the ward. Another row shows what she has at home.",
                ),
                RecordOption(
                    slug="row-son",
                    row="about-son",
                    feedback="He is there at nights. It also tells you when to ring, and what he may be told.",
                    correct=True,
                ),
                RecordOption(
                    slug="row-home-care",
                    row="home-care",
                    feedback="It is suspended, not ended. That one word may save days.",
                    correct=True,
                ),
                RecordOption(
                    slug="row-stroke-clinic",
                    row="draft-stroke-clinic",
                    feedback="Good to know for later. It is a clinic visit, not help at home.",
                ),
                RecordOption(
                    slug="row-ceiling-hoist",
                    row="ceiling-hoist",
                    feedback="No need to order one. Check with the agency that it still works.",
                    correct=True,
                ),
                RecordOption(
                    slug="row-admission",
                    row="admission",
                    feedback="This tells you why she came in. What waits for her at home is in other rows.",
                ),
            ),
            skill="when",
            why="Three services hold three parts of her home. Looking takes less time than arranging it again.",
            outcome=1,
        ),
    ),
)

OPENING_SECTIONS = (FRIDAY, WHAT_OTHERS_KNOW, FIND_IT)

"""M4, its moments: public pages for whoever handles medicines."""

from training.demo.content.shapes import Moment

MODULE_SLUG = "medicines-more-than-one-source"

MOMENTS: tuple[Moment, ...] = (
    Moment(
        slug="first-day-on-the-ward",
        title="The first day on the ward",
        roles=("doctor", "nurse", "pharmacy"),
        question="What does this person really take, and what has changed in the last weeks?",
        where="The medicines list, then recent letters and supplies. Note the source and date of each.",
        why="Everybody works from the list made in the first 24 hours. A change missed now goes on for days.",
        check_against="The person, whoever helps them, and the boxes that they brought.",
        if_not_there="Ask the practice, the pharmacy or the clinic. Write what you could not confirm.",
        module=MODULE_SLUG,
        information=("medicines", "letters"),
    ),
    Moment(
        slug="first-dose-in-a-new-place",
        title="The first dose in a new place",
        roles=("care-home-nurse", "care-worker", "nurse", "hospice"),
        question="Is our chart the same as what was stopped and started before they came?",
        where="The discharge summary or latest letter, beside the GP list. If you have no access, ask for it to be "
        "read to you.",
        why="You catch a medicine that was stopped, or given twice, before the first dose.",
        check_against="The person and their boxes. Read each label aloud together.",
        if_not_there="Do not guess. Ring a prescriber or pharmacist before the dose is due, and note the advice.",
        module=MODULE_SLUG,
        information=("discharge-summaries", "letters", "medicines"),
    ),
    Moment(
        slug="medicine-bag-on-the-table",
        title="The bag on the kitchen table",
        roles=("paramedic", "care-worker", "mental-health"),
        question="There are more boxes than I expected. Which ones are still meant to be taken?",
        where="Medicines and recent letters in the shared record, if you can open it. If not, ask who can.",
        why="Old boxes stay in bags long after a medicine has stopped. One look may show why there are two.",
        check_against="What the person says that they take, and when. Listen without blame.",
        if_not_there="Throw nothing away. Tell a prescriber or pharmacist what you saw, before the next dose.",
        module=MODULE_SLUG,
        information=("medicines", "letters"),
    ),
    Moment(
        slug="writing-the-medicines-line",
        title="Writing the line that goes home",
        roles=("doctor", "nurse", "pharmacy"),
        question="Will the next worker know what stopped, what started, and what they must do?",
        where="Your own chart beside the list from before admission. Every difference needs a line.",
        why="A clear line can stop an old repeat from going out again. It saves you a call next week.",
        check_against="The person and their family. Can they say back what has changed?",
        if_not_there="If you do not know why something changed, ask before you sign. If nobody knows, say so.",
        module=MODULE_SLUG,
        information=("medicines",),
    ),
    Moment(
        slug="letter-lands-at-the-practice",
        title="The letter that lands at the practice",
        roles=("doctor", "pharmacy"),
        question="Does our repeat list still match what the hospital stopped and started?",
        where="The discharge summary or clinic letter, beside our own list. Look for what we are asked to do.",
        why="Done within a week and before a new supply, it stops an old medicine from coming back.",
        check_against="The person, and the pharmacy: what was collected last?",
        if_not_there="If the letter gives no reason or dose, ring the writer before you issue anything.",
        module=MODULE_SLUG,
        information=("discharge-summaries", "letters"),
    ),
)

"""M4, "Medicines: more than one source": a list, a letter, a box and the person, and a note that others can act on."""

from training.demo.content.m4_check import CHECK
from training.demo.content.m4_record import IDRIS
from training.demo.content.m4_sections import SECTIONS
from training.demo.content.shapes import Card, ModuleContent, Source

HOW_IT_HELPS: tuple[tuple[str, str], ...] = (
    (
        "doctor",
        "Before you prescribe in a new setting, you see what another service stopped or started. "
        "You decide on today's facts.",
    ),
    (
        "nurse",
        "At admission, you compare the list with letters and boxes. You make fewer calls before the first round.",
    ),
    (
        "pharmacy",
        "You start with the letter and the supply side by side. Your time goes on the one medicine that does not fit.",
    ),
    (
        "paramedic",
        "On scene with a full bag, you can see which boxes may be old. You hand over what you found, not a guess.",
    ),
    (
        "care-home-nurse",
        "When a resident comes or comes back, you catch a stopped or doubled medicine before the first dose.",
    ),
    (
        "care-worker",
        "You know which words to pass on: what you saw, what they said, when. You never have to settle it alone.",
    ),
    (
        "hospice",
        "Before a first visit, you see recent changes from several teams. You check one list, not five.",
    ),
    (
        "mental-health",
        "Medicines that your team supplies may be missing elsewhere. You know what to write so that others see them.",
    ),
)

SOURCES: tuple[Source, ...] = (
    Source(
        "Medicines optimisation: quality standard QS120, statements 4 and 5",
        "National Institute for Health and Care Excellence",
        "https://www.nice.org.uk/guidance/qs120",
    ),
    Source(
        "Summary Care Records (SCR)",
        "NHS England",
        "https://www.england.nhs.uk/long-read/summary-care-records-scr/",
    ),
    Source(
        "eDischarge Summary standard",
        "Professional Record Standards Body",
        "https://theprsb.org/standards/edischargesummary/",
    ),
    Source(
        "Core Information Standard",
        "Professional Record Standards Body",
        "https://theprsb.org/standards/core-information-standard/",
    ),
)

MODULE = ModuleContent(
    slug="medicines-more-than-one-source",
    title="Medicines: more than one source",
    summary=(
        "Find out what a person really takes when a list, a letter and a box disagree. "
        "Then write a note that the next worker can act on."
    ),
    minutes=10,
    roles=(
        "doctor",
        "nurse",
        "pharmacy",
        "paramedic",
        "care-home-nurse",
        "care-worker",
        "hospice",
        "mental-health",
    ),
    capabilities=("medicines",),
    information=("medicines", "allergies", "letters", "discharge-summaries"),
    outcomes=(
        "Use at least two sources for medicines, one of them the person.",
        "Spot what has been stopped, started or doubled.",
        "Know what a GP list can miss.",
        "Write changes so that the next worker can act on them.",
    ),
    when_to_use=(
        "In the first 24 hours after an acute admission.",
        "Before you give or prescribe a medicine in a new setting.",
        "When somebody goes home, or moves on to another service.",
        "In the practice: within a week of the summary, and before a new supply.",
    ),
    when_not_to_use=(
        "As your only source. Ask the person, or whoever helps them, as well.",
        "To settle a doubt about a medicine alone. Ring a prescriber or pharmacist.",
        "To prove that a medicine is taken. A record cannot show that.",
        "To read letters that have nothing to do with your task.",
    ),
    how_it_helps=HOW_IT_HELPS,
    sources=SOURCES,
    sections=SECTIONS,
    check=CHECK,
    confidence="find out what a person really takes when sources disagree",
    actions=(
        "Before I list anybody's medicines, I will use two sources and ask the person.",
        "When I open a GP list, I will also look for letters from the last three months.",
        "I will ask, “How do you take this one?” about each box.",
        "When sources disagree, I will tell a prescriber and a pharmacist before the next dose.",
        "When I write a change, I will give source, date, change, and why or who was told.",
    ),
    card=Card(
        "Medicines: more than one source",
        (
            ("Look", "List, recent letters, supplies. Source and date of each."),
            ("Ask", "“How do you take this one?” Read the label together."),
            ("Missing?", "Hospital, private, shop, out of hours."),
            ("Compare", "What stopped, started or doubled?"),
            ("Doubt?", "Prescriber and pharmacist, before the next dose."),
            ("Write", "Source, date, change, why and who was told."),
            ("When", "Within 24 hours of acute admission. Practice: 1 week, and before a new supply."),
        ),
    ),
    records=(IDRIS,),
    sign_offs=("pharmacist",),
)

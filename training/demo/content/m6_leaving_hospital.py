"""M6, "Leaving hospital": what is there already, what has changed, and who has seen it."""

from training.demo.content.m6_check import CHECK
from training.demo.content.m6_handing_over import HANDING_OVER_SECTIONS
from training.demo.content.m6_record import RECORD
from training.demo.content.m6_sections import OPENING_SECTIONS
from training.demo.content.shapes import Card, ModuleContent, Source

HOW_IT_HELPS: tuple[tuple[str, str], ...] = (
    (
        "nurse",
        "Before you plan for home, you may see the care and equipment that are there. You restart what is there.",
    ),
    (
        "doctor",
        "When you write what changed and why, the surgery can act on it. You get fewer calls on Monday.",
    ),
    (
        "pharmacy",
        "When you check what goes home, you can compare before and after. The reason travels with the change.",
    ),
    (
        "ward-clerk",
        "At the board round, you may know by ten what others find out at four. You ring the right desk first.",
    ),
    (
        "social-worker",
        "When someone goes home, the ward can see your package. You are asked to restart it, not to begin again.",
    ),
    (
        "care-home-nurse",
        "When a resident comes back, you know what to ask for: what changed, why, what next, who.",
    ),
    (
        "care-worker",
        "At the first visit, you know what is different. You need not guess about a tablet or a cup of tea.",
    ),
    (
        "gp-admin",
        "When a summary arrives, you can spot what is asked and by when. "
        "A stopped medicine does not slip through.",
    ),
)

SOURCES: tuple[Source, ...] = (
    Source(
        "Medicines optimisation: quality standard QS120, statements 4 and 5",
        "National Institute for Health and Care Excellence (NICE)",
        "https://www.nice.org.uk/guidance/qs120",
    ),
    Source(
        "eDischarge Summary standard",
        "Professional Record Standards Body (PRSB)",
        "https://theprsb.org/standards/edischargesummary/",
    ),
    Source(
        "Information from local authorities",
        "Professional Record Standards Body (PRSB)",
        "https://theprsb.org/standards/localauthorityinformation/",
    ),
    Source(
        "Sharing information with unpaid carers",
        "NHS England Transformation Directorate",
        "https://transform.england.nhs.uk/information-governance/guidance/"
        "sharing-information-with-unpaid-carers/",
    ),
    Source(
        "Shared care records",
        "NHS England",
        "https://www.england.nhs.uk/digitaltechnology/connecteddigitalsystems/"
        "health-and-care-data/shared-care-records/",
    ),
)

CARD = Card(
    "Leaving hospital",
    (
        ("Look early", "What help is at home? Restart it before you refer."),
        ("Four parts", "What changed. Why. What next, and by when. Who."),
        ("No blanks", "No reason, no date, no name? Ask before it goes."),
        ("What is not there", "Hold it against the care plan: drinks, moving, skin, visits."),
        ("Can they see it?", "Ask the next worker. If not: phone, then the secure route."),
        ("First visit", "What is different? If papers differ or say nothing, ring. Do not guess."),
        ("At the surgery", "Compare within 1 week, and before any new supply."),
    ),
)

MODULE = ModuleContent(
    slug="leaving-hospital",
    title="Leaving hospital: discharge and transfer of care",
    summary=(
        "Find the help that is there already. Say what changed and why. "
        "Make sure that the next worker has seen it."
    ),
    minutes=11,
    roles=tuple(role for role, _ in HOW_IT_HELPS),
    capabilities=("discharge",),
    information=("discharge-summaries", "medicines", "care-plans", "social-care", "about-me", "carers"),
    outcomes=(
        "Find the support that exists before you arrange anything new.",
        "Say what changed, why, what comes next, and who does it.",
        "Check that those who need it can see it.",
        "Act in time: before the door, at the first visit, before a new supply.",
    ),
    when_to_use=(
        "On admission and at the board round, to see what home looks like.",
        "The day before, to restart what is suspended.",
        "At the first visit, to see what has changed.",
        "When the summary reaches the surgery, before anything is issued.",
    ),
    when_not_to_use=(
        "Instead of asking the person what they want and can do.",
        "As proof that the agency or the care home has seen it too.",
        "As your only source for how thick a drink must be, or for a medicine.",
        "To see how somebody got on, after they have left your care.",
    ),
    how_it_helps=HOW_IT_HELPS,
    sources=SOURCES,
    sections=(*OPENING_SECTIONS, *HANDING_OVER_SECTIONS),
    check=CHECK,
    confidence="find out what a person has at home, and make sure that the next worker knows what has changed",
    actions=(
        "Before I ask for new care, I will look for a package that is suspended.",
        "Before a summary goes, I will look for blanks, and for what is not there at all.",
        "Before the person leaves, I will ask the next worker: “Can you see it?”",
        "At my next first visit after hospital, I will ask what has changed before I begin.",
        "Before I pass on a repeat request, I will check for a new discharge summary.",
    ),
    card=CARD,
    records=(RECORD,),
    sign_offs=("pharmacist",),
)

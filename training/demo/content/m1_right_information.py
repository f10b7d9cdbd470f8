"""M1, "Right information, right place, right time": the moments at which a shared record helps."""

from training.demo.content.m1_check import CHECK
from training.demo.content.m1_habits import HABIT_SECTIONS
from training.demo.content.m1_record import WIN
from training.demo.content.m1_scenario import FOUR_CALLS_SECTION
from training.demo.content.m1_sections import OPENING_SECTIONS
from training.demo.content.shapes import ALL_CAPABILITIES, ALL_ROLES, Card, ModuleContent, Source

HOW_IT_HELPS: tuple[tuple[str, str], ...] = (
    (
        "doctor",
        "Before a ward round or surgery, you may see letters and changes from other services. "
        "You decide with fewer gaps.",
    ),
    (
        "nurse",
        "Before your first conversation, you may see allergies, About Me and who else is involved. "
        "You need not ask it all again.",
    ),
    (
        "allied-health-professional",
        "Before a home visit, you may see falls, equipment and care visits. "
        "You spend your time on treatment.",
    ),
    (
        "pharmacy",
        "When you check medicines, you can compare the GP list with recent letters. You spot what changed.",
    ),
    (
        "paramedic",
        "On scene, you may see allergies, plans and who already helps. "
        "That supports a safer choice about where to go next.",
    ),
    (
        "gp-admin",
        "When someone rings about a clinic letter, you may find it at once. "
        "You make fewer calls to chase it.",
    ),
    (
        "ward-clerk",
        "While you plan a discharge, you may see the home care already in place. "
        "You ring the right team first time.",
    ),
    (
        "social-worker",
        "Before an assessment, you may see recent health contacts. "
        "The person need not explain each one again.",
    ),
    (
        "care-worker",
        "Before you knock, you may learn how the person likes to be helped and what changed. "
        "If you have no access, ask your office.",
    ),
    (
        "care-home-nurse",
        "When a resident comes back from hospital, you look for new plans and medicines. "
        "You then know what to query.",
    ),
    (
        "hospice",
        "Before a first visit, you may see what the person has already said about their wishes. "
        "You start from there.",
    ),
    (
        "midwife-health-visitor",
        "Before a visit, you may see which other teams are in touch with the family. "
        "You join up your advice.",
    ),
    (
        "mental-health",
        "Before an appointment, you may see physical health, medicines and support at home. "
        "You can plan for the whole person.",
    ),
    (
        "volunteer",
        "You may not open the record yourself. You can ask staff to look, so the person repeats less.",
    ),
    (
        "unpaid-carer",
        "You know what staff may be able to see. You can say, “Please look at the record first,” "
        "and fill the gaps.",
    ),
    (
        "manager",
        "You can name the moments that matter in your team. "
        "That helps people look at the right time, not more often.",
    ),
)

SOURCES: tuple[Source, ...] = (
    Source(
        "Summary Care Records (SCR)",
        "NHS England",
        "https://www.england.nhs.uk/long-read/summary-care-records-scr/",
    ),
    Source(
        "Shared care records",
        "NHS England",
        "https://www.england.nhs.uk/digitaltechnology/connecteddigitalsystems/health-and-care-data/"
        "shared-care-records/",
    ),
    Source(
        "Adoption and non-adoption of a shared electronic summary record in England (BMJ 2010;340:c3111)",
        "BMJ",
        "https://www.bmj.com/content/340/bmj.c3111.abstract",
    ),
    Source(
        "Core Information Standard",
        "Professional Record Standards Body",
        "https://theprsb.org/standards/core-information-standard/",
    ),
    Source(
        "Social care standards, including About Me",
        "Professional Record Standards Body",
        "https://theprsbannualreport.org/social-care-standards/",
    ),
)

CARD = Card(
    title="Right information, right place, right time",
    lines=(
        ("Look when", "You meet the person, before you decide, and before you hand them on."),
        ("Look where", "National summary, local shared record or your own record? They are not the same."),
        ("Where is it from?", "Who wrote it, when, and in which service? That is whom to ring."),
        ("What is missing?", "A gap in the record may not be a gap in the person's life. Ask."),
        ("Does it fit?", "Check it with the person in front of you, or with whoever helps them."),
        ("Then act", "Do it, write it down, and say who knows."),
        ("No access?", "Ask: “Could someone check the shared record first?”"),
    ),
)

MODULE = ModuleContent(
    slug="right-information-right-place-right-time",
    title="Right information, right place, right time",
    summary=(
        "Find the moments in your day when a short look at the shared record helps you and the person. "
        "Practise three habits that make what you read safer to use."
    ),
    minutes=10,
    roles=ALL_ROLES,
    capabilities=ALL_CAPABILITIES,
    information=("demographics", "allergies", "medicines", "letters", "about-me", "carers"),
    outcomes=(
        "Name three moments in your own job when a look at the shared record helps.",
        "Tell the Summary Care Record, the local shared record and your own record apart.",
        "Use three reading habits: where from, what is missing, does it fit.",
        "Say one benefit for you and one for the person.",
    ),
    when_to_use=(
        "At the start of contact, before you ask the person to tell their story again.",
        "Before a decision, such as a referral or a change of plan.",
        "Before you hand the person on, so the next worker starts where you stopped.",
    ),
    when_not_to_use=(
        "Out of interest, when you have no work reason to look.",
        "Instead of talking with the person. The record supports the conversation.",
        "As your only check on a medicine or an allergy.",
    ),
    how_it_helps=HOW_IT_HELPS,
    sources=SOURCES,
    sections=(*OPENING_SECTIONS, *HABIT_SECTIONS, FOUR_CALLS_SECTION),
    check=CHECK,
    confidence="pick the moments in your own job when a look at the shared record helps",
    actions=(
        "Before I meet somebody new to me, I will check About Me.",
        "Before I ask somebody to tell their story again, I will look for what is already written.",
        "Before I refer somebody, I will check whether another service has done so.",
        "Before I act on an entry, I will check who wrote it and when.",
        "At handover, I will say what I found, where it is from, and who knows.",
    ),
    card=CARD,
    records=(WIN,),
)

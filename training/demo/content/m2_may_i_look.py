"""M2, "May I look?": confidentiality, permission, and answering for every view."""

from training.demo.content.m2_check import CHECK
from training.demo.content.m2_permission import PERMISSION_SECTIONS
from training.demo.content.m2_record import GARETH
from training.demo.content.m2_scenario import QUICK_LOOK_SECTION
from training.demo.content.m2_sections import OPENING_SECTIONS
from training.demo.content.shapes import ALL_ROLES, Card, ModuleContent, Source

HOW_IT_HELPS: tuple[tuple[str, str], ...] = (
    (
        "doctor",
        "When a person cannot speak for themselves, you know how to use emergency access. "
        "You record a reason that stands up later.",
    ),
    (
        "nurse",
        "When a relative rings your ward, you know what you may say. You can be kind and keep a confidence.",
    ),
    (
        "allied-health-professional",
        "Before a first visit, you have words to ask with. The person knows what you will look at, and why.",
    ),
    (
        "pharmacy",
        "When you check a supply, you look at the part you need. You can show why you looked.",
    ),
    (
        "paramedic",
        "On scene, you know when emergency access fits. Nobody need lend you a log-in.",
    ),
    (
        "gp-admin",
        "At the desk, you can tell a work reason from a kind wish. You have words for saying no.",
    ),
    (
        "ward-clerk",
        "When someone asks you to “just look them up”, you know when to stop and ask.",
    ),
    (
        "social-worker",
        "When you join up care across services, you know that sharing for care is expected. "
        "You also know its limits.",
    ),
    (
        "care-worker",
        "When a neighbour asks about someone you visit, you can answer warmly and give nothing away.",
    ),
    (
        "care-home-nurse",
        "When a resident objects or a family wants more, you know the first steps. You know whom to ask.",
    ),
    (
        "hospice",
        "When many people want news of someone, you can listen to all. You share what the person has agreed.",
    ),
    (
        "midwife-health-visitor",
        "When a record holds details about more than one person, you open what this visit needs. "
        "You leave the rest.",
    ),
    (
        "mental-health",
        "When a person says “don't tell anyone”, you can explain what that could mean. "
        "You follow the local route.",
    ),
    (
        "volunteer",
        "You may hear things in confidence, even without access. You know what to pass on, and to whom.",
    ),
    (
        "unpaid-carer",
        "You learn why staff may hold back, and that they can always listen. "
        "You can help the person say what to share.",
    ),
    (
        "manager",
        "When a view is questioned, you know what a good reason looks like. "
        "Your team can report mistakes early.",
    ),
)

SOURCES: tuple[Source, ...] = (
    Source(
        "The eight Caldicott Principles",
        "Liverpool Heart and Chest Hospital NHS Foundation Trust",
        "https://www.lhch.nhs.uk/caldicott-principles",
    ),
    Source(
        "Why Caldicott Principles and Caldicott Guardians are still relevant in 2020",
        "GOV.UK",
        "https://www.gov.uk/government/news/"
        "why-caldicott-principles-and-caldicott-guardians-are-still-relevant-in-2020",
    ),
    Source(
        "Information governance for Summary Care Records (SCR)",
        "NHS England Digital",
        "https://digital.nhs.uk/services/summary-care-records-scr/information-governance-for-scr",
    ),
    Source(
        "Consent and confidential patient information",
        "NHS England Transformation Directorate",
        "https://transform.england.nhs.uk/information-governance/guidance/"
        "consent-and-confidential-patient-information",
    ),
    Source(
        "Consent to using and sharing patient information",
        "NHS England",
        "https://www.england.nhs.uk/long-read/consent-to-using-and-sharing-patient-information/",
    ),
    Source(
        "Understanding the national data opt-out",
        "NHS England Digital",
        "https://digital.nhs.uk/services/national-data-opt-out/understanding-the-national-data-opt-out",
    ),
    Source(
        "Sharing information with unpaid carers",
        "NHS England Transformation Directorate",
        "https://transform.england.nhs.uk/information-governance/guidance/"
        "sharing-information-with-unpaid-carers/",
    ),
    Source(
        "Privacy notice: sharing and consent",
        "Hertfordshire and West Essex Integrated Care Board",
        "https://hertsandwestessex.icb.nhs.uk/website/privacy-notice-1/7",
    ),
)

CARD = Card(
    title="At the search box",
    lines=(
        ("Am I me?", "Signed in as myself, on my own log-in, and my screen locks when I go."),
        ("Am I involved?", "In this person's care, now. Kindness and worry are not enough."),
        ("Say it", "“I'd like to check your shared record, so you don't have to repeat everything.”"),
        ("How much?", "The part I need for this care, and no more."),
        ("They say no", "Listen. Say what it could mean. Write it down. Follow the local route."),
        ("Emergency", "They cannot be asked, and it is needed now. As myself, with a clear reason."),
        ("A mistake?", "Tell my manager the same day. The log has it already."),
    ),
)

MODULE = ModuleContent(
    slug="may-i-look",
    title="May I look?",
    summary=(
        "Know when you may open a person's record, what to say, and what to do when they say no. "
        "See how the log of each view protects people, and you."
    ),
    minutes=10,
    roles=ALL_ROLES,
    capabilities=("access-confidentiality",),
    information=("demographics", "allergies", "medicines"),
    outcomes=(
        "Decide whether you need to know, and whether you are involved in the person's care now.",
        "Explain implied consent in plain words.",
        "Follow the permission step that your area uses.",
        "Use emergency access properly, with a clear reason.",
        "Respond well when a person objects to sharing.",
        "Know that each view is logged, and can be checked.",
    ),
    when_to_use=(
        "You are at the search box, and this person is in your care now.",
        "Someone asks you to look for them, and you need to know what to say.",
        "The person says no, or asks who has looked.",
        "The person cannot be asked, and care cannot wait.",
    ),
    when_not_to_use=(
        "For family, friends, neighbours, colleagues or famous people who are not in your care.",
        "Out of kindness or worry, when you are not part of the person's care.",
        "For an audit, a list or your own record, until you have asked about the local rule.",
        "With someone else's log-in, or on a screen they left open.",
    ),
    how_it_helps=HOW_IT_HELPS,
    sources=SOURCES,
    sections=(*OPENING_SECTIONS, *PERMISSION_SECTIONS, QUICK_LOOK_SECTION),
    check=CHECK,
    confidence="decide whether you may open a person's record, and say why",
    actions=(
        "Before I open a record, I will say to myself why I need it for this person's care.",
        "Before I look, I will say: “I'd like to check your shared record. Is that all right?”",
        "When I type a reason, I will make it one that a stranger would understand.",
        "When somebody asks me to look, I will say: “I'm not looking after them, so I can't.”",
        "This week I will find out our permission step, and whom to ask about access.",
    ),
    card=CARD,
    records=(GARETH,),
    sign_offs=("information-governance",),
)

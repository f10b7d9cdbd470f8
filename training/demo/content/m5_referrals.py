"""M5, "Referrals that work first time": look first, send what is needed, and see it through."""

from training.demo.content.m5_check import CHECK
from training.demo.content.m5_looking import LOOKING_SECTIONS
from training.demo.content.m5_record import RECORD
from training.demo.content.m5_sections import OPENING_SECTIONS
from training.demo.content.shapes import Card, ModuleContent, Source

HOW_IT_HELPS: tuple[tuple[str, str], ...] = (
    (
        "doctor",
        "Before you refer, you may see that another team has already done so. You write one clear question.",
    ),
    (
        "nurse",
        "When you refer from a visit, you give the five things once. Fewer forms come back to you.",
    ),
    (
        "allied-health-professional",
        "When a bare referral arrives, you may find the rest yourself. You can judge how soon to go.",
    ),
    (
        "gp-admin",
        "When a family rings about a wait, you can say where it is. You ring one number, not three.",
    ),
    (
        "social-worker",
        "When you receive a referral, you may see who else is involved. You start from what is known.",
    ),
    (
        "mental-health",
        "When you take on a referral, you may see what others have tried. The person repeats less.",
    ),
    (
        "volunteer",
        "When somebody says that nothing is happening, you know what to ask, and whom. "
        "You can do it without access.",
    ),
)

SOURCES: tuple[Source, ...] = (
    Source(
        "The eight Caldicott Principles",
        "Liverpool Heart and Chest Hospital NHS Foundation Trust",
        "https://www.lhch.nhs.uk/caldicott-principles",
    ),
    Source(
        "Consent and confidential patient information",
        "NHS England Transformation Directorate",
        "https://transform.england.nhs.uk/information-governance/guidance/"
        "consent-and-confidential-patient-information",
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
    "Referrals that work first time",
    (
        ("Before you write", "Look: is the person already on somebody's list?"),
        (
            "Five things",
            "The question. How soon, and why. History that matters. What helps. What the person knows.",
        ),
        ("Only what they need", "For this service and this purpose. Agree it with the person."),
        ("After you send", "“Sent” is not “received”. Note a day to check."),
        ("Declined?", "Read why. Find the next step. Tell the person and the clinician who asked."),
        ("Family on the phone", "Listen. Tell them what the person has agreed to, and no more."),
        ("Done when", "It is accepted, the person knows, and the outcome is written down."),
    ),
)

MODULE = ModuleContent(
    slug="referrals-that-work-first-time",
    title="Referrals that work first time",
    summary=(
        "Look before you refer, give the receiver five things, and see it through. "
        "Follow one referral from both ends."
    ),
    minutes=10,
    roles=tuple(role for role, _ in HOW_IT_HELPS),
    capabilities=("referrals",),
    information=("referrals", "letters", "appointments", "about-me"),
    outcomes=(
        "Look first, so that you do not refer somebody twice.",
        "Give the receiver five things: question, urgency, history, what helps, what the person knows.",
        "Send what this service needs for this purpose, and leave the rest out.",
        "Read a status, act on it, and check what came of the referral.",
    ),
    when_to_use=(
        "Before you write a referral: is somebody already on the case?",
        "When a referral reaches you with too little in it.",
        "When a service has declined, and somebody must act.",
        "Before you close the task: what came of it?",
    ),
    when_not_to_use=(
        "To read a whole record before a task that needs a few rows.",
        "To see how long the queue is for somebody you know.",
        "Instead of a call, when the person is getting worse today.",
        "After your part is over, out of interest in how it went.",
    ),
    how_it_helps=HOW_IT_HELPS,
    sources=SOURCES,
    sections=(*OPENING_SECTIONS, *LOOKING_SECTIONS),
    check=CHECK,
    confidence="find out what is already under way before you refer, and see a referral through to its end",
    actions=(
        "Before I write my next referral, I will look for one that is already under way.",
        "In my next referral, I will write the question in one sentence.",
        "When I send a referral, I will note the day on which I will check it.",
        "Before I close a referral, I will check that the person knows what happens next.",
        "When a family rings, I will ask the person what I may tell them, and note the answer.",
    ),
    card=CARD,
    records=(RECORD,),
    sign_offs=("information-governance",),
)

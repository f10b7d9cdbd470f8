"""M8, "Spot it, share it": a child protection flag, an adult at risk, sharing well and writing facts."""

from training.demo.content.m8_adult import ADULT_SECTIONS
from training.demo.content.m8_check import CHECK
from training.demo.content.m8_edwin import EDWIN
from training.demo.content.m8_kayleigh import KAYLEIGH_MAE
from training.demo.content.m8_sections import CHILD_SECTIONS
from training.demo.content.shapes import Card, ModuleContent, Source

HOW_IT_HELPS: tuple[tuple[str, str], ...] = (
    (
        "doctor",
        "Before a child goes home, you see earlier visits side by side. You decide with more than one injury to go on.",
    ),
    (
        "nurse",
        "At triage, you find the flag and the number to ring. You have calm words for the family.",
    ),
    (
        "paramedic",
        "On scene, you know what to note and whom to tell. What you saw in the home reaches those who can act.",
    ),
    (
        "gp-admin",
        "When you file a letter, you spot what should not show online. When a service rings, you know what to do.",
    ),
    (
        "social-worker",
        "You hear facts, times and exact words from those who were there. You start from the whole picture.",
    ),
    (
        "care-worker",
        "When something feels wrong on a visit, you know what to ask, what to write and whom to ring today.",
    ),
    (
        "care-home-nurse",
        "When a resident tells you something hard, you have an honest answer. You know the first steps to take.",
    ),
    (
        "midwife-health-visitor",
        "Before a visit, you see missed contacts and emergency visits together. You share your piece sooner.",
    ),
    (
        "mental-health",
        "When the adult you support cares for a child, or is at risk, you know when and how to share.",
    ),
)

SOURCES: tuple[Source, ...] = (
    Source(
        "Child Protection Information Sharing (CP-IS)",
        "London Safeguarding Children Procedures",
        "https://londonsafeguardingchildrenprocedures.co.uk/cpis.html",
    ),
    Source(
        "Child Protection Information Sharing: introductory guidance for integrated care boards",
        "NHS England Digital",
        "",
    ),
    Source(
        "National Care Records Service",
        "NHS England Digital",
        "https://digital.nhs.uk/services/national-care-records-service",
    ),
    Source(
        "Information sharing: advice for safeguarding practitioners (April 2024)",
        "Department for Education",
        "",
    ),
    Source(
        "Consent to using and sharing patient information",
        "NHS England",
        "https://www.england.nhs.uk/long-read/consent-to-using-and-sharing-patient-information/",
    ),
)

MODULE = ModuleContent(
    slug="spot-it-share-it",
    title="Spot it, share it: safeguarding",
    summary=(
        "See small worries side by side, and share them in time, for a child or an adult at risk. "
        "Write facts that help, and keep them out of the wrong hands."
    ),
    minutes=15,
    roles=tuple(role for role, _ in HOW_IT_HELPS),
    capabilities=("safeguarding",),
    information=("safeguarding", "letters", "carers"),
    outcomes=(
        "Find a CP-IS flag, and say what it shows and what it does not.",
        "Share without consent when a child is at risk.",
        "Write facts, not labels.",
        "Act on a worry yourself, because a flag makes no referral.",
        "Raise a concern about an adult at risk, starting from what they want.",
        "Keep notes safe from an abuser's online access.",
    ),
    when_to_use=(
        "While you triage or treat a child, before you decide that an injury is just bad luck.",
        "When you notice a small worry, and others may hold another piece.",
        "When an adult in your care may be at risk at home.",
        "Before a child goes home, and before a strategy meeting.",
    ),
    when_not_to_use=(
        "To look into a family that you are not caring for. Tell your safeguarding lead instead.",
        "When somebody is in danger now. Ring 999 first.",
        "Instead of looking at the person, and asking them.",
        "Instead of ringing: neither a flag nor a note acts by itself.",
    ),
    how_it_helps=HOW_IT_HELPS,
    sources=SOURCES,
    sections=(*CHILD_SECTIONS, *ADULT_SECTIONS),
    check=CHECK,
    confidence="spot that somebody may be at risk, and share it in time",
    actions=(
        "I will find out today who my safeguarding lead is, and how to reach them at night.",
        "Before I send a child home, I will look for a flag and at earlier visits.",
        "When something worries me, I will tell a person today, not only write it down.",
        "Before I save a safeguarding note, I will check who can read it online.",
        "When I write about a worry, I will use exact words, times and who was there.",
    ),
    card=Card(
        "Spot it, share it",
        (
            ("Look", "The person first. Then flags, earlier visits, missed contacts."),
            ("Flag or no flag", "A flag makes no referral. No flag does not mean no risk."),
            ("Tell", "Safeguarding lead, today. In danger now: 999."),
            ("Child at risk", "I do not need consent to share. I tell the family if that is safe."),
            ("Adult at risk", "Ask alone what they want. No promise of secrecy. Do not confront."),
            ("Write", "Seen, heard, exact words, who was there, times, whom I told."),
            ("Before I save", "Who can read this online? Use the local process to hide it."),
        ),
    ),
    records=(KAYLEIGH_MAE, EDWIN),
    content_warning=(
        "This module is about children and adults who may be harmed or neglected. "
        "There are no pictures and little detail. "
        "You can skip the sections that hold it, or stop at any time. "
        "If you would rather not do it here, ask your manager or safeguarding lead for a talk-through instead. "
        "For support, speak to somebody you trust, your manager, your staff support service or your GP. "
        "If it brings up something from your own life, you deserve help too. "
        "If you or somebody else is in danger now, ring 999."
    ),
    sign_offs=("safeguarding",),
)

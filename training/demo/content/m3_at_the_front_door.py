"""M3, "At the front door": a 60-second look before triage, on scene, and before somebody goes home."""

from training.demo.content.m3_check import CHECK
from training.demo.content.m3_record import CALLUM
from training.demo.content.m3_sections import SECTIONS
from training.demo.content.shapes import Card, ModuleContent, Source

HOW_IT_HELPS: tuple[tuple[str, str], ...] = (
    (
        "doctor",
        "Before you prescribe, you see both allergy entries, not just your own hospital's. "
        "You settle it once.",
    ),
    (
        "nurse",
        "At triage, you check allergies more safely and ask fewer questions twice. "
        "You know what will help before you begin.",
    ),
    (
        "paramedic",
        "On scene, you find the plan and the support that is already there. Then you decide where to go.",
    ),
    (
        "gp-admin",
        "At the desk or on the phone, you offer the right space or time from the start. "
        "The visit goes better for everyone.",
    ),
)

SOURCES: tuple[Source, ...] = (
    Source(
        "Reasonable Adjustment Flag",
        "NHS England Digital",
        "https://digital.nhs.uk/services/reasonable-adjustment-flag",
    ),
    Source("The Reasonable Adjustment Digital Flag: action checklist", "NHS England", ""),
    Source(
        "National Care Records Service",
        "NHS England Digital",
        "https://digital.nhs.uk/services/national-care-records-service",
    ),
    Source(
        "Information governance for Summary Care Records (SCR)",
        "NHS England Digital",
        "https://digital.nhs.uk/services/summary-care-records-scr/information-governance-for-scr",
    ),
    Source(
        "Core Information Standard",
        "Professional Record Standards Body",
        "https://theprsb.org/standards/core-information-standard/",
    ),
)

MODULE = ModuleContent(
    slug="at-the-front-door",
    title="At the front door: triage and first contact",
    summary=(
        "Learn the 60-second look: what could harm, what changes your care, and what helps this person. "
        "Settle entries that disagree, and act on a flag from the first minute."
    ),
    minutes=10,
    roles=("doctor", "nurse", "paramedic", "gp-admin"),
    capabilities=("urgent-care",),
    information=("allergies", "medicines", "diagnoses", "ambulance", "carers"),
    outcomes=(
        "Do the 60-second look: alerts and allergies, medicines that matter, adjustments and plans.",
        "Settle entries that disagree, safely.",
        "Act on a reasonable adjustment flag.",
        "Know what a missing flag does not prove.",
    ),
    when_to_use=(
        "While you triage, before you ask the person to start from the beginning.",
        "On scene, before you decide whether to move somebody, and where.",
        "Before you choose a place to wait or to be seen.",
        "Before you send somebody home, above all at night.",
    ),
    when_not_to_use=(
        "When looking would hold up care that cannot wait. Treat first, then look.",
        "For somebody who is not in your care, such as a familiar name on the board.",
        "To read everything. Stop when you have what this visit needs.",
        "Instead of asking the person, or whoever came with them.",
    ),
    how_it_helps=HOW_IT_HELPS,
    sources=SOURCES,
    sections=SECTIONS,
    check=CHECK,
    confidence="find what matters in a shared record in the first minute",
    actions=(
        "Before I call the next name, I will look at alerts, allergies and adjustments.",
        "When two entries disagree, I will act on the safer one and ask for the other to be put right.",
        "Before I choose where somebody waits, I will read the flag or ask what would help.",
        "Before I send somebody home at night, I will ring whoever supports them there.",
        "I will find out today what we use when the record is down.",
    ),
    card=Card(
        "The 60-second look",
        (
            ("First", "Name and date of birth. Ask if you may look."),
            ("Harm", "Alerts and allergies."),
            ("Medicines", "Those that change what I do today."),
            ("Help", "Adjustments, plans, who is at home."),
            ("Two answers?", "Act on the safer one. Confirm. Have it put right."),
            ("No flag?", "“Is there anything that would make this easier for you?”"),
            ("System down?", "Fallback number or printed plan. Note it. Look later."),
        ),
    ),
    records=(CALLUM,),
)

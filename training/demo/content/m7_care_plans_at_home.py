"""M7, "Care plans at home, and the call at 3 am": before the knock, whom to tell, and plans for an emergency."""

from training.demo.content.m7_check import CHECK
from training.demo.content.m7_emergency import NIGHT_SECTIONS
from training.demo.content.m7_record import TOM
from training.demo.content.m7_sections import VISIT_SECTIONS
from training.demo.content.shapes import Card, ModuleContent, Source

HOW_IT_HELPS: tuple[tuple[str, str], ...] = (
    (
        "doctor",
        "When a crew or a family rings at night, you find the latest plan and its date. You advise with more to go on.",
    ),
    (
        "nurse",
        "Before a home visit, you see what the care workers wrote and what has changed. "
        "You spend your time on the person.",
    ),
    (
        "allied-health-professional",
        "Before you knock, you know how the person likes things done. You find out what has changed since last time.",
    ),
    (
        "paramedic",
        "On scene, you can tell an old paper from the latest plan. You have a number to ring, and words for why.",
    ),
    (
        "care-worker",
        "You know what to ring about, and whom. When a relative asks, you have an answer that is kind and safe.",
    ),
    (
        "care-home-nurse",
        "When a resident gets worse at night, you can show the crew the right plan. Families hear what was agreed.",
    ),
    (
        "hospice",
        "The plan that you made with somebody can be found at 3 am. You learn how to have old copies replaced.",
    ),
    (
        "unpaid-carer",
        "You know what staff may be able to see, and what to ask. You know why they ask the person before telling you.",
    ),
)

SOURCES: tuple[Source, ...] = (
    Source("ReSPECT: letter of the ReSPECT working group (BMJ 2017;357:j2213)", "BMJ", ""),
    Source(
        "Palliative and End of Life Care standard",
        "Professional Record Standards Body",
        "https://theprsb.org/standards/palliativeandendoflifecare",
    ),
    Source(
        "Research on electronic palliative care coordination systems (BMJ Open 2020;10:e037483)",
        "BMJ Open",
        "https://bmjopen.bmj.com/content/10/10/e037483.full",
    ),
    Source(
        "Sharing information with unpaid carers",
        "NHS England Transformation Directorate",
        "https://transform.england.nhs.uk/information-governance/guidance/"
        "sharing-information-with-unpaid-carers/",
    ),
    Source(
        "Lasting power of attorney: what should care providers check?",
        "Kafico",
        "https://kafico.co.uk/post/lasting-power-of-attorney-what-should-care-providers-check",
    ),
    Source(
        "Social care standards, including About Me",
        "Professional Record Standards Body",
        "https://theprsbannualreport.org/social-care-standards/",
    ),
)

MODULE = ModuleContent(
    slug="care-plans-at-home",
    title="Care plans at home, and the call at 3 am",
    summary=(
        "Use a care plan and About Me to make each visit better, and know what you may tell relatives. "
        "Find and weigh the right plan when the call comes at night."
    ),
    minutes=15,
    roles=tuple(role for role, _ in HOW_IT_HELPS),
    capabilities=("care-planning", "end-of-life"),
    information=("care-plans", "end-of-life-plans", "about-me", "carers"),
    outcomes=(
        "Use About Me and the care plan to change what you do.",
        "Keep the plan and the record up to date when something changes.",
        "Answer relatives within what the person has agreed.",
        "Find a plan for an emergency, and weigh it.",
        "Tell what is binding from what guides.",
    ),
    when_to_use=(
        "Before you knock, or before the first visit of a shift.",
        "When something has changed, and the plan may say what to do.",
        "When a relative asks, and you need to know what the person has agreed.",
        "On an out-of-hours call, before you decide about moving somebody.",
        "After a death, to see which teams need to be told.",
    ),
    when_not_to_use=(
        "When looking would hold up care that cannot wait. Care first, then look.",
        "Because a relative would like to know what it says.",
        "Instead of asking a person who can speak for themselves.",
        "To read the whole record of somebody whose breakfast you are making.",
    ),
    how_it_helps=HOW_IT_HELPS,
    sources=SOURCES,
    sections=(*VISIT_SECTIONS, *NIGHT_SECTIONS),
    check=CHECK,
    confidence="find and use somebody's care plan, by day and at night",
    actions=(
        "Before I knock, I will read what has changed in the plan.",
        "When something changes, I will write what I saw, when, whom I told and what they advised.",
        "Before I tell a relative anything, I will ask the person, or look at what they have agreed.",
        "Before I act on a plan, I will look at its date and ask if there is a newer one.",
        "I will find out today which line to ring at night, and save the number.",
    ),
    card=Card(
        "Before I knock, and at 3 am",
        (
            ("Before I knock", "Plan changes, alerts, About Me, who may be told."),
            ("It has changed", "Do what the plan says. Ring. Write what, when, whom, advice."),
            ("A relative asks", "I can always listen. Before I tell, I ask the person."),
            ("Attorney?", "Health and welfare: only when the person cannot make that decision."),
            ("Which plan?", "Date, version, maker, their words, can they decide now."),
            ("Not for CPR", "It is not “do not treat”. Assess, ask, ring the advice line."),
            ("Old copy?", "Ask whoever made the plan to replace it. Note what I relied on."),
        ),
    ),
    records=(TOM,),
    content_warning=(
        "This module speaks about serious illness, dying, and resuscitation (CPR). It shows nothing in detail. "
        "You can skip the sections that hold it, or stop at any time. "
        "If you would rather not do it here, ask your manager for a talk-through instead. "
        "For support, speak to somebody you trust, your manager, your staff support service or your GP. "
        "If you care for somebody at home, your local carers' service may help too. "
        "If you need help now, ring NHS 111. If somebody is in danger, ring 999."
    ),
    sign_offs=("palliative-care",),
)

"""M9, "Leading the change": for managers, project leads and champions."""

from training.demo.content.m9_check import CHECK
from training.demo.content.m9_people import PEOPLE_SECTIONS
from training.demo.content.m9_scenario import JOINS_LATE_SECTION
from training.demo.content.m9_sections import OPENING_SECTIONS
from training.demo.content.shapes import Card, ModuleContent, Source

HOW_IT_HELPS: tuple[tuple[str, str], ...] = (
    (
        "manager",
        "You can say in one sentence what will change, and show later whether it did. "
        "You find weak spots while they are small.",
    ),
    (
        "care-home-nurse",
        "When your home joins, you know what to ask: what will we see, from when, and what until then?",
    ),
    (
        "social-worker",
        "You can bring social care into the plan early, so that it is not added when it is too late.",
    ),
    (
        "nurse",
        "As a champion, you turn “use the record more” into three moments that fit your own shift.",
    ),
    (
        "ward-clerk",
        "You can say what a new step costs you and whom it helps, so that the route is made right.",
    ),
)

SOURCES: tuple[Source, ...] = (
    Source(
        "Planning key to interoperability",
        "Digital Health",
        "https://www.digitalhealth.net/2015/03/planning-key-to-interoperability-bcs/",
    ),
    Source(
        "BCS issues interoperability guideline for health and care providers",
        "Building Better Healthcare",
        "https://www.buildingbetterhealthcare.com/"
        "bcs-issues-interoperability-guideline-for-health-and-care-providers-106436",
    ),
    Source(
        "Adoption and non-adoption of a shared electronic summary record in England (BMJ 2010;340:c3111)",
        "BMJ",
        "https://www.bmj.com/content/340/bmj.c3111.abstract",
    ),
    Source("Report on shared care records", "BCS Primary Health Care Group", ""),
    Source(
        "Study of electronic palliative care coordination systems",
        "PLOS Digital Health",
        "https://doi.org/10.1371/journal.pdig.0000470",
    ),
    Source(
        "Spaced online education for health professionals: a systematic review",
        "Journal of Medical Internet Research",
        "https://www.jmir.org/2024/1/e57760",
    ),
    Source("Disclosure control guidance for health statistics", "Office for National Statistics", ""),
)

CARD = Card(
    title="Leading the change",
    lines=(
        ("One sentence", "Who will do what differently, at which moment?"),
        ("Measure it", "What do we count, what is it today, and when do we look again?"),
        ("Say what is out", "What staff will not see yet, and from when they will."),
        ("Agree ahead", "The next two phases belong in the agreement now."),
        ("Train close", "Within four weeks of access, and again after one week and six."),
        ("Listen by team", "Themes and places, not names. What is hidden stays hidden."),
        ("Tell it back", "What did a look change for a person? Staff should hear it."),
    ),
)

MODULE = ModuleContent(
    slug="leading-the-change",
    title="Leading the change",
    summary=(
        "Plan a shared record so that people use it at the right moment. "
        "Practise five early steps, from an aim that can be checked to a report that protects staff."
    ),
    minutes=12,
    roles=("manager", "care-home-nurse", "social-worker", "nurse", "ward-clerk"),
    capabilities=("care-planning", "referrals", "discharge"),
    outcomes=(
        "Write an aim with a measure, a baseline and a date, and say what is in and out.",
        "Check the sharing agreement and your readiness against the next two phases.",
        "Map what changes for one team: jobs, workflow and culture.",
        "Read a culture report in which small numbers are hidden.",
        "Plan from four weeks before access to twelve weeks after, and look honestly at the results.",
    ),
    when_to_use=(
        "Before you name a launch date or write a plan.",
        "When a new partner, such as a care home, wants to join.",
        "When one team does not use the record, and you want to know why.",
        "When you report to a board, a sponsor or your staff.",
    ),
    when_not_to_use=(
        "As a reason to open a person's record. Leading the change is not care.",
        "To find out what one member of staff said in a survey.",
        "To train people long before they have access.",
    ),
    how_it_helps=HOW_IT_HELPS,
    sources=SOURCES,
    sections=(*OPENING_SECTIONS, *PEOPLE_SECTIONS, JOINS_LATE_SECTION),
    check=CHECK,
    confidence="lead a team through starting to use a shared record",
    actions=(
        "This week I will write one aim with a measure, a baseline and a date.",
        "Before the next project meeting, I will ask a night nurse what will change for them.",
        "I will sit beside one person of one role, and write down three moments together.",
        "Before I promise training, I will check what those staff will see on their first day.",
        "At the next handover, I will tell the team one thing that a look changed for a person.",
    ),
    card=CARD,
)

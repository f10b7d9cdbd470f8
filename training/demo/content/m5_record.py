"""M5, the practice record: Rosalind Achterberg, and what is already under way for her."""

from training.demo.content.m5_entries import ENTRIES
from training.demo.content.shapes import Access, Feed, PracticeRecord, Reason

RECORD = PracticeRecord(
    slug="rosalind-achterberg",
    title="Vale Shared Record: Rosalind Achterberg",
    person="Rosalind Achterberg",
    nhs_number="999 105 6408",
    age=67,
    permission=(
        "<p>In Fennings Vale, you ask first: “May I look at your shared record, to see what is under way?” "
        "You note the answer once for this piece of care. Rosalind has said yes.</p>"
        "<p>Other areas do this in other ways. Yours may too.</p>"
    ),
    reasons=(
        Reason(
            slug="interested-in-the-wait",
            text="My aunt is waiting for the same clinic. I want to compare.",
            verdict="unsafe",
            feedback="A natural thing to wonder. But it is about your aunt, not about Rosalind's care.",
        ),
        Reason(
            slug="checking-what-is-under-way",
            text="A new memory referral is asked for. I am checking what is already under way.",
            verdict="good",
            feedback="It says what was asked and what you look for. A stranger would understand it.",
        ),
        Reason(
            slug="referral",
            text="Referral",
            verdict="okay",
            feedback="True, but thin. Someone who checks the log cannot tell what you needed, or why.",
        ),
        Reason(
            slug="read-it-all-first",
            text="I like to read the whole record before I write anything.",
            verdict="unsafe",
            feedback="You want to be thorough. But this task needs a few parts, and not the rest.",
        ),
    ),
    entries=ENTRIES,
    feeds=(
        Feed("Ashdown Lane Surgery", "live", "Shows at once."),
        Feed("Brackwater Hospitals", "live", "Letters show when they are signed."),
        Feed("Tarn & Vale Community Health", "live", "Shows at once."),
        Feed("Vale Ambulance", "periodic", "Every four hours."),
        Feed("Larkmoor Mental Health", "periodic", "Once a night. A change today shows tomorrow."),
        Feed(
            "Fennings Vale Council", "late", "Today's batch has not arrived. The last came yesterday, 6 am."
        ),
        Feed("Vale Carers' Link", "periodic", "Once a week, on Mondays."),
        Feed("Kindly Home Care", "absent", "Does not share into this record yet."),
    ),
    accesses=(
        Access("7 weeks ago, 10:25", "Dr H Amari", "GP", "Ashdown Lane Surgery", "Writing memory referral"),
        Access(
            "6 weeks ago, 14:02",
            "T Bakshi",
            "Referral coordinator",
            "Larkmoor Mental Health",
            "New referral: reading history and medicines",
        ),
        Access(
            "4 weeks ago, 11:40",
            "S Farrow",
            "Social worker",
            "Fennings Vale Council",
            "Carer's assessment: who else is involved",
        ),
        Access(
            "5 days ago, 03:15",
            "J Merriman",
            "Paramedic",
            "Vale Ambulance",
            "On scene after a fall: medicines and allergies",
        ),
    ),
)

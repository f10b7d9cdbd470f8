"""M6, the practice record: Beatrice Okonjo-Hale, on the day she leaves hospital."""

from training.demo.content.m6_entries import ENTRIES
from training.demo.content.shapes import Access, Feed, PracticeRecord, Reason

RECORD = PracticeRecord(
    slug="beatrice-okonjo-hale",
    title="Vale Shared Record: Beatrice Okonjo-Hale",
    person="Beatrice Okonjo-Hale",
    nhs_number="999 106 7507",
    age=79,
    permission=(
        "<p>In Fennings Vale, you ask first: “May I look at your shared record, to plan for home?” "
        "You note the answer once for each stay. Beatrice has said yes.</p>"
        "<p>Other areas do this in other ways. Yours may too.</p>"
    ),
    reasons=(
        Reason(
            slug="bed-pressure",
            text="We need the bed",
            verdict="okay",
            feedback="It is true, and it is why you hurry. But it does not say what Beatrice needs you to find.",
        ),
        Reason(
            slug="neighbours-mother",
            text="I know her son. I want to see how she is doing.",
            verdict="unsafe",
            feedback="A warm thought, but it is not a work reason. You could ask Tobi how she is.",
        ),
        Reason(
            slug="support-already-at-home",
            text="She goes home today. Checking the care and equipment she has, and what has changed.",
            verdict="good",
            feedback="It says why now, and what for. Someone who checks the log need not ring you.",
        ),
        Reason(
            slug="first-visit-or-summary",
            text="She is home from hospital. Checking what has changed, before I visit or act on her summary.",
            verdict="good",
            feedback="It fits care work and the surgery alike: why now, and what you look for.",
        ),
    ),
    entries=ENTRIES,
    feeds=(
        Feed(
            "Brackwater Hospitals", "live", "Shows at once. Drafts show to hospital staff only, until signed."
        ),
        Feed("Ashdown Lane Surgery", "live", "Shows at once."),
        Feed("Fennings Vale Council", "periodic", "Once a day, at 6 am."),
        Feed(
            "Tarn & Vale Community Health", "late", "Today's batch has not arrived. The last came yesterday."
        ),
        Feed("Kindly Home Care", "periodic", "About Me only, overnight. Visit notes stay with the agency."),
        Feed("Vale Ambulance", "absent", "Its notes of the journey in are not here."),
    ),
    accesses=(
        Access(
            "9 days ago, 14:20",
            "Dr R Nakamura",
            "Ward doctor",
            "Brackwater Hospitals",
            "Admission: comparing medicines, allergies",
        ),
        Access(
            "9 days ago, 16:05",
            "P Szymanski",
            "Pharmacy technician",
            "Brackwater Hospitals",
            "Medicines on admission: second source",
        ),
        Access(
            "8 days ago, 09:30",
            "M Oduya",
            "Social worker",
            "Fennings Vale Council",
            "Care visits suspended: checking who else to tell",
        ),
        Access(
            "Today 11:15",
            "L Brand",
            "Discharge coordinator",
            "Brackwater Hospitals",
            "Board round: planning for home",
        ),
    ),
)

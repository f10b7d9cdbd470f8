"""M1, the practice record of Winifred Tansley, who likes to be called Win."""

from training.demo.content.shapes import Access, Entry, Feed, PracticeRecord, Reason

SURGERY = "Ashdown Lane Surgery"
COMMUNITY = "Tarn & Vale Community Health"
COUNCIL = "Fennings Vale Council"
HOSPITAL = "Brackwater Hospitals"


def issued(ref: str, what: str) -> Entry:
    """A medicine of the GP's list, as it was last issued."""
    return Entry(
        ref=ref,
        section="medicines",
        what=what,
        status="Last issued",
        date="3 weeks ago",
        days_ago=21,
        author_role="GP",
        source=SURGERY,
    )


ABOUT_WIN = (
    Entry(
        ref="about-hearing",
        section="about-me",
        what="About Me: I hear better on my left. Call me Win.",
        status="Current",
        date="5 weeks ago",
        days_ago=35,
        author_role="Community nurse",
        source=COMMUNITY,
        detail="<p>In Win's own words: “Sit on my left, or ring me on my left ear. Then I get it first time.”</p>",
    ),
    Entry(
        ref="about-mornings",
        section="about-me",
        what="About Me: I make my own breakfast. Let me try first.",
        status="Current",
        date="5 weeks ago",
        days_ago=35,
        author_role="Community nurse",
        source=COMMUNITY,
    ),
    Entry(
        ref="allergy-trimethoprim",
        section="alerts",
        what="Allergy: trimethoprim, rash",
        status="Active",
        date="2019",
        days_ago=2650,
        author_role="GP",
        source=SURGERY,
    ),
    Entry(
        ref="problem-blood-pressure",
        section="problems",
        what="High blood pressure",
        status="Active",
        date="2011",
        days_ago=5600,
        author_role="GP",
        source=SURGERY,
    ),
    Entry(
        ref="problem-knee",
        section="problems",
        what="Osteoarthritis, both knees",
        status="Active",
        date="2016",
        days_ago=3750,
        author_role="GP",
        source=SURGERY,
    ),
)

MEDICINES = (
    issued("medicine-amlodipine", "Amlodipine 5 mg, once a day"),
    issued("medicine-atorvastatin", "Atorvastatin 20 mg, at night"),
    issued("medicine-omeprazole", "Omeprazole 20 mg, once a day"),
    issued("medicine-paracetamol", "Paracetamol 500 mg, when needed"),
    issued("medicine-eye-drops", "Hypromellose eye drops, when needed"),
)

CONTACTS_AND_LETTERS = (
    Entry(
        ref="call-surgery",
        section="encounters",
        what="Telephone call: sore knee after a fall at home. Paracetamol issued.",
        status="Finished",
        date="3 weeks ago",
        days_ago=21,
        author_role="GP",
        source=SURGERY,
    ),
    Entry(
        ref="visit-community-nurse",
        section="encounters",
        what="Home visit: dressing to left shin. About Me written with Win.",
        status="Finished",
        date="5 weeks ago",
        days_ago=35,
        author_role="Community nurse",
        source=COMMUNITY,
    ),
    Entry(
        ref="letter-falls",
        section="documents",
        what="Falls clinic letter: start vitamin D; physiotherapy referral sent",
        status="Letter",
        date="12 days ago",
        days_ago=12,
        author_role="Clinic doctor",
        source=HOSPITAL,
        detail=(
            "<p>Thank you for referring Mrs Tansley, who fell at home at night.</p>"
            "<ul><li>Please start vitamin D. She has a starter box from us.</li>"
            "<li>We have sent a physiotherapy referral to Tarn &amp; Vale.</li>"
            "<li>No other change to her medicines.</li></ul>"
        ),
    ),
    Entry(
        ref="letter-eyes",
        section="documents",
        what="Eye clinic letter: cataract operation planned, right eye, day surgery",
        status="Letter",
        date="6 weeks ago",
        days_ago=42,
        author_role="Eye doctor",
        source=HOSPITAL,
    ),
    Entry(
        ref="letter-hearing",
        section="documents",
        what="Hearing clinic letter: hearing aid fitted, right ear",
        status="Letter",
        date="2 years ago",
        days_ago=730,
        author_role="Audiologist",
        source=HOSPITAL,
    ),
)

SUPPORT = (
    Entry(
        ref="home-care",
        section="care-plan",
        what="Home care: 2 visits a day",
        status="Live",
        date="Since 2 weeks ago",
        days_ago=14,
        author_role="Social worker",
        source=COUNCIL,
    ),
    Entry(
        ref="key-safe",
        section="care-plan",
        what="Key safe: ask the care agency",
        status="Not shared here",
        date="2 weeks ago",
        days_ago=14,
        author_role="Social worker",
        source=COUNCIL,
    ),
    Entry(
        ref="equipment",
        section="care-plan",
        what="Equipment: bath board and second stair rail in place",
        status="Done",
        date="16 days ago",
        days_ago=16,
        author_role="Occupational therapist",
        source=COUNCIL,
    ),
    Entry(
        ref="contact-niece",
        section="contacts",
        what="Dee Tansley, niece, 01632 960142. Win is happy for staff to talk to her about her care.",
        status="Permission recorded",
        date="5 weeks ago",
        days_ago=35,
        author_role="Community nurse",
        source=COMMUNITY,
    ),
    Entry(
        ref="contact-agency",
        section="contacts",
        what="Care agency: Kindly Home Care, office 01632 960155",
        status="Current",
        date="2 weeks ago",
        days_ago=14,
        author_role="Social worker",
        source=COUNCIL,
    ),
)

WIN = PracticeRecord(
    slug="winifred-tansley",
    title="Vale Shared Record",
    person="Winifred Tansley",
    prefers="Win",
    nhs_number="999 101 2001",
    age=82,
    permission=(
        "<p>In Fennings Vale, you ask first: “I'd like to check your shared record, so you don't have to "
        "repeat everything. Is that all right?” Win has said yes.</p>"
        "<p>Other areas do this in other ways. Find out what your own area asks of you.</p>"
    ),
    reasons=(
        Reason(
            slug="checking",
            text="“Checking”",
            verdict="okay",
            feedback="It opens, but it tells nobody what for. If someone asks next month, will you remember?",
        ),
        Reason(
            slug="niece-is-a-friend",
            text="“Her niece is a friend of mine, and she is worried”",
            verdict="unsafe",
            feedback="A kind wish is not a work reason. The record stays shut until there is one.",
        ),
        Reason(
            slug="change-reported-today",
            text="“In my care today. Family reports a new medicine. Checking letters and medicines”",
            verdict="good",
            feedback="It says that you care for Win, what you need, and why now. Anyone can follow it.",
        ),
        Reason(
            slug="handover-today",
            text="“In my care today. Handing over to the therapy team”",
            verdict="good",
            feedback="Handing a person on is care. You look for what the next worker needs, and stop there.",
        ),
    ),
    entries=(*ABOUT_WIN, *MEDICINES, *CONTACTS_AND_LETTERS, *SUPPORT),
    feeds=(
        Feed(SURGERY, "live", "Medicines, allergies and problems show at once."),
        Feed(COMMUNITY, "live", "Visits and About Me show at once."),
        Feed(COUNCIL, "live", "Care packages show at once. Some details are kept back on purpose."),
        Feed(HOSPITAL, "periodic", "Letters arrive once a day, at 6 am."),
        Feed("Vale Ambulance", "absent", "Does not share here yet. Ring the service if you need its notes."),
        Feed("Kindly Home Care", "absent", "Visit notes are not here. Ring the office."),
    ),
    accesses=(
        Access("5 weeks ago, 10:05", "S Mbeki", "Community nurse", COMMUNITY, "Home visit today"),
        Access("2 weeks ago, 14:30", "H Farrow", "Social worker", COUNCIL, "Setting up home care"),
        Access("12 days ago, 09:40", "Dr T Lam", "Clinic doctor", HOSPITAL, "Falls clinic appointment"),
        Access("Yesterday, 08:15", "R Iqbal", "Physiotherapist", COMMUNITY, "Reading new referral"),
    ),
)

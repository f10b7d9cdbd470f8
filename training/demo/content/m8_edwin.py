"""M8, the practice record of Edwin Prowse-Obi, an adult at risk in his own home."""

from training.demo.content.shapes import Access, Entry, Feed, PracticeRecord, Reason

SURGERY = "Ashdown Lane Surgery"
COMMUNITY = "Tarn & Vale Community Health"
COUNCIL = "Fennings Vale Council"
AGENCY = "Kindly Home Care"
HOSPITAL = "Brackwater Hospitals"

ENTRIES: tuple[Entry, ...] = (
    Entry(
        ref="about-me",
        section="about-me",
        what="About Me: I was a cook for forty years. Food is my joy. Let me choose my own meals.",
        status="Current",
        date="7 months ago",
        days_ago=213,
        author_role="Edwin, with his care worker",
        source=AGENCY,
    ),
    Entry(
        ref="allergy-nuts",
        section="alerts",
        what="Allergy: peanuts. Lips swell",
        status="Active",
        date="1998",
        days_ago=10220,
        author_role="GP",
        source=SURGERY,
    ),
    Entry(
        ref="parkinsons",
        section="problems",
        what="Parkinson's disease: slow to move, mind clear",
        status="Active",
        date="2019",
        days_ago=2555,
        author_role="Parkinson's nurse",
        source=HOSPITAL,
    ),
    Entry(
        ref="parkinsons-medicine",
        section="medicines",
        what="Co-careldopa",
        status="Repeat. Issued 10 days ago",
        date="10 days ago",
        days_ago=10,
        author_role="GP",
        source=SURGERY,
    ),
    Entry(
        ref="weight-now",
        section="encounters",
        what="Weight 61 kg. It was 66 kg five months ago",
        status="Practice visit",
        date="3 weeks ago",
        days_ago=21,
        author_role="Practice nurse",
        source=SURGERY,
    ),
    Entry(
        ref="skin-whole",
        section="encounters",
        what="Skin checked: whole, no sore places",
        status="Home visit",
        date="3 weeks ago",
        days_ago=21,
        author_role="District nurse",
        source=COMMUNITY,
    ),
    Entry(
        ref="cupboard-note",
        section="encounters",
        what="Padlock on food cupboard. Edwin: “I have to ask.” Grandson present",
        status="Visit note",
        date="2 days ago",
        days_ago=2,
        author_role="Care worker",
        source=AGENCY,
    ),
    Entry(
        ref="flu-jab",
        section="encounters",
        what="Flu vaccine given at home",
        status="Complete",
        date="6 weeks ago",
        days_ago=42,
        author_role="Practice nurse",
        source=SURGERY,
    ),
    Entry(
        ref="therapy-letter",
        section="documents",
        what="Occupational therapy letter: rails fitted, walks with frame",
        status="Letter",
        date="4 months ago",
        days_ago=122,
        author_role="Occupational therapist",
        source=COMMUNITY,
    ),
    Entry(
        ref="visits-cut",
        section="care-plan",
        what="Home care cut from 3 visits a day to 1. Asked for by grandson. Edwin's view: not recorded",
        status="Changed",
        date="6 weeks ago",
        days_ago=42,
        author_role="Team leader",
        source=AGENCY,
    ),
    Entry(
        ref="moving-plan",
        section="care-plan",
        what="Moving: one person to help him stand",
        status="Live",
        date="4 months ago",
        days_ago=122,
        author_role="Occupational therapist",
        source=COMMUNITY,
    ),
    Entry(
        ref="grandson",
        section="contacts",
        what="Grandson Lewis: moved in. 07700 900192",
        status="Current",
        date="5 months ago",
        days_ago=152,
        author_role="Team leader",
        source=AGENCY,
    ),
    Entry(
        ref="power-none",
        section="contacts",
        what="Power of attorney: none recorded here",
        status="Asked",
        date="7 months ago",
        days_ago=213,
        author_role="Social worker",
        source=COUNCIL,
    ),
    Entry(
        ref="adult-team",
        section="contacts",
        what="Adult social care, Fennings Vale Council: 01632 960133, day and night",
        status="Current",
        date="7 months ago",
        days_ago=213,
        author_role="Social worker",
        source=COUNCIL,
    ),
)

EDWIN = PracticeRecord(
    slug="edwin-prowse-obi",
    title="Vale Shared Record",
    person="Edwin Prowse-Obi",
    nhs_number="999 109 1807",
    age=84,
    permission=(
        "<p>In Fennings Vale you ask before you open the record, and note the answer. "
        "Ask Edwin himself, with nobody else in the room if you can. "
        "“May I look at your record, to help with your care?” He says, “Please do.”</p>"
        "<p>Other areas have other steps.</p>"
    ),
    reasons=(
        Reason(
            slug="visiting-edwin-today",
            text="Visiting Edwin today. Checking care plan and recent notes. He has agreed",
            verdict="good",
            feedback="It says why you, why now and what for. Edwin knows about it.",
        ),
        Reason(
            slug="grandson-seems-odd",
            text="The grandson seems odd",
            verdict="unsafe",
            feedback="You may be right to worry. Your reason is Edwin's care, so say what you need for it.",
        ),
        Reason(
            slug="home-visit",
            text="Home visit",
            verdict="okay",
            feedback="It opens. Anybody who checks the log would still have to ask what you needed.",
        ),
        Reason(
            slug="grandson-asked",
            text="His grandson asked what is in there",
            verdict="unsafe",
            feedback="Only Edwin can agree to that. And what is in there may not be safe in Lewis's hands.",
        ),
    ),
    entries=ENTRIES,
    feeds=(
        Feed(SURGERY, "live", "Shown as soon as it is saved."),
        Feed(COMMUNITY, "periodic", "Once a day, at 6 am."),
        Feed(AGENCY, "periodic", "Once a day, at night. Today's visit is not here yet."),
        Feed(COUNCIL, "late", "Last update 7 months ago. Ring the duty desk for anything newer."),
        Feed(HOSPITAL, "periodic", "Every four hours."),
    ),
    accesses=(
        Access("2 days ago, 08:55", "F Kowal", "Care worker", AGENCY, "Morning visit"),
        Access("10 days ago, 12:10", "Dr H Ames", "GP", SURGERY, "Repeat medicine request"),
        Access("3 weeks ago, 10:30", "C Mbeki", "District nurse", COMMUNITY, "Home visit. Skin check"),
    ),
)

"""M2, the practice record of Gareth Lindqvist, with the views of it as rows."""

from training.demo.content.shapes import Access, Entry, Feed, PracticeRecord, Reason
from training.demo.content.shapes.record import RecordSection

SURGERY = "Ashdown Lane Surgery"
HOSPITAL = "Brackwater Hospitals"


def view(ref: str, what: str, status: str, date: str, days_ago: int, role: str) -> Entry:
    """A view of the record, as the log shows it. "Relationship" says how the viewer is linked to Gareth."""
    return Entry(
        ref=ref,
        section="encounters",
        what=what,
        status=status,
        date=date,
        days_ago=days_ago,
        author_role=role,
        source=HOSPITAL,
    )


VIEWS = (
    view(
        "access-0912",
        "Opened by A Rahman, Ward 6. Reason: admission",
        "Relationship: inpatient",
        "Monday 09:12, 4 days ago",
        4,
        "Nurse",
    ),
    view(
        "access-1005",
        "Opened by L Marchetti, Pharmacy. Reason: medicines check on admission",
        "Relationship: inpatient",
        "Monday 10:05, 4 days ago",
        4,
        "Pharmacist",
    ),
    view(
        "access-1340",
        "Opened by K Doyle, Outpatients. Reason: “checking”",
        "Relationship: self-claimed",
        "Tuesday 13:40, 3 days ago",
        3,
        "Healthcare assistant",
    ),
    view(
        "access-1020",
        "Opened by J Whitlock, Ward 6. Reason: arranging discharge",
        "Relationship: inpatient",
        "Wednesday 10:20, 2 days ago",
        2,
        "Discharge coordinator",
    ),
    view(
        "access-2105",
        "Opened by Dr S Imrie, Emergency Department. Reason: “unconscious, ?on anticoagulant”",
        "Emergency access",
        "Thursday 21:05, yesterday",
        1,
        "Doctor",
    ),
)


def from_surgery(ref: str, section: RecordSection, what: str, status: str, date: str, days_ago: int) -> Entry:
    """Something that Gareth's GP wrote."""
    return Entry(
        ref=ref,
        section=section,
        what=what,
        status=status,
        date=date,
        days_ago=days_ago,
        author_role="GP",
        source=SURGERY,
    )


CARE = (
    Entry(
        ref="about-gareth",
        section="about-me",
        what="About Me: Call me Gareth. Please tell me things straight.",
        status="Current",
        date="3 months ago",
        days_ago=90,
        author_role="Practice nurse",
        source=SURGERY,
    ),
    from_surgery("allergy-codeine", "alerts", "Side effect: codeine, vomiting", "Active", "2018", 3000),
    from_surgery(
        "problem-heart-rhythm",
        "problems",
        "Irregular heartbeat (atrial fibrillation)",
        "Active",
        "2023",
        1200,
    ),
    from_surgery("problem-blood-pressure", "problems", "High blood pressure", "Active", "2020", 2300),
    from_surgery(
        "medicine-apixaban",
        "medicines",
        "Apixaban 5 mg twice a day (anticoagulant)",
        "Last issued",
        "2 weeks ago",
        14,
    ),
    from_surgery(
        "medicine-bisoprolol", "medicines", "Bisoprolol 2.5 mg once a day", "Last issued", "2 weeks ago", 14
    ),
    Entry(
        ref="summary-ward-6",
        section="documents",
        what="Discharge summary: chest infection, home with antibiotics",
        status="Document",
        date="2 days ago",
        days_ago=2,
        author_role="Ward doctor",
        source=HOSPITAL,
    ),
    Entry(
        ref="letter-rhythm-clinic",
        section="documents",
        what="Heart rhythm clinic letter: carry on as now, see again in a year",
        status="Letter",
        date="7 months ago",
        days_ago=210,
        author_role="Clinic doctor",
        source=HOSPITAL,
    ),
    Entry(
        ref="plan-chest-x-ray",
        section="care-plan",
        what="Plan: repeat chest X-ray in 6 weeks",
        status="Planned",
        date="2 days ago",
        days_ago=2,
        author_role="Ward doctor",
        source=HOSPITAL,
    ),
    Entry(
        ref="contact-wife",
        section="contacts",
        what="Ingrid Lindqvist, wife, 01632 960127. Permission to share: not recorded",
        status="Next of kin",
        date="4 days ago",
        days_ago=4,
        author_role="Ward clerk",
        source=HOSPITAL,
    ),
)

GARETH = PracticeRecord(
    slug="gareth-lindqvist",
    title="Vale Shared Record",
    person="Gareth Lindqvist",
    nhs_number="999 102 3100",
    age=58,
    permission=(
        "<p>Checking who has looked is not care. In Fennings Vale, privacy officers do it, "
        "and they read only the rows that show views. Today you stand in for one of them.</p>"
        "<p>Before a look for care, staff here ask the person first. "
        "Other areas differ, so find out what yours does.</p>"
    ),
    reasons=(
        Reason(
            slug="neighbour",
            text="“He lives in my street. I want to know that he is all right”",
            verdict="unsafe",
            feedback="You mean well, but this is not your work. A card through his door does no harm.",
        ),
        Reason(
            slug="log-check",
            text="“Checking this week's views, as stand-in for the privacy officer”",
            verdict="good",
            feedback="It says what you do, for whom and why. Now read the views, and leave the rest.",
        ),
        Reason(
            slug="audit",
            text="“Audit”",
            verdict="okay",
            feedback="True, but thin. Which audit, and for whom? The next person to check must ask you.",
        ),
        Reason(
            slug="curious-about-staff",
            text="“To see what K Doyle gets up to”",
            verdict="unsafe",
            feedback="A log is there to keep people safe, not to settle gossip. You need a task to open it.",
        ),
    ),
    entries=(*CARE, *VIEWS),
    feeds=(
        Feed(SURGERY, "live", "Medicines, allergies and problems show at once."),
        Feed(HOSPITAL, "live", "Views show at once. Letters arrive overnight."),
        Feed("Tarn & Vale Community Health", "periodic", "Once a day, at 6 am."),
        Feed("Larkmoor Mental Health", "absent", "Does not share here."),
    ),
    accesses=(
        Access("Monday 09:12", "A Rahman", "Nurse", "Ward 6", "Relationship: inpatient"),
        Access("Monday 10:05", "L Marchetti", "Pharmacist", "Pharmacy", "Relationship: inpatient"),
        Access(
            "Tuesday 13:40",
            "K Doyle",
            "Healthcare assistant",
            "Outpatients",
            "Relationship: self-claimed. “Checking”",
        ),
        Access("Wednesday 10:20", "J Whitlock", "Discharge coordinator", "Ward 6", "Relationship: inpatient"),
        Access(
            "Thursday 21:05",
            "Dr S Imrie",
            "Doctor",
            "Emergency Department",
            "Emergency access. “Unconscious, ?on anticoagulant”",
        ),
    ),
)

"""M7, the practice record of Tomasz Wieliczko, called Tom: a care plan that changed, and plans of three dates."""

from training.demo.content.m7_entries import AGENCY, COMMUNITY, ENTRIES, HOSPICE, HOSPITAL, SURGERY
from training.demo.content.shapes import Access, Feed, PracticeRecord, Reason

TOM = PracticeRecord(
    slug="tomasz-wieliczko",
    title="Vale Shared Record",
    person="Tomasz Wieliczko",
    prefers="Tom",
    nhs_number="999 107 8606",
    age=76,
    permission=(
        "<p>In Fennings Vale you ask before you open the record, and note the answer. "
        "You say, “Tom, may I look at your shared record, so that I know your plan?” Tom says, “Go ahead.” "
        "Home care staff here have a view of their own. Where you work, they may not.</p>"
        "<p>If a person is too ill to be asked and you need to look now, you use emergency access. "
        "You give the reason. Other areas have other steps.</p>"
    ),
    reasons=(
        Reason(
            slug="care-visit",
            text="Care visit",
            verdict="okay",
            feedback="It is a work reason, and it opens. Say what you need as well, so that nobody has to ask.",
        ),
        Reason(
            slug="ania-asked",
            text="His daughter asked me to see what the hospice wrote",
            verdict="unsafe",
            feedback="Ania means well. But Tom can speak for himself, so ask Tom. The record stays shut for this.",
        ),
        Reason(
            slug="visiting-tom-today",
            text="Visiting Tom this morning. Checking plan, alerts and who may be told. He has agreed",
            verdict="good",
            feedback="It says why you, why now and what you need. It also says that Tom was asked.",
        ),
        Reason(
            slug="with-tom-breathless",
            text="With Tom now, breathless. Checking his plans for an emergency. He has agreed",
            verdict="good",
            feedback="Clear, even at ten past three. Anybody who reads the log will understand it.",
        ),
    ),
    entries=ENTRIES,
    feeds=(
        Feed(SURGERY, "live", "Shown as soon as it is saved."),
        Feed(HOSPICE, "periodic", "Every four hours."),
        Feed(COMMUNITY, "periodic", "Once a day, at 6 am."),
        Feed(AGENCY, "periodic", "Once a day, at night. Today's visit is not here yet."),
        Feed(HOSPITAL, "late", "Letters arrive up to a week late."),
        Feed("Vale Ambulance", "absent", "Crews can read the record. Their own notes are not shown here."),
    ),
    accesses=(
        Access("3 days ago, 08:10", "J Adu", "Care worker", AGENCY, "Morning visit. Checking plan"),
        Access("9 days ago, 14:35", "L Brandt", "Heart failure nurse", COMMUNITY, "Home visit. Plan changed"),
        Access(
            "2 weeks ago, 11:20",
            "C Mbeki",
            "District nurse",
            COMMUNITY,
            "Just-in-case medicines put in place",
        ),
        Access("3 weeks ago, 15:05", "Dr N Farrow", "Hospice doctor", HOSPICE, "ReSPECT plan made with Tom"),
    ),
)

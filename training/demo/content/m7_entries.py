"""M7, the rows of Tomasz Wieliczko's record."""

from training.demo.content.shapes import Entry

SURGERY = "Ashdown Lane Surgery"
HOSPITAL = "Brackwater Hospitals"
COMMUNITY = "Tarn & Vale Community Health"
HOSPICE = "St Aelred's Hospice"
AGENCY = "Kindly Home Care"

ABOUT_TOM: tuple[Entry, ...] = (
    Entry(
        ref="about-me",
        section="about-me",
        what="Call me Tom. Radio low, please. My faith matters to me.",
        status="Current",
        date="2 months ago",
        days_ago=61,
        author_role="Tom, with his care worker",
        source=AGENCY,
        detail=(
            "<p>I talk better sitting up. Ask me first, then the others. "
            "On Sundays Father Marek comes at eleven. Please come before or after.</p>"
        ),
    ),
    Entry(
        ref="allergy-codeine",
        section="alerts",
        what="Allergy: codeine. Itching all over",
        status="Active",
        date="2016",
        days_ago=3650,
        author_role="GP",
        source=SURGERY,
    ),
    Entry(
        ref="may-be-told",
        section="contacts",
        what="Tom says who may be told how he is: Halina (wife) and Ania (daughter). Not: Piotr (son)",
        status="Permission recorded",
        date="4 months ago",
        days_ago=122,
        author_role="Practice nurse",
        source=SURGERY,
        detail="<p>Tom's own choice. For anything more than how he is, ask Tom first.</p>",
    ),
    Entry(
        ref="lpa-ania",
        section="contacts",
        what="Lasting power of attorney for health and welfare: Ania (daughter)",
        status="Evidence seen",
        date="4 months ago",
        days_ago=122,
        author_role="Practice manager",
        source=SURGERY,
    ),
    Entry(
        ref="contact-halina",
        section="contacts",
        what="Halina lives with Tom: emergency contact. 07700 900161",
        status="Current",
        date="4 months ago",
        days_ago=122,
        author_role="Practice nurse",
        source=SURGERY,
    ),
    Entry(
        ref="hospice-line",
        section="contacts",
        what="St Aelred's advice line, day and night: 01632 960175",
        status="Current",
        date="3 weeks ago",
        days_ago=21,
        author_role="Hospice nurse",
        source=HOSPICE,
    ),
)

HEALTH: tuple[Entry, ...] = (
    Entry(
        ref="heart-failure",
        section="problems",
        what="Heart failure",
        status="Active",
        date="2021",
        days_ago=1825,
        author_role="Heart doctor",
        source=HOSPITAL,
    ),
    Entry(
        ref="gout",
        section="problems",
        what="Gout, right foot",
        status="Past",
        date="2018",
        days_ago=2920,
        author_role="GP",
        source=SURGERY,
    ),
    Entry(
        ref="furosemide",
        section="medicines",
        what="Furosemide (“water tablet”)",
        status="Repeat. Issued 2 weeks ago",
        date="2 weeks ago",
        days_ago=14,
        author_role="GP",
        source=SURGERY,
    ),
    Entry(
        ref="just-in-case",
        section="medicines",
        what="Just-in-case medicines are in the house. Ring the advice line before use",
        status="In place",
        date="2 weeks ago",
        days_ago=14,
        author_role="District nurse",
        source=COMMUNITY,
        detail="<p>In the hall cupboard, with the chart. Halina knows where. She does not give them.</p>",
    ),
    Entry(
        ref="weight-before",
        section="encounters",
        what="Morning visit: weight 78.2 kg. Ate well",
        status="Visit note",
        date="3 days ago",
        days_ago=3,
        author_role="Care worker",
        source=AGENCY,
    ),
    Entry(
        ref="nurse-visit",
        section="encounters",
        what="Heart failure nurse at home: plan changed, see care plan",
        status="Complete",
        date="9 days ago",
        days_ago=9,
        author_role="Heart failure nurse",
        source=COMMUNITY,
    ),
    Entry(
        ref="clinic-letter",
        section="documents",
        what="Heart clinic letter: carry on as now; care from the home team",
        status="Letter",
        date="5 weeks ago",
        days_ago=35,
        author_role="Heart doctor",
        source=HOSPITAL,
    ),
    Entry(
        ref="eye-letter",
        section="documents",
        what="Eye clinic letter: new glasses advised",
        status="Letter",
        date="5 months ago",
        days_ago=152,
        author_role="Optometrist",
        source=HOSPITAL,
    ),
)

PLANS: tuple[Entry, ...] = (
    Entry(
        ref="plan-weigh",
        section="care-plan",
        what="Weigh daily, before breakfast. Ring us if up 2 kg in 3 days: 01632 960171, 8 am to 6 pm",
        status="Changed 9 days ago",
        date="9 days ago",
        days_ago=9,
        author_role="Heart failure nurse",
        source=COMMUNITY,
        detail="<p>Before: weigh once a week. Changed because Tom's weight now moves faster. Tom agrees.</p>",
    ),
    Entry(
        ref="home-care",
        section="care-plan",
        what="Home care: morning and tea time, every day",
        status="Live",
        date="2 months ago",
        days_ago=61,
        author_role="Team leader",
        source=AGENCY,
    ),
    Entry(
        ref="respect-v1",
        section="end-of-life",
        what="ReSPECT plan, version 1: full escalation. Paper copy in the hall",
        status="On file",
        date="14 months ago",
        days_ago=426,
        author_role="Hospital doctor",
        source=HOSPITAL,
        conflicts_with="respect-v3",
    ),
    Entry(
        ref="respect-v2",
        section="end-of-life",
        what="ReSPECT plan, version 2: hospital if likely to help; talk with Tom before intensive care",
        status="Replaced by version 3",
        date="7 months ago",
        days_ago=213,
        author_role="GP",
        source=SURGERY,
    ),
    Entry(
        ref="respect-v3",
        section="end-of-life",
        what="ReSPECT plan, version 3: comfort at home; hospital for breathlessness that can be reversed; not for CPR",
        status="Current",
        date="3 weeks ago",
        days_ago=21,
        author_role="Hospice doctor",
        source=HOSPICE,
        detail=(
            "<p>Tom could decide for himself when we talked. Halina and Ania were there.</p>"
            "<p><b>Tom's words:</b> “I want to be at home, with the radio on. "
            "If it is something that can be put right, I will go in.”</p>"
        ),
        conflicts_with="respect-v1",
    ),
    Entry(
        ref="adrt-none",
        section="end-of-life",
        what="Advance decision to refuse treatment: none recorded here",
        status="Asked",
        date="3 weeks ago",
        days_ago=21,
        author_role="Hospice doctor",
        source=HOSPICE,
    ),
)

ENTRIES: tuple[Entry, ...] = (*ABOUT_TOM, *HEALTH, *PLANS)

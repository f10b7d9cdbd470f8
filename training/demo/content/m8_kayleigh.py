"""M8, the practice record of Kayleigh-Mae Thirlwell: small pieces in many places that make one picture."""

from training.demo.content.shapes import Access, Entry, Feed, Flag, PracticeRecord, Reason

SURGERY = "Ashdown Lane Surgery"
HOSPITAL = "Brackwater Hospitals"
COMMUNITY = "Tarn & Vale Community Health"
UNIT = "Minor injuries unit, Tarn & Vale Community Health"
NATIONAL = "Child Protection Information Sharing (CP-IS)"

ENTRIES: tuple[Entry, ...] = (
    Entry(
        ref="about-me",
        section="about-me",
        what="About Me: I am shy with new people. Show my rabbit first, then me.",
        status="Current",
        date="8 months ago",
        days_ago=244,
        author_role="Health visitor, with Kayleigh-Mae and her mother",
        source=COMMUNITY,
    ),
    Entry(
        ref="cp-plan",
        section="alerts",
        what="Child protection plan. Northmere Council, children's social care team: 01632 960118",
        status="Active",
        date="8 months ago",
        days_ago=244,
        author_role="Northmere Council",
        source=NATIONAL,
        detail="<p>The plan itself is not shown here. To learn what it says, ring the team.</p>",
    ),
    Entry(
        ref="unscheduled-visits",
        section="alerts",
        what="Unscheduled visits: 4 in 7 months, at 3 places (today's is counted)",
        status="Listed by CP-IS",
        date="Today",
        days_ago=0,
        author_role="Made by the system",
        source=NATIONAL,
        detail=(
            "<ul><li>7 months ago: emergency department, Brackwater Hospitals</li>"
            "<li>4 months ago: walk-in centre, Northmere</li>"
            "<li>7 weeks ago: emergency department, Brackwater Hospitals</li>"
            "<li>Today: minor injuries unit, Tarn &amp; Vale</li></ul>"
            "<p>The list gives places and dates. It does not say what happened.</p>"
        ),
    ),
    Entry(
        ref="allergy-none",
        section="alerts",
        what="No known allergies",
        status="Confirmed with her mother",
        date="7 weeks ago",
        days_ago=49,
        author_role="Nurse, emergency department",
        source=HOSPITAL,
    ),
    Entry(
        ref="eczema",
        section="problems",
        what="Eczema, both elbows",
        status="Active",
        date="2 years ago",
        days_ago=730,
        author_role="GP",
        source=SURGERY,
    ),
    Entry(
        ref="speech",
        section="problems",
        what="Few words for her age: speech therapy, waiting",
        status="Waiting",
        date="5 months ago",
        days_ago=152,
        author_role="Health visitor",
        source=COMMUNITY,
    ),
    Entry(
        ref="cream",
        section="medicines",
        what="Moisturising cream",
        status="Issued once",
        date="10 months ago",
        days_ago=304,
        author_role="Practice nurse",
        source=SURGERY,
    ),
    Entry(
        ref="today-first-look",
        section="encounters",
        what="First look: scald to forearm. Mother: “pulled a cup”. Her partner: “off the kettle”. Accounts differ",
        status="In progress",
        date="Today",
        days_ago=0,
        author_role="Healthcare assistant",
        source=UNIT,
    ),
    Entry(
        ref="visit-seven-weeks",
        section="encounters",
        what="Sore wrist after a fall from a bed. No break. Sent home",
        status="Complete",
        date="7 weeks ago",
        days_ago=49,
        author_role="Nurse, emergency department",
        source=HOSPITAL,
    ),
    Entry(
        ref="not-brought",
        section="encounters",
        what="Immunisations: was not brought, twice",
        status="New date offered",
        date="2 months ago",
        days_ago=61,
        author_role="Practice nurse",
        source=SURGERY,
    ),
    Entry(
        ref="visitor-home",
        section="encounters",
        what="Home visit: nobody answered. Card left",
        status="To be tried again",
        date="3 weeks ago",
        days_ago=21,
        author_role="Health visitor",
        source=COMMUNITY,
    ),
    Entry(
        ref="letter-seven-months",
        section="documents",
        what="Emergency department letter: bruise on cheek, “fell off the sofa”",
        status="Letter",
        date="7 months ago",
        days_ago=213,
        author_role="Doctor, emergency department",
        source=HOSPITAL,
    ),
    Entry(
        ref="hearing-letter",
        section="documents",
        what="Hearing test letter: normal",
        status="Letter",
        date="6 months ago",
        days_ago=183,
        author_role="Audiologist",
        source=HOSPITAL,
    ),
    Entry(
        ref="visitor-plan",
        section="care-plan",
        what="Health visitor: a visit every 4 weeks",
        status="Live",
        date="5 months ago",
        days_ago=152,
        author_role="Health visitor",
        source=COMMUNITY,
    ),
    Entry(
        ref="mother",
        section="contacts",
        what="Mother: Jodie Thirlwell. 07700 900181",
        status="Current",
        date="8 months ago",
        days_ago=244,
        author_role="Receptionist",
        source=SURGERY,
    ),
    Entry(
        ref="partner",
        section="contacts",
        what="Another adult at home: mother's partner. Name not recorded",
        status="Not confirmed",
        date="5 months ago",
        days_ago=152,
        author_role="Health visitor",
        source=COMMUNITY,
    ),
    Entry(
        ref="proxy",
        section="contacts",
        what="Online record: her mother has proxy access, and can read new entries on her phone",
        status="Active",
        date="1 year ago",
        days_ago=365,
        author_role="Receptionist",
        source=SURGERY,
    ),
    Entry(
        ref="visitor-contact",
        section="contacts",
        what="Health visitor: S Anand, 01632 960156, weekdays",
        status="Current",
        date="5 months ago",
        days_ago=152,
        author_role="Health visitor",
        source=COMMUNITY,
    ),
)

KAYLEIGH_MAE = PracticeRecord(
    slug="kayleigh-mae-thirlwell",
    title="Vale Shared Record",
    person="Kayleigh-Mae Thirlwell",
    nhs_number="999 108 9705",
    age=3,
    permission=(
        "<p>In Fennings Vale you tell the parent that you will look, and ask if that is all right. "
        "“I'd like to check her history, so that we treat her safely.” Jodie, her mother, says, “Yes.”</p>"
        "<p>If asking could put a child at risk, staff here speak to the safeguarding lead and give their reason. "
        "Other areas have other steps.</p>"
    ),
    reasons=(
        Reason(
            slug="child-in-the-unit",
            text="Child in the unit today",
            verdict="okay",
            feedback="True, and it opens. Add what you need, so that the log explains itself.",
        ),
        Reason(
            slug="know-the-family",
            text="I know the family, and have wondered about them",
            verdict="unsafe",
            feedback="A worry is worth sharing, with your safeguarding lead. It is not your way into the record.",
        ),
        Reason(
            slug="treating-her-now",
            text="Treating her now. Checking history, alerts and safeguarding information",
            verdict="good",
            feedback="It says why you, why now and what for. It accuses nobody.",
        ),
        Reason(
            slug="suspicious",
            text="Mum looked suspicious",
            verdict="unsafe",
            feedback="That is a label, not a reason. You are treating the child: say that, and what you need.",
        ),
    ),
    entries=ENTRIES,
    flags=(
        Flag(
            "Child protection plan",
            "Active. Northmere Council, children's social care team: 01632 960118.",
            NATIONAL,
        ),
    ),
    feeds=(
        Feed(SURGERY, "live", "Shown as soon as it is saved."),
        Feed(HOSPITAL, "periodic", "Every four hours."),
        Feed(COMMUNITY, "periodic", "Once a day, at 6 am. Today's first look was typed in directly."),
        Feed(
            NATIONAL,
            "live",
            "In this practice record: each time it opens. Ask how fresh it is where you are.",
        ),
        Feed("Northmere Council", "absent", "Its own notes are not shown here. Ring the team."),
        Feed("Walk-in centre, Northmere", "absent", "Its notes are not shown here. CP-IS lists the visit."),
    ),
    accesses=(
        Access("7 weeks ago, 19:40", "P Osei", "Nurse", HOSPITAL, "Treating her now. Checking history"),
        Access("2 months ago, 11:15", "D Whitlock", "Practice nurse", SURGERY, "Immunisations: not brought"),
        Access("3 weeks ago, 09:05", "S Anand", "Health visitor", COMMUNITY, "Before a home visit"),
        Access("5 months ago, 14:50", "S Anand", "Health visitor", COMMUNITY, "Speech therapy referral"),
    ),
)

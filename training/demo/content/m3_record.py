"""M3, the practice record of Callum Adeyemi-Ross: two entries about one allergy, and a flag that says what helps."""

from training.demo.content.shapes import Access, Entry, Feed, Flag, PracticeRecord, Reason

GP = "Ashdown Lane Surgery"
HOSPITAL = "Brackwater Hospitals"
COMMUNITY = "Tarn & Vale Community Health"
AGENCY = "Kindly Home Care"
COUNCIL = "Fennings Vale Council"

ENTRIES: tuple[Entry, ...] = (
    Entry(
        ref="about-me",
        section="about-me",
        what="About Me: Call me Callum. Noise hurts. I rock to keep calm. Please let me.",
        status="Current",
        date="4 months ago",
        days_ago=122,
        author_role="Callum, with his learning disability nurse",
        source=COMMUNITY,
        detail=(
            "<p>Tell me what happens next, before you do it. I like to answer for myself. "
            "Give me time. If I look away, I am still listening.</p>"
        ),
    ),
    Entry(
        ref="adjustments",
        section="alerts",
        what="Reasonable adjustments: quiet space; one question at a time; support worker stays",
        status="Active. Review due in 8 months",
        date="4 months ago",
        days_ago=122,
        author_role="Learning disability nurse",
        source=COMMUNITY,
    ),
    Entry(
        ref="allergy-gp",
        section="alerts",
        what="Allergy: penicillin. Anaphylaxis",
        status="Active",
        date="2011",
        days_ago=5475,
        author_role="GP",
        source=GP,
        detail=(
            "<p>Face swelled and breathing was hard, soon after a first dose. Taken to hospital by ambulance.</p>"
        ),
        conflicts_with="allergy-ed-banner",
    ),
    Entry(
        ref="allergy-ed-banner",
        section="alerts",
        what="Emergency department banner: no known drug allergies",
        status="On file",
        date="2016",
        days_ago=3650,
        author_role="Nurse, emergency department",
        source=HOSPITAL,
        conflicts_with="allergy-gp",
    ),
    Entry(
        ref="epilepsy",
        section="problems",
        what="Epilepsy",
        status="Active",
        date="2009",
        days_ago=6205,
        author_role="GP",
        source=GP,
    ),
    Entry(
        ref="learning-disability",
        section="problems",
        what="Learning disability: on the surgery's register",
        status="Active",
        date="2009",
        days_ago=6205,
        author_role="GP",
        source=GP,
    ),
    Entry(
        ref="eczema",
        section="problems",
        what="Eczema on both arms",
        status="Past",
        date="2014",
        days_ago=4380,
        author_role="GP",
        source=GP,
    ),
    Entry(
        ref="valproate",
        section="medicines",
        what="Sodium valproate MR (modified release)",
        status="Repeat. Issued 8 days ago",
        date="8 days ago",
        days_ago=8,
        author_role="GP",
        source=GP,
    ),
    Entry(
        ref="skin-cream",
        section="medicines",
        what="Moisturising cream for dry skin",
        status="Issued once",
        date="11 months ago",
        days_ago=335,
        author_role="Practice nurse",
        source=GP,
    ),
    Entry(
        ref="health-check",
        section="encounters",
        what="Yearly health check done, with easy-read letter",
        status="Complete. Next one in 7 months",
        date="5 months ago",
        days_ago=152,
        author_role="Practice nurse",
        source=GP,
    ),
    Entry(
        ref="ankle-2016",
        section="encounters",
        what="Emergency department visit: sprained ankle",
        status="Left before the end of treatment",
        date="2016",
        days_ago=3650,
        author_role="Nurse, emergency department",
        source=HOSPITAL,
        detail=(
            "<p>Seen in the waiting room. Department very busy and loud. Few answers given. "
            "No support worker with him.</p>"
        ),
    ),
    Entry(
        ref="passport",
        section="documents",
        what="Hospital passport (document)",
        status="Current",
        date="4 months ago",
        days_ago=122,
        author_role="Learning disability team",
        source=COMMUNITY,
        detail=(
            "<p><b>You must know:</b> how I say yes and no. I take tablets one at a time, with water.</p>"
            "<p><b>Pain:</b> I go quiet and hold the place. Show me the picture card.</p>"
            "<p><b>Things I like:</b> headphones, buses, knowing how long.</p>"
        ),
    ),
    Entry(
        ref="epilepsy-letter",
        section="documents",
        what="Epilepsy clinic letter: no seizures for 14 months; carry on as now",
        status="Letter",
        date="7 months ago",
        days_ago=213,
        author_role="Epilepsy nurse",
        source=HOSPITAL,
        detail="<p>Missed doses came before his last seizure. Staff prompts have helped.</p>",
    ),
    Entry(
        ref="dental-letter",
        section="documents",
        what="Community dental letter: check-up done, no treatment needed",
        status="Letter",
        date="10 months ago",
        days_ago=304,
        author_role="Dentist",
        source=COMMUNITY,
    ),
    Entry(
        ref="support-at-home",
        section="care-plan",
        what="Support: Kindly Home Care. Lives in his own flat. On-call number day and night: 01632 960141",
        status="Live",
        date="6 weeks ago",
        days_ago=42,
        author_role="Social worker",
        source=COUNCIL,
    ),
    Entry(
        ref="medicine-prompts",
        section="care-plan",
        what="Staff prompt Callum to take his medicine, morning and evening. No staff in the flat overnight",
        status="Live",
        date="5 weeks ago",
        days_ago=35,
        author_role="Team leader",
        source=AGENCY,
    ),
    Entry(
        ref="seizure-plan",
        section="care-plan",
        what="Seizure plan: what his seizures look like, and what staff do. Copy in the flat",
        status="Current",
        date="7 months ago",
        days_ago=213,
        author_role="Epilepsy nurse",
        source=HOSPITAL,
    ),
    Entry(
        ref="sister",
        section="contacts",
        what="Sister: Imani Adeyemi-Ross, 07700 900417. Callum is glad for her to be rung in the daytime",
        status="Permission recorded",
        date="5 months ago",
        days_ago=152,
        author_role="Practice nurse",
        source=GP,
    ),
    Entry(
        ref="coordinator",
        section="contacts",
        what="Care coordinator: learning disability nurse, 01632 960155, weekdays only",
        status="Current",
        date="4 months ago",
        days_ago=122,
        author_role="Learning disability nurse",
        source=COMMUNITY,
    ),
)

CALLUM = PracticeRecord(
    slug="callum-adeyemi-ross",
    title="Vale Shared Record",
    person="Callum Adeyemi-Ross",
    nhs_number="999 103 4218",
    age=34,
    permission=(
        "<p>In Fennings Vale you ask before you open the record, and note the answer. "
        "Ask Callum himself, in plain words: “May I look at your record? Then I need to ask you less.” "
        "A support worker can help him to answer. Being with him does not let them answer for him.</p>"
        "<p>Callum nods and says, “Yes. Look.” Other areas have other steps.</p>"
    ),
    reasons=(
        Reason(
            slug="in-the-department",
            text="Patient is in the department",
            verdict="okay",
            feedback="True, and it opens. But it does not say what you needed. Add that next time.",
        ),
        Reason(
            slug="seeing-him-now",
            text="Seeing Callum now. Checking allergies, medicines and adjustments. He has agreed",
            verdict="good",
            feedback="It says why you, why now and what you need. Nobody will have to ask you later.",
        ),
        Reason(
            slug="met-him-before",
            text="I met him last year and wonder how he is",
            verdict="unsafe",
            feedback="A warm thought, but not a work reason. The record stays shut for that.",
        ),
        Reason(
            slug="just-checking",
            text="Checking",
            verdict="unsafe",
            feedback="It says neither what nor why. Somebody would have to ring you to find out.",
        ),
    ),
    entries=ENTRIES,
    flags=(
        Flag(
            "Reasonable adjustments",
            "Quiet space. One question at a time. Support worker stays with him.",
            "Tarn & Vale Community Health, reviewed 4 months ago",
        ),
    ),
    feeds=(
        Feed(GP, "live", "Shown as soon as it is saved."),
        Feed(HOSPITAL, "periodic", "Every four hours."),
        Feed(COMMUNITY, "periodic", "Once a day, at 6 am."),
        Feed(COUNCIL, "live", "Shown as soon as it is saved."),
        Feed(AGENCY, "late", "Last update 5 weeks ago. Ring the agency for anything newer."),
        Feed("Vale Ambulance", "absent", "Crews can read the record. Their own notes are not shown here."),
    ),
    accesses=(
        Access("6 weeks ago, 10:05", "T Okafor", "Social worker", COUNCIL, "Review of support at home"),
        Access("8 days ago, 08:40", "R Haldane", "GP", GP, "Repeat medicine request"),
        Access(
            "4 months ago, 14:15", "B Quill", "Learning disability nurse", COMMUNITY, "Review of adjustments"
        ),
        Access("5 months ago, 09:30", "S Marchetti", "Practice nurse", GP, "Yearly health check"),
    ),
)

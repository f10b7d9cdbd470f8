"""M2, sections 3 to 5: saying it out loud, three myths, and what the log shows."""

from training.demo.content.shapes import (
    Callout,
    FindInRecord,
    LocalFact,
    Option,
    RecordOption,
    RecordVisit,
    Section,
    SingleChoice,
    Text,
)

NEW_AREA = SingleChoice(
    slug="first-day-in-a-new-area",
    question=(
        "Last month you worked in another area, where nobody asked each time. "
        "Today is your first day here, and the person sits in front of you. What do you do?"
    ),
    options=(
        Option(
            slug="as-before",
            text="Open the record as you did before: the rules are the same everywhere",
            feedback="They are not. Here the person may be surprised, and your colleagues may be, too.",
        ),
        Option(
            slug="find-a-form",
            text="Look for a paper form that they must sign first",
            feedback="Sharing for care does not usually rest on a signed form. A question in plain words does more.",
        ),
        Option(
            slug="ask-and-find-out",
            text="Ask the person now, and find out today which step is used here",
            feedback="The person knows what you will look at, and you know the step for next time.",
            correct=True,
        ),
        Option(
            slug="do-without",
            text="Do without the record until your training is over",
            feedback="You might miss an allergy or a plan. Asking takes ten seconds, so ask.",
        ),
    ),
    skill="may_i",
    why="Unless your organisation has told you otherwise, ask before you look. Then use its own step.",
    outcome=3,
)

WHICH_VIEW = FindInRecord(
    slug="which-view-needs-a-question",
    question="Which view most needs a question? Tick 1.",
    record="gareth-lindqvist",
    options=(
        RecordOption(
            slug="monday-ward-nurse",
            row="access-0912",
            feedback="Gareth was on that ward. The link to him is plain to see.",
        ),
        RecordOption(
            slug="monday-pharmacist",
            row="access-1005",
            feedback="A medicines check on the day he came in. The reason says what was needed.",
        ),
        RecordOption(
            slug="tuesday-outpatients",
            row="access-1340",
            correct=True,
            feedback="The link was self-claimed, and “checking” does not say why. Someone should ask.",
        ),
        RecordOption(
            slug="wednesday-discharge",
            row="access-1020",
            feedback="She works on his ward, and he went home that day. It all fits.",
        ),
        RecordOption(
            slug="thursday-emergency",
            row="access-2105",
            feedback="Emergency access is checked too. But this reason is clear and fits what happened.",
        ),
    ),
    skill="quality",
    why="A clear reason answers the question before anyone asks it. That protects you as well as Gareth.",
    outcome=6,
)

SAY_IT = Section(
    "Say it out loud",
    (
        Text(
            "<p>Try these words:</p>"
            "<p>“I'd like to check your shared record, so you don't have to repeat everything. "
            "Is that all right?”</p>"
            "<p>Then wait for the answer. It takes ten seconds, and it means no surprises.</p>"
        ),
        Text("<p>The permission step is not the same everywhere. Where you work:</p>"),
        LocalFact("permission-step"),
        NEW_AREA,
        Text(
            "<h2>When the person says no</h2>"
            "<ul>"
            "<li>Listen, and thank them for telling you.</li>"
            "<li>Explain what it could mean for their care.</li>"
            "<li>Write down what they said.</li>"
            "<li>Follow your local route for objections.</li>"
            "</ul>"
            "<p>Sometimes information may still be shared, such as to keep someone safe. "
            "If you think someone is at risk, speak to your safeguarding lead straight away.</p>"
        ),
        LocalFact("objection-route"),
    ),
)

MYTHS = Section(
    "Three myths",
    (
        Text(
            "<h2>Myth 1: “Data protection law stops us sharing for care.”</h2>"
            "<p>It does not. It says how to share well. For care, the usual ground is not consent. "
            "Public services usually rely on their public task and on giving health or social care. "
            "Other services may use another ground: your privacy notice says which.</p>"
            "<p>Confidentiality is a second test. "
            "For someone's own care, agreement is usually <b>implied</b>. "
            "That means three things:</p>"
            "<ul>"
            "<li>Only relevant information goes to those directly involved in their care.</li>"
            "<li>The person would expect it.</li>"
            "<li>They have not objected.</li>"
            "</ul>"
            "<p>Within these rules, health and adult social care services in England have a duty to share "
            "for care.</p>"
            "<h2>Myth 2: “I'm next of kin, so I can see it all.”</h2>"
            "<p>Being next of kin does not, by itself, let someone see a record or decide. "
            "You can always listen to family and friends. "
            "To share with an unpaid carer, you usually need the person's clear agreement.</p>"
            "<p>If the person cannot decide for themselves, other rules apply. "
            "Ask the person's care team.</p>"
            "<h2>Myth 3: “I opted out, so they cannot use my record to treat me.”</h2>"
            "<p>England has a <i>national data opt-out</i>. "
            "It is about uses beyond a person's own care, such as research and planning. "
            "It does not stop sharing for the care of that person.</p>"
            "<p>If someone asks what another choice of theirs does, do not guess. Ask first.</p>"
        ),
    ),
)

THE_LOG = Section(
    "What the log shows",
    (
        Text(
            "<p>It is Friday. Today you stand in for the privacy officer, who checks the log. "
            "<i>Self-claimed</i> means that staff told the system they were involved. "
            "No list or booking showed it. An <i>anticoagulant</i> is a medicine that slows clotting of "
            "the blood.</p>"
        ),
        RecordVisit(
            "gareth-lindqvist",
            "<p>Open Gareth's record. Read the views of this week: they stand under “Recent contacts”. "
            "Leave the rest, as it is not part of your task.</p>"
            "<p>Then look at the audit trail. Your own view is in it, too.</p>",
        ),
        WHICH_VIEW,
        Callout(
            "important",
            "If there is no work reason",
            "<p>Looking at family, friends, colleagues or famous people without a work reason is a breach. "
            "It can also be a crime. NHS staff have been taken to court for it.</p>",
        ),
        LocalFact("who-to-ask"),
    ),
)

PERMISSION_SECTIONS = (SAY_IT, MYTHS, THE_LOG)

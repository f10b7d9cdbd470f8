"""M2, sections 3 to 5: saying it out loud, three myths, and what the log shows."""

from training.demo.content.shapes import (
    Callout,
    Option,
    RecordExcerpt,
    Row,
    Section,
    SingleChoice,
    Text,
    TrueFalse,
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
        Callout(
            "note",
            "Check locally: the permission step",
            "<p>This step is not the same everywhere. "
            "For the Summary Care Record, NHS guidance says to ask before you view it. "
            "For local shared records, some areas ask staff to record a short conversation. "
            "Others say you need not ask each time.</p>"
            "<p>Ask your manager or information governance lead: “What is our permission step?”</p>",
        ),
        Text(
            "<h2>When the person says no</h2>"
            "<ul>"
            "<li>Listen, and thank them for telling you.</li>"
            "<li>Explain what it could mean for their care.</li>"
            "<li>Write down what they said.</li>"
            "<li>Follow your local route for objections. "
            "Ask your information governance lead what it is.</li>"
            "</ul>"
            "<p>Sometimes information may still be shared, such as to keep someone safe. "
            "If you think someone is at risk, speak to your safeguarding lead straight away.</p>"
        ),
        SingleChoice(
            slug="do-not-tell-my-gp",
            question="A person in your care says, “Don't tell my GP about this.” What do you do?",
            options=(
                Option(
                    slug="promise-at-once",
                    text="Promise at once that nobody will know",
                    feedback=(
                        "It sounds caring, but you may not be able to keep it. "
                        "Explain first what it could mean."
                    ),
                ),
                Option(
                    slug="listen-explain-record",
                    text="Listen, explain what it could mean, write it down, and follow the local route",
                    feedback=(
                        "They are heard, and they choose knowing what may follow. The next worker knows too."
                    ),
                    correct=True,
                ),
                Option(
                    slug="say-nothing-and-share",
                    text="Nod, and share it as usual",
                    feedback=(
                        "They would feel tricked, and might not speak openly again. "
                        "Their objection needs an answer."
                    ),
                ),
                Option(
                    slug="refuse-care",
                    text="Say that you cannot care for them unless they agree",
                    feedback=(
                        "An objection does not end their care. Find out what worries them, and get advice."
                    ),
                ),
            ),
            skill="act",
            why=(
                "People can object to sharing for their care. "
                "Your part is to listen, explain, record and pass it on."
            ),
        ),
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
            "<h2>Myth 3: over to you</h2>"
            "<p>England has a <i>national data opt-out</i>. Some people have chosen it. What does it do?</p>"
        ),
        TrueFalse(
            slug="opt-out-and-emergency-care",
            statement="The national data opt-out hides a person's record from A&E.",
            answer=False,
            feedback_true=(
                "The name does sound like that. But it does not stop sharing for the person's own care."
            ),
            feedback_false="It does not stop the people who treat them from seeing what they need.",
            reasons=(
                Option(
                    slug="covers-every-use",
                    text="It covers every use of the person's information.",
                    feedback="It covers research and planning. It leaves the person's own care alone.",
                ),
                Option(
                    slug="emergencies-cancel-it",
                    text="It applies to care, but an emergency cancels it.",
                    feedback="It never applied to the person's own care, so there is nothing to cancel.",
                ),
                Option(
                    slug="research-and-planning-only",
                    text="It is about uses beyond their own care, such as research and planning.",
                    feedback="That is what people opt out of. Sharing for their own care goes on.",
                    correct=True,
                ),
            ),
            skill="may_i",
            why=(
                "If a person asks what a choice of theirs does, do not guess. "
                "Ask your information governance lead."
            ),
        ),
    ),
)

GARETHS_LOG = RecordExcerpt(
    title="Who has opened this record?",
    person="Gareth Lindqvist",
    nhs_number="999 102 3100",
    age=58,
    rows=(
        Row(
            "Opened by A Rahman, Ward 6",
            "Relationship: inpatient",
            "Monday 09:12",
            "Nurse",
            "Brackwater Hospitals",
        ),
        Row(
            "Opened by K Doyle, Outpatients",
            "Relationship: self-claimed. Reason given: “checking”",
            "Tuesday 13:40",
            "Healthcare assistant",
            "Brackwater Hospitals",
        ),
        Row(
            "Opened by S Imrie, Emergency Department",
            "Emergency access. Reason given: “unconscious, ?on anticoagulant”",
            "Thursday 21:05",
            "Doctor",
            "Brackwater Hospitals",
        ),
    ),
    note="Fictional training record. Nobody in it is a real person.",
)

THE_LOG = Section(
    "What the log shows",
    (
        Text(
            "<p>Here is the log of Gareth's record for one week. "
            "<i>Self-claimed</i> means that staff told the system they were involved. "
            "No list or booking showed it. An <i>anticoagulant</i> is a medicine that slows clotting of "
            "the blood.</p>"
        ),
        GARETHS_LOG,
        SingleChoice(
            slug="which-view-needs-a-question",
            question="You check these logs. Which view most needs a question?",
            options=(
                Option(
                    slug="monday-ward-nurse",
                    text="Monday 09:12, the nurse on Ward 6",
                    feedback="Gareth was on that ward. The link to him is plain to see.",
                ),
                Option(
                    slug="tuesday-outpatients",
                    text="Tuesday 13:40, the healthcare assistant in Outpatients",
                    feedback=(
                        "The link was self-claimed, and “checking” does not say why. Someone should ask."
                    ),
                    correct=True,
                ),
                Option(
                    slug="thursday-emergency",
                    text="Thursday 21:05, the doctor in the Emergency Department",
                    feedback=(
                        "Emergency access is checked too. But this reason is clear and fits what happened."
                    ),
                ),
                Option(
                    slug="none-all-are-staff",
                    text="None: they are all staff of the hospital",
                    feedback=(
                        "Being staff opens the first two locks only. "
                        "Each view also needs a link to the person."
                    ),
                ),
            ),
            skill="quality",
            why=(
                "A clear reason answers the question before anyone asks it. "
                "That protects you as well as Gareth."
            ),
        ),
        Callout(
            "important",
            "If there is no work reason",
            "<p>Looking at family, friends, colleagues or famous people without a work reason is a breach. "
            "It can also be a crime. NHS staff have been taken to court for it.</p>",
        ),
    ),
)

PERMISSION_SECTIONS = (SAY_IT, MYTHS, THE_LOG)

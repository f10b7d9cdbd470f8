"""What a new service starts with: roles, capabilities, a front page and a catalogue."""

ROLES = [
    ("doctor", "Doctor"),
    ("nurse", "Nurse"),
    ("allied-health-professional", "Allied health professional"),
    ("pharmacy", "Pharmacist or pharmacy technician"),
    ("paramedic", "Paramedic or ambulance staff"),
    ("gp-admin", "GP practice admin or reception"),
    ("ward-clerk", "Ward clerk or discharge coordinator"),
    ("social-worker", "Social worker"),
    ("care-worker", "Care worker"),
    ("care-home-nurse", "Care home nurse or manager"),
    ("hospice", "Hospice staff"),
    ("midwife-health-visitor", "Midwife or health visitor"),
    ("mental-health", "Mental health practitioner"),
    ("volunteer", "Volunteer or link worker"),
    ("unpaid-carer", "Unpaid carer"),
    ("manager", "Manager or information governance lead"),
    ("not-known", "Role not known yet"),
]
CAPABILITIES = [
    ("care-planning", "Care planning"),
    ("discharge", "Discharge and transfer of care"),
    ("referrals", "Referrals"),
    ("medicines", "Medicines"),
    ("urgent-care", "Urgent and emergency care"),
    ("safeguarding", "Safeguarding"),
    ("end-of-life", "End of life"),
    ("access-confidentiality", "Access and confidentiality"),
]
# What shared records hold: slug, name, and what a learner reads where nobody has said whether it can be seen.
INFORMATION = [
    (
        "demographics",
        "Name, address and contacts",
        "Most shared records show who somebody is. Check that it is them.",
    ),
    (
        "allergies",
        "Allergies and reactions",
        "Often shown. An empty list is not the same as no allergies: ask.",
    ),
    (
        "medicines",
        "Medicines prescribed",
        "Often shown, and not always up to date. Check with the person, too.",
    ),
    ("diagnoses", "Diagnoses and problems", "Often shown. Wording differs from place to place."),
    ("results", "Test results", "Shown in some places, and some results late. Ask what you can see here."),
    ("letters", "Letters from clinics", "Shown in some places. Ask whose letters you can see here."),
    ("discharge-summaries", "Discharge summaries", "Shown in many places, sometimes hours later."),
    (
        "referrals",
        "Referrals and their state",
        "Shown in some places. If you can't see it, ring who sent it.",
    ),
    ("appointments", "Appointments and visits", "Shown in some places. No entry does not mean no visit."),
    ("care-plans", "Care and support plans", "Shown in some places. Ask which plans you can see here."),
    ("crisis-plans", "Crisis plans", "Shown in few places. Ask the mental health team how you reach one."),
    (
        "end-of-life-plans",
        "End of life plans and wishes",
        "Shown in some places. Look for the newest, and ask.",
    ),
    ("about-me", "About Me", "What matters to the person, in their words. Shown in some places."),
    (
        "social-care",
        "Social care packages and contacts",
        "Shown in some places. Ask whether councils share here.",
    ),
    ("carers", "Carers and who else helps", "Shown in some places. The person can tell you, too."),
    ("safeguarding", "Safeguarding alerts", "Shown to few roles. No alert does not mean no risk."),
    ("mental-health", "Mental health contacts", "Shown in some places, and often to few roles."),
    ("maternity", "Maternity records", "Shown in some places. Ask the midwife on call otherwise."),
    ("immunisations", "Immunisations", "Shown in many places."),
    ("ambulance", "Ambulance calls", "Shown in some places. Ask the crew for their sheet otherwise."),
]
# What differs from place to place: slug, the question that an organisation answers, and what a learner reads where
# nobody has answered it. The general text is safe anywhere, and guesses nothing.
FACT_KINDS = [
    ("record-name", "What is the shared record called here?",
     "Each area has its own name for its shared record. Ask your manager what yours is called."),
    ("way-in", "How do people open it?",
     "The way in differs: from your own system, from a link, or through a colleague. Ask how you open it here."),
    ("permission-step", "What is the permission step before opening it?",
     "Areas differ: some ask for permission to view, some record a talk about sharing. Ask before you look, unless "
     "your organisation has told you otherwise, and use its permission step."),
    ("who-to-ask", "Whom do people ask about access and confidentiality?",
     "Ask your manager or your information governance lead."),
    ("services-sharing", "Which services put information in?",
     "Not every service shares, and some share late. Ask which services you can see here."),
    ("not-in-record", "What will people not find in it?",
     "No shared record is complete. Ask what is left out here, and whom to ring for it."),
    ("emergency-access", "How does emergency access work?",
     "Emergency access is for when a person cannot be asked and the look is needed now. You give a reason, and "
     "somebody reviews it. Ask how it is done here before you need it."),
    ("objection-route", "What happens when somebody objects to sharing?",
     "Listen, say what it could mean for their care, and write it down. Then ask your information governance lead "
     "for the local route."),
    ("downtime", "What do people use when the record is down?",
     "Ask where the fallback number or the printed plan is kept. Write down that you could not check, and look later."),
    ("report-error", "How is a wrong entry put right?",
     "Tell the organisation that wrote the entry. Write down what you checked, and report it if it could cause harm."),
    ("send-information", "How is information sent to services that cannot see the record?",
     "Not everybody can see what you write. Ring first, then use the secure way of sending that your organisation "
     "approves."),
    ("medicines-help", "Whom do people ring about a medicine?",
     "Ask the prescriber or a pharmacist. Do not settle a doubt about a medicine alone."),
    ("safeguarding-contact", "Who is the safeguarding lead, and how are they reached?",
     "Every organisation has a safeguarding lead. Find out today who it is and how to reach them out of hours. "
     "In immediate danger, ring 999."),
    ("hide-from-online-view", "How is a note hidden from a person's online view?",
     "Some notes could put somebody at risk if read at home. Ask for the local process before you save one."),
    ("end-of-life-line", "Whom do people ring at night about an end of life plan?",
     "Ask which team gives advice out of hours here, and keep the number where you can reach it."),
]  # fmt: skip
# Sign-offs that some modules need besides the clinical review: slug, name, and the group of the CMS that may give it.
SIGN_OFF_KINDS = [
    ("pharmacist", "Pharmacist", "Pharmacists (sign-off)"),
    ("safeguarding", "Named safeguarding professional", "Safeguarding professionals (sign-off)"),
    (
        "information-governance",
        "Information governance lead or Caldicott Guardian",
        "Information governance (sign-off)",
    ),
    ("palliative-care", "Palliative care specialist", "Palliative care specialists (sign-off)"),
]

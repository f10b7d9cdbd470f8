"""Where early projects go wrong, and how teams talk barriers through: what a new service starts with."""

# Facet, what should be in place, whether it is critical. The order gives the numbers.
CHECKLIST = [
    ("purpose", "We can say in one sentence who will do what differently.", True),
    ("purpose", "Each objective has a measure, a baseline and a date.", False),
    ("purpose", "The capabilities in scope are named, and so are those left out.", True),
    ("purpose", "We have asked three frontline roles which questions they need answered, and when.", False),
    ("purpose", "Patients, people who use services and carers helped to choose what comes first.", False),
    ("governance", "Each partner has one named sponsor, social care and the voluntary sector included.", True),
    ("governance", "Caldicott Guardians and clinical safety officers were in the room early.", False),
    ("governance", "Decisions are written down with their reasons.", False),
    ("governance", "Smaller providers have a funded way in: equipment, network, sign-ins.", False),
    ("governance", "There is a plan for the lead organisation merging or closing.", False),
    ("agreements", "All parties have signed, or have a plan with a date.", True),
    ("agreements", "The scope covers the next two phases, not only what is shared at the start.", True),
    ("agreements", "Who may see sensitive information is agreed in plain words.", False),
    ("agreements", "How a person objects, and who deals with it, has been tried out.", False),
    ("agreements", "A review date is set, and how partners join and leave is defined.", False),
    ("doing", "For each role we know the moment in the working day when the record is opened.", True),
    ("doing", "It opens in context, without a second sign-in, at that moment.", False),
    ("doing", "The local name of the record, the permission step and the help contact are agreed.", False),
    ("doing", "What to do when it is down or wrong is taught.", True),
    ("doing", "Training comes within four weeks of access, and is repeated.", False),
    ("doing", "Night, agency, bank and rotating staff can get in and get trained.", False),
    ("outcomes", "Use is measured by role and place, and somebody looks at it.", True),
    ("outcomes", "Attitudes were measured before the start.", False),
    ("outcomes", "Staff hear back when use of the record changed what happened to a person.", False),
    ("outcomes", "Wrong data that users find goes back to its owner and is put right.", False),
]  # fmt: skip

# Barrier, title, the steps of a talk of ten minutes.
GUIDES = [
    (
        "when",
        "When would it have helped?",
        """Think of the last week. When did you wait for somebody to ring back?
When did you ask a person something they had told others already?
Which of those answers could have been in the shared record?
Choose one moment in our day. Who opens the record then, and where?
What will we try until we meet again?""",
    ),
    (
        "trust",
        "Can I rely on what I see?",
        """What have you seen in the record that turned out to be old or wrong?
How did you notice? What do we check it against, here?
Whom do we tell when an entry is wrong? Does everybody know how?
What do we write that others rely on? When do they need it?
What will we write better from today?""",
    ),
    (
        "permission",
        "What may I look at?",
        """When did you hold back from looking because you were not sure that you may?
Who here knows the permission step? Say it in your own words.
How do you tell a person why you are looking? Try it in one sentence.
What would be wrong to look at? Why?
Whom do we ask when we are not sure?""",
    ),
    (
        "climate",
        "Is there room for this here?",
        """What gets in the way of using the record: time, computers, sign-ins, habits?
What did we hear about sharing that frightened us? What do we know about it today?
What can we change in this team? What must others change?
Who brings that to them, and by when?
How will we notice that it got better?""",
    ),
]

"""M5, the check's questions on looking first and on what to send."""

from training.demo.content.shapes import (
    BestSource,
    Categorise,
    Certainty,
    FindInRecord,
    Option,
    RankedSource,
    RecordOption,
    SingleChoice,
    Sorted,
)

IN_OR_OUT = Categorise(
    slug="include-or-leave-out",
    question="You write to the falls service about Rosalind. What goes in, and what stays out?",
    categories=(("include", "Include"), ("leave-out", "Leave out")),
    items=(
        Sorted(
            slug="reason-and-question",
            text="Three falls in four months, and what you want to know",
            category="include",
            feedback="Include: without a question, the service cannot decide how soon or who should go.",
        ),
        Sorted(
            slug="whole-problem-list",
            text="Her whole problem list",
            category="leave-out",
            feedback="Leave out: pick the problems that bear on her falls. The rest is hers to keep.",
        ),
        Sorted(
            slug="current-medicines",
            text="Her current medicines, with the dose that was raised",
            category="include",
            feedback="Include: medicines can matter in falls, and a recent change matters most.",
        ),
        Sorted(
            slug="old-operation",
            text="An operation 40 years ago that does not bear on her falls",
            category="leave-out",
            feedback="Leave out: it does not help this service to answer this question.",
        ),
        Sorted(
            slug="what-helps-her",
            text="Mornings, time to answer, things in writing",
            category="include",
            feedback="Include: these adjustments can decide whether the visit works at all.",
        ),
        Sorted(
            slug="daughters-number",
            text="Her daughter's number, and what Rosalind agreed that it is for",
            category="include",
            feedback="Include: permission is recorded. Say what it covers, so that nobody says more.",
        ),
    ),
    skill="helps",
    why="Ask of each line: does this service need it, for this purpose?",
    outcome=3,
)

MINIMUM = SingleChoice(
    slug="what-minimum-necessary-means",
    question="“Send the minimum necessary.” What does that mean when you write a referral?",
    options=(
        Option(
            slug="shortest-possible",
            text="As few words as you can",
            feedback="Short is good. But “Fall. Please see.” was short, and nobody could use it.",
        ),
        Option(
            slug="what-this-service-needs",
            text="What this service needs, for this purpose",
            feedback="It rules out ninety pages, and it rules out one bare line too.",
            correct=True,
        ),
        Option(
            slug="only-what-form-asks",
            text="Just what the form has boxes for, no more and no less",
            feedback="A form is a help. It may ask too much, or have no box for what matters here.",
        ),
        Option(
            slug="nothing-without-signature",
            text="Nothing, until the person has signed for each line",
            feedback="Talk with her and note what she agrees to. A signature for each line is not what it means.",
        ),
    ),
    skill="may_i",
    why="The measure is the receiver's task: enough to do it well, and no more.",
    outcome=3,
)

WHERE_IS_IT_NOW = BestSource(
    slug="where-is-the-referral-now",
    question="You want to know where Rosalind's memory referral is today. Rank these, best first.",
    sources=(
        RankedSource(
            slug="family-heard",
            text="What Ruben remembers being told three weeks ago",
            rank=3,
            feedback="Listen, as he may know of a letter. But nobody had checked for him that day.",
        ),
        RankedSource(
            slug="row-from-clinic",
            text="The memory clinic's row in the shared record, six weeks old",
            rank=2,
            feedback="It comes from the receiver, and that is strong. Look at its age, and how often it updates.",
        ),
        RankedSource(
            slug="call-to-clinic",
            text="A call today to the clinic's referral coordinator",
            rank=1,
            feedback="They hold the list, and they can add what the row does not say: the wait, and advice.",
        ),
        RankedSource(
            slug="own-sent-note",
            text="Your own note from seven weeks ago: “sent”",
            rank=4,
            feedback="It shows that you did your part. It cannot show what happened at the other end.",
        ),
    ),
    skill="quality",
    why="The nearer to the receiver, and the newer, the better. A look at the row tells you whom to ring.",
    outcome=1,
)

WHOM_MAY_THEY_RING = FindInRecord(
    slug="whom-may-the-team-ring",
    question="Rosalind's phone rings out. Which row tells the team whom it may ring about a visit? Tick 1.",
    record="rosalind-achterberg",
    options=(
        RecordOption(
            slug="row-husband",
            row="contact-husband",
            feedback="He is her emergency contact. The row says that what he may be told is not recorded.",
        ),
        RecordOption(
            slug="row-daughter",
            row="contact-daughter",
            feedback="Rosalind said yes to this, and the row says how far: letters, and arranging visits.",
            correct=True,
        ),
        RecordOption(
            slug="row-carers-assessment",
            row="carers-assessment",
            feedback="This shows that Ruben may be getting support. It does not say whom Rosalind wants rung.",
        ),
        RecordOption(
            slug="row-memory-cafe",
            row="memory-cafe",
            feedback="They know her there. But a message left at the café would tell others about her care.",
        ),
        RecordOption(
            slug="row-about-me",
            row="about-me-mornings",
            feedback="This tells you when, and how to speak with her. Another row tells you whom else to ring.",
        ),
    ),
    skill="may_i",
    why="An emergency contact is there for emergencies. For the rest, look for what the person agreed to.",
    outcome=2,
)

WORSE_WHILE_WAITING = Certainty(
    slug="worse-while-waiting",
    question=(
        "The clinic accepted Rosalind six weeks ago. Today Ruben says that her memory is much worse. "
        "What comes first?"
    ),
    options=(
        Option(
            slug="second-referral-urgent",
            text="A second referral, marked urgent",
            feedback="It may look like a mistake at the other end, and put both on hold.",
        ),
        Option(
            slug="note-and-wait",
            text="A note for the file, as she is on the list",
            feedback="She is. But the list goes by what she was like six weeks ago.",
        ),
        Option(
            slug="ring-family-back-next-week",
            text="A call back to Ruben next week, to see if it lasts",
            feedback="A quick change can have a cause that needs care now. Let a clinician judge today.",
        ),
        Option(
            slug="clinician-then-clinic",
            text="A clinician's view today, and word to the clinic",
            feedback=(
                "Somebody judges what may be behind it. "
                "The clinic adds it to the same referral, and looks again at how soon."
            ),
            correct=True,
        ),
    ),
    skill="act",
    why="When somebody is worse, add to the referral that exists, and have the change looked at.",
    outcome=1,
)

SENDING = (IN_OR_OUT, MINIMUM, WHERE_IS_IT_NOW, WHOM_MAY_THEY_RING, WORSE_WHILE_WAITING)

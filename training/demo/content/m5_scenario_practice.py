"""M5, the scenario as the surgery's care coordinator meets it."""

from training.demo.content.shapes import Choice, Node

RECORD = "rosalind-achterberg"

HUSBAND_RINGS = Node(
    key="husband-rings",
    title="Ruben is on the phone",
    text=(
        "<p>Monday, 9:10. You are the care coordinator at Ashdown Lane Surgery. Ruben Achterberg rings. "
        "“Nothing's happening about her memory. Please refer her again.”</p>"
        "<p>Rosalind comes to the phone. “You may look, and you can talk to Ruben about this.” "
        "You note it.</p>"
    ),
    choices=(
        Choice(
            slug="refer-again",
            text="Send a new memory referral today, so that something happens",
            verdict="unsafe",
            feedback="It feels kind. But now the clinic has two forms for one person, and must sort them out.",
            next="two-referrals",
            hits=("permission",),
            misses=("information", "source"),
        ),
        Choice(
            slug="look-and-ring-clinic",
            text="Look at what is under way, then ring the memory clinic",
            verdict="good",
            feedback=(
                "She was accepted six weeks ago. The clinic says how long the wait may be, "
                "and what can help meanwhile. Ruben breathes out."
            ),
            next="falls-no-detail",
            hits=("information", "source", "time", "permission"),
        ),
        Choice(
            slug="tell-him-to-wait",
            text="Tell him that clinics take time and he will have to wait",
            verdict="okay",
            feedback="It may be true, but nobody has checked. He has no date and no advice. He rings again at noon.",
            next="falls-no-detail",
            misses=("information", "time"),
        ),
    ),
)

TWO_REFERRALS = Node(
    key="two-referrals",
    title="Two referrals, one person",
    text=(
        "<p>Thursday. The memory clinic rings. “We have two referrals for Rosalind. "
        "We accepted the first six weeks ago. Is the new one an update, or a mistake? "
        "Both are on hold until we know.”</p>"
    ),
    record=RECORD,
    rows=("memory-accepted",),
    choices=(
        Choice(
            slug="keep-both",
            text="Ask them to keep both: two chances are better than one",
            verdict="unsafe",
            feedback="Both stay on hold, and weeks pass. Nobody tells Rosalind, or looks at her other referral.",
            next="three-teams",
            misses=("information", "time"),
        ),
        Choice(
            slug="ask-gp-which",
            text="Say that you will ask Dr Amari which one counts",
            verdict="okay",
            feedback="Safe, but slow. The record already shows which came first. You have the answer on Friday.",
            next="falls-no-detail",
            hits=("source",),
            misses=("time",),
        ),
        Choice(
            slug="withdraw-the-second",
            text="Withdraw the new one, and ask about the wait",
            verdict="good",
            feedback="Her first place holds. You tell Rosalind and Ruben how long it may be, and what may help.",
            next="falls-no-detail",
            hits=("information", "source", "time"),
        ),
    ),
)

FALLS_NO_DETAIL = Node(
    key="falls-no-detail",
    title="A row that looks stuck",
    text=(
        "<p>With her record open, one row stops you. An ambulance crew referred Rosalind to the falls "
        "service at night. It has no question and no contact.</p>"
        "<p>Nobody at your surgery sent it.</p>"
    ),
    record=RECORD,
    rows=("falls-received", "contact-daughter"),
    choices=(
        Choice(
            slug="send-five-things",
            text="With Rosalind's agreement, ring and give the five things",
            verdict="good",
            feedback=(
                "They now have the falls, the question and the changed tablet. "
                "They may ring Mirjam to find a morning, as Rosalind agreed."
            ),
            next="declined",
            hits=("information", "source", "time", "permission"),
        ),
        Choice(
            slug="attach-everything",
            text="Attach her whole GP record, so that nothing is missing",
            verdict="unsafe",
            feedback="They get ninety pages and still no question. Much of it has nothing to do with her falls.",
            next="too-much",
            misses=("information", "permission"),
        ),
        Choice(
            slug="not-ours",
            text="Leave it: the ambulance service sent it, so the ambulance service can mend it",
            verdict="unsafe",
            feedback="A fair thought. But the crew met her once, at night. You know what is missing.",
            next="on-hold",
            misses=("information", "time"),
        ),
    ),
)

ON_HOLD = Node(
    key="on-hold",
    title="On hold",
    text=(
        "<p>Nine days later Ruben rings. Rosalind slipped by the bath. She is shaken. "
        "She says that she is not hurt.</p>"
        "<p>You ring the falls service. “We asked the crew for detail. Nobody wrote back, "
        "so she is on hold.”</p>"
    ),
    record=RECORD,
    rows=("falls-received",),
    choices=(
        Choice(
            slug="ask-crew-to-resend",
            text="Ask the ambulance service to find the crew, and to send a new and fuller form",
            verdict="okay",
            feedback="It moves, but slowly. Ruben must ring again before a nurse asks how Rosalind is after the slip.",
            next="declined",
            misses=("source", "time"),
        ),
        Choice(
            slug="five-things-and-clinician",
            text="Have a clinician ring her today, and give the five things now",
            verdict="good",
            feedback=(
                "Rosalind agrees, and a nurse rings her within the hour. "
                "The falls service takes her off hold and looks again."
            ),
            next="declined",
            hits=("information", "source", "time", "permission"),
        ),
    ),
)

TOO_MUCH = Node(
    key="too-much",
    title="Ninety pages",
    text=(
        "<p>The falls service rings. “You sent ninety pages. What is the question?”</p>"
        "<p>Then Rosalind rings. Somebody there asked about an old illness. "
        "“Why did they need to know about that?”</p>"
    ),
    choices=(
        Choice(
            slug="say-sorry-and-mend",
            text="Say sorry, report it, and send only the five things",
            verdict="good",
            feedback=(
                "Rosalind thanks you for being straight. "
                "Your information governance lead helps to have the rest removed."
            ),
            next="declined",
            hits=("information", "permission"),
        ),
        Choice(
            slug="more-is-safer",
            text="Explain that it is safer for her if everybody knows everything",
            verdict="unsafe",
            feedback="She goes quiet. From now on she chooses with care what she tells anyone.",
            next="seen-but-wary",
            misses=("permission",),
        ),
    ),
)

DECLINED = Node(
    key="declined",
    title="Declined",
    text=(
        "<p>Four days later the falls row says “Declined: outside criteria”. "
        "Below, in small print: “Needs a visit at home first. Try home therapy.”</p>"
        "<p>Nobody has told Rosalind.</p>"
    ),
    choices=(
        Choice(
            slug="same-again-urgent",
            text="Send the same referral again, marked urgent",
            verdict="unsafe",
            feedback="The same form meets the same rule. It is declined again, and you are on leave that week.",
            next="weeks-later",
            misses=("information", "source"),
        ),
        Choice(
            slug="file-it",
            text="File the answer: they have decided, so this task is done",
            verdict="unsafe",
            feedback="It looks finished. But no service has Rosalind now, and she thinks that one does.",
            next="weeks-later",
            misses=("information", "time"),
        ),
        Choice(
            slug="read-redirect-tell",
            text="Read why, agree the next step with Dr Amari and Rosalind, send it there, note it",
            verdict="good",
            feedback="Home therapy gets the five things today. Rosalind knows what changed, and so does Dr Amari.",
            next="close-the-loop",
            hits=("information", "source", "time", "permission"),
        ),
    ),
)

CLOSE_THE_LOOP = Node(
    key="close-the-loop",
    title="When is it done?",
    text=(
        "<p>Thursday. The home therapy row says “Sent”. Your list is long. "
        "When is your part of this done?</p>"
    ),
    choices=(
        Choice(
            slug="when-accepted-and-told",
            text="When it is accepted, and Rosalind knows",
            verdict="good",
            feedback="You set a day to check. On Monday it is accepted, with a morning visit. You tell Rosalind.",
            next="two-weeks",
            hits=("information", "source", "time"),
        ),
        Choice(
            slug="if-nothing-comes-ring",
            text="Now, as long as Ruben knows to ring if nothing comes",
            verdict="okay",
            feedback="A good safety net. But as the only check, it hands your task to a tired man.",
            next="caught-late",
            hits=("information",),
            misses=("source", "time"),
        ),
        Choice(
            slug="sent-is-done",
            text="Now: it has gone, and the row says so",
            verdict="unsafe",
            feedback="It went to a box that changed last month. The row still says “Sent”.",
            next="weeks-later",
            misses=("source", "time"),
        ),
    ),
)

PRACTICE_NODES: tuple[Node, ...] = (
    HUSBAND_RINGS,
    TWO_REFERRALS,
    FALLS_NO_DETAIL,
    ON_HOLD,
    TOO_MUCH,
    DECLINED,
    CLOSE_THE_LOOP,
)

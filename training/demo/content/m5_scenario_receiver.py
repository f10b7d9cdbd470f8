"""M5, the scenario as the falls service meets it, where the referral arrives, and what both may come to."""

from training.demo.content.shapes import Choice, Node

RECORD = "rosalind-achterberg"

BARE_REFERRAL = Node(
    key="bare-referral",
    title="“Fall. Please see.”",
    text=(
        "<p>Monday, 9:10. You work in the falls service at Tarn &amp; Vale. "
        "A referral has come from an ambulance crew: “Fall. Please see.” "
        "No question, no history, no contact.</p>"
        "<p>You ring Rosalind. She says that you may look at her record, and ring her surgery.</p>"
    ),
    record=RECORD,
    rows=("falls-received",),
    choices=(
        Choice(
            slug="routine-list",
            text="Put her on the routine list, and find out more at the visit",
            verdict="okay",
            feedback="She is not lost. But nobody has judged how soon she should be seen. You ask later, in passing.",
            next="whom-to-ring",
            hits=("permission",),
            misses=("information", "time"),
        ),
        Choice(
            slug="look-and-ring-surgery",
            text="Look at what is known, and ring her surgery for the rest",
            verdict="good",
            feedback="In ten minutes you know of three falls, a changed tablet, and what her surgery wants to ask.",
            next="whom-to-ring",
            hits=("information", "source", "time", "permission"),
        ),
        Choice(
            slug="send-it-back",
            text="Send it back to the crew: “not enough detail”",
            verdict="unsafe",
            feedback="It is off your list. But the crew works nights, and nobody reads that inbox for a week.",
            next="went-nowhere",
            misses=("information", "source", "time"),
        ),
    ),
)

WENT_NOWHERE = Node(
    key="went-nowhere",
    title="Nobody wrote back",
    text=(
        "<p>Nine days later her surgery rings. “Rosalind slipped by the bath. She is all right. "
        "What became of her falls referral?”</p>"
        "<p>You find your own note: “Sent back. Not enough detail.”</p>"
    ),
    record=RECORD,
    rows=("falls-received", "ambulance-visit"),
    choices=(
        Choice(
            slug="wait-for-the-form",
            text="Say that you are still waiting for a proper form, as your rules ask",
            verdict="unsafe",
            feedback="The surgery thinks that you will ring back. You think that they will write. Nobody does.",
            next="three-teams",
            misses=("information", "time"),
        ),
        Choice(
            slug="reopen-now",
            text="Open it again, and get the five things on this call",
            verdict="good",
            feedback="One call does what the form could not. Rosalind moves up the list.",
            next="whom-to-ring",
            hits=("information", "source", "time"),
        ),
    ),
)

WHOM_TO_RING = Node(
    key="whom-to-ring",
    title="Whom may you ring?",
    text=(
        "<p>You want to agree a time with Rosalind. Today her phone rings out. "
        "The record has two more numbers.</p>"
    ),
    record=RECORD,
    rows=("contact-daughter", "contact-husband", "about-me-mornings"),
    choices=(
        Choice(
            slug="message-for-ruben",
            text="Leave Ruben a message about her falls and the memory clinic",
            verdict="unsafe",
            feedback="Ruben plays it out loud, with a neighbour in the room. Rosalind had agreed to none of this.",
            next="message-heard",
            misses=("permission", "information"),
        ),
        Choice(
            slug="letter-with-a-date",
            text="Write to Rosalind with a date that suits your team",
            verdict="okay",
            feedback="It reaches her. But letters get mislaid there, and 4 pm is not her best time.",
            next="not-our-service",
            hits=("permission",),
            misses=("information",),
        ),
        Choice(
            slug="ring-mirjam",
            text="Ring Mirjam and ask only which morning would suit",
            verdict="good",
            feedback="This is what Rosalind agreed to. You find a morning, and nothing more is said.",
            next="not-our-service",
            hits=("information", "source", "permission"),
        ),
    ),
)

MESSAGE_HEARD = Node(
    key="message-heard",
    title="A message, overheard",
    text=("<p>Rosalind rings you. “My neighbour heard it all. I had not told her about my memory.”</p>"),
    record=RECORD,
    rows=("contact-husband", "contact-daughter"),
    choices=(
        Choice(
            slug="sorry-report-and-ask",
            text="Say sorry, ask how to reach her, note it, tell your manager",
            verdict="good",
            feedback="She is cross, then kind. “Ring Mirjam. Mornings.” Your manager helps you to report it.",
            next="not-our-service",
            hits=("permission", "information"),
        ),
        Choice(
            slug="he-is-her-husband",
            text="Say that Ruben is her husband and lives with her, so it was all right",
            verdict="unsafe",
            feedback="Being married does not settle it: Rosalind decides. She stops answering your calls.",
            next="seen-but-wary",
            misses=("permission",),
        ),
    ),
)

NOT_OUR_SERVICE = Node(
    key="not-our-service",
    title="Not your service",
    text=(
        "<p>Your team now has the detail, and meets about it. Rosalind needs a visit at home first. "
        "Your service does not do that. Home therapy does.</p>"
        "<p>Your screen has a button: “Decline”.</p>"
    ),
    choices=(
        Choice(
            slug="decline-and-hand-on",
            text="Decline with the reason, hand on to home therapy, tell Rosalind and her surgery",
            verdict="good",
            feedback="Rosalind agrees. Home therapy says that it has her. Her surgery can see who acts next.",
            next="two-weeks",
            hits=("information", "source", "time", "permission"),
        ),
        Choice(
            slug="decline-and-close",
            text="Decline, and close it: outside criteria",
            verdict="unsafe",
            feedback="Your list is clear. The crew does not look, so nobody learns that the referral has failed.",
            next="weeks-later",
            misses=("information", "time"),
        ),
        Choice(
            slug="decline-with-a-hint",
            text="Decline, and type in where it could go instead",
            verdict="okay",
            feedback="Your reason helps whoever reads it. It waits unread for three weeks.",
            next="caught-late",
            hits=("information",),
            misses=("source", "time"),
        ),
    ),
)

WEEKS_LATER = Node(
    key="weeks-later",
    title="Four weeks later",
    text=(
        "<p>Ruben rings you. “Nobody has come. She fell again this morning, and she is holding her wrist.”</p>"
        "<p>You look. No service has her on its list.</p>"
    ),
    choices=(
        Choice(
            slug="another-form",
            text="Send another referral, marked urgent this time, and wait for the answer",
            verdict="unsafe",
            feedback="One more form goes out. Nobody has looked at her wrist.",
            next="three-teams",
            misses=("information", "time"),
        ),
        Choice(
            slug="act-today",
            text="Have her wrist seen today, and ring the team that should have her",
            verdict="good",
            feedback=(
                "You say plainly what went wrong, and tell Rosalind who has her now. "
                "You also report it, so that others learn."
            ),
            next="caught-late",
            hits=("information", "source", "time"),
        ),
    ),
)

RECEIVER_NODES: tuple[Node, ...] = (
    BARE_REFERRAL,
    WENT_NOWHERE,
    WHOM_TO_RING,
    MESSAGE_HEARD,
    NOT_OUR_SERVICE,
    WEEKS_LATER,
)

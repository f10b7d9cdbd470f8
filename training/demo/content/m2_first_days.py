"""M2, "Just a quick look": Wednesday and Thursday morning, as K Doyle."""

from training.demo.content.shapes import Choice, Node

FRIEND_ASKS = Node(
    key="friend-asks",
    title="Wednesday, lunch",
    text=(
        "<p>You are K Doyle, a healthcare assistant in Outpatients.</p>"
        "<p>A friend from work sits down. "
        "“My neighbour Gareth is in. Can you see how he is? I'm so worried.”</p>"
    ),
    choices=(
        Choice(
            slug="look-no-harm",
            text="“Give me a minute.” You look: no harm is done",
            verdict="unsafe",
            feedback="Worry is not a work reason, and being kind does not change that. The log now has your name.",
            next="after-the-look",
            misses=("permission", "source"),
        ),
        Choice(
            slug="cannot-but-ward-can-help",
            text="“I'm not looking after him, so I can't. The ward can pass him a message.”",
            verdict="good",
            feedback="Your friend has a way to reach Gareth, and Gareth decides what to tell.",
            next="wrong-record",
            hits=("permission", "source"),
        ),
        Choice(
            slug="only-the-ward-name",
            text="“I can't say how he is, that would be wrong.” You look up only his ward, and tell her that",
            verdict="unsafe",
            feedback="It is still a look, and still sharing: a ward's name says a lot. Your friend goes there at once.",
            next="ward-named",
            misses=("permission",),
        ),
    ),
)

AFTER_THE_LOOK = Node(
    key="after-the-look",
    title="Your friend is waiting",
    text=(
        "<p>You know more about Gareth now than you need. Your friend leans over. “Well?”</p>"
        "<p>You cannot unsee it. You can still stop here.</p>"
    ),
    choices=(
        Choice(
            slug="stop-and-report",
            text="“I should not have looked, and I can't tell you.” Then you tell your manager",
            verdict="good",
            feedback="It is hard to say, and right. The look stays in the log, with your own report beside it.",
            next="wrong-record",
            hits=("permission", "time"),
        ),
        Choice(
            slug="he-is-fine",
            text="“He's fine, don't worry.”",
            verdict="unsafe",
            feedback="Now it is shared, too. Your friend asks round for his ward, to take him flowers.",
            next="ward-named",
            misses=("permission",),
        ),
        Choice(
            slug="say-nothing-at-all",
            text="Change the subject, tell nobody, and hope that your friend does not bring it up again",
            verdict="okay",
            feedback="You shared nothing, which is good. But the look is in the log, and nobody has explained it.",
            next="wrong-record",
            hits=("permission",),
            misses=("time",),
        ),
    ),
)

WARD_NAMED = Node(
    key="ward-named",
    title="Flowers on Ward 6",
    text=(
        "<p>It is three o'clock. The ward rings you. Your friend came up with flowers. "
        "Gareth had asked for no visitors. He is upset.</p>"
        "<p>“Did this come from you?” asks the nurse.</p>"
    ),
    choices=(
        Choice(
            slug="not-me",
            text="“Not from me. Anyone could have told her, half the hospital saw him come in.”",
            verdict="unsafe",
            feedback="The log and your friend both say otherwise. A slip becomes a lie.",
            next="found-by-others",
            misses=("permission", "time"),
        ),
        Choice(
            slug="yes-and-report",
            text="“Yes. I'm sorry. I'll tell my manager now.”",
            verdict="good",
            feedback="The nurse can tell Gareth what happened. Your manager helps you report it.",
            next="wrong-record",
            hits=("time",),
        ),
    ),
)

WRONG_RECORD = Node(
    key="wrong-record",
    title="Something else from yesterday",
    text=(
        "<p>The day reminds you of something. Yesterday at 13:40 you opened the wrong record. "
        "A clinic patient had a name like Gareth's. "
        "You typed “checking”, saw your mistake and closed it.</p>"
        "<p>Nobody has said anything about it.</p>"
    ),
    record="gareth-lindqvist",
    rows=("access-1340",),
    choices=(
        Choice(
            slug="hope-nobody-sees",
            text="Say nothing: you closed it at once, and no harm came of it",
            verdict="unsafe",
            feedback="The view is in the log even so. It waits there for somebody to ask.",
            next="privacy-officer-asks",
            misses=("time",),
        ),
        Choice(
            slug="reopen-to-explain",
            text="Open Gareth's record again to add a better reason",
            verdict="unsafe",
            feedback="You mean well, but that is one more view without a care reason. Now there are two to explain.",
            next="privacy-officer-asks",
            misses=("permission", "time"),
        ),
        Choice(
            slug="tell-lead-today",
            text="Tell your manager or information governance lead today, and leave nothing out",
            verdict="good",
            feedback="Your manager thanks you and helps you make a note. An early report is easier to settle.",
            next="unconscious",
            hits=("permission", "time"),
        ),
    ),
)

PRIVACY_OFFICER_ASKS = Node(
    key="privacy-officer-asks",
    title="Thursday, a message for the team",
    text=(
        "<p>The privacy officer writes to all of Outpatients. "
        "“We are looking at views that were self-claimed this week. "
        "Is there anything you would like to tell us first?”</p>"
    ),
    choices=(
        Choice(
            slug="tell-it-now",
            text="Reply today, and leave nothing out: what you opened, when and why",
            verdict="good",
            feedback="It is later than it could be, and still honest. The officer notes that you came forward.",
            next="unconscious",
            hits=("permission",),
        ),
        Choice(
            slug="cannot-remember",
            text="“I open so many records in a week. I can't remember that one, I'm afraid.”",
            verdict="unsafe",
            feedback="The log remembers. Your manager now hears of it from somebody else.",
            next="found-by-others",
            misses=("permission", "time"),
        ),
    ),
)

FIRST_DAYS = (FRIEND_ASKS, AFTER_THE_LOOK, WARD_NAMED, WRONG_RECORD, PRIVACY_OFFICER_ASKS)

"""M8, "Fourth visit in seven months": the first decisions of the triage nurse."""

from training.demo.content.m8_kayleigh import KAYLEIGH_MAE
from training.demo.content.shapes import Choice, Node

FLAG_ON_SCREEN = Node(
    key="flag-on-screen",
    title="“What does it say?”",
    text=(
        "<p>Kayleigh-Mae sits on her mother's lap, with her rabbit. You have cooled and covered her arm. "
        "You open the record, and a flag comes up.</p>"
        "<p>“What does it say?” asks Jodie. Her partner leans over to see.</p>"
    ),
    record=KAYLEIGH_MAE.slug,
    rows=("cp-plan", "today-first-look"),
    choices=(
        Choice(
            slug="read-it-out",
            text="“It says that she has a child protection plan.”",
            verdict="unsafe",
            feedback="You meant to be open. But you do not know who may hear this safely. It could raise the risk.",
            next="coat-on",
            hits=("information",),
            misses=("permission",),
        ),
        Choice(
            slug="check-history-tell-nurse",
            text=(
                "“I'm checking her history, so that we treat her safely.” "
                "Then speak to the nurse in charge, in private."
            ),
            verdict="good",
            feedback="It is true, and it is calm. Jodie nods. In the office, two of you look at the flag together.",
            next="what-now",
            hits=("information", "time", "permission"),
        ),
        Choice(
            slug="close-the-flag",
            text="Close it. It is a small scald, and the flag is for the council.",
            verdict="unsafe",
            feedback="The flag is there for you, too. A small injury can be one piece of a bigger picture.",
            next="stickers",
            misses=("information", "source"),
        ),
    ),
)

COAT_ON = Node(
    key="coat-on",
    title="Coats on",
    text=(
        "<p>The partner stands up. “We're not staying for this.” He picks up the child's coat. "
        "Jodie looks at the floor.</p>"
    ),
    choices=(
        Choice(
            slug="keep-calm-get-help",
            text="“Her arm needs more care first. Please sit with me.” Press for the nurse in charge.",
            verdict="good",
            feedback="Your colleague brings juice and sits down. They stay. Now you can think about what to do.",
            next="what-now",
            hits=("time", "information"),
        ),
        Choice(
            slug="let-them-go",
            text="Let them go. You cannot hold anybody here.",
            verdict="unsafe",
            feedback="Perhaps you cannot. But you told nobody before the door closed, and now you are alone with it.",
            next="empty-room",
            misses=("time", "information"),
        ),
    ),
)

STICKERS = Node(
    key="stickers",
    title="Stickers and a leaflet",
    text=(
        "<p>The arm is dressed. Kayleigh-Mae chooses a sticker. "
        "“Was there anything on the system?” asks the nurse in charge, before you send them home.</p>"
    ),
    record=KAYLEIGH_MAE.slug,
    rows=("unscheduled-visits",),
    choices=(
        Choice(
            slug="nothing-that-matters",
            text="“Just a flag. Nothing to do with today.”",
            verdict="unsafe",
            feedback="She trusts your word. They go home, and nobody has asked how the scald came about.",
            next="empty-room",
            misses=("information",),
        ),
        Choice(
            slug="there-was-a-flag",
            text="“There was a flag, and I closed it. Can we look together, before they go?”",
            verdict="good",
            feedback="“Good that you say so.” You look: four visits, three places. They are still here.",
            next="what-now",
            hits=("information", "time"),
        ),
    ),
)

WHAT_NOW = Node(
    key="what-now",
    title="Four visits, three places",
    text=(
        "<p>Each visit alone looks like bad luck. Together they ask a question. "
        "CP-IS has let the council know that she is here today.</p>"
    ),
    record=KAYLEIGH_MAE.slug,
    rows=("unscheduled-visits", "visit-seven-weeks", "letter-seven-months", "not-brought"),
    choices=(
        Choice(
            slug="treat-and-send-home",
            text="Treat her and send her home. The council has been told by the system.",
            verdict="unsafe",
            feedback="The notice says that she came. It cannot say what worries you: only you can.",
            next="empty-room",
            misses=("source", "information"),
        ),
        Choice(
            slug="consent-first-and-wait",
            text="Ask Jodie for consent to ring anybody, and wait until she has made up her mind.",
            verdict="unsafe",
            feedback="You do not need consent when a child may be at risk. While you wait, they slip out.",
            next="empty-room",
            misses=("time",),
        ),
        Choice(
            slug="history-lead-social-care",
            text="Have her fully examined, take the whole history, and ring the safeguarding lead and social care now.",
            verdict="good",
            feedback=(
                "The lead helps you to put it in order. Northmere's team will ring back soon. "
                "Jodie agrees to wait."
            ),
            next="jodie-says-no",
            hits=("information", "source", "time", "permission"),
        ),
    ),
)

EMPTY_ROOM = Node(
    key="empty-room",
    title="The empty room",
    text="<p>They have gone. The rabbit lies on the chair. You look at the list of visits again.</p>",
    record=KAYLEIGH_MAE.slug,
    rows=("cp-plan", "unscheduled-visits"),
    choices=(
        Choice(
            slug="leave-for-health-visitor",
            text="Leave a message for the health visitor. She works on weekdays, and knows them.",
            verdict="unsafe",
            feedback="It is Friday evening. The message waits until Monday, and so does Kayleigh-Mae.",
            next="fifth-visit",
            misses=("time", "source"),
        ),
        Choice(
            slug="ring-both-now",
            text="Ring the safeguarding lead and social care now. Say what you saw, and that they have left.",
            verdict="good",
            feedback="“Thank you for not waiting.” The team sends somebody to the home tonight. You write it all down.",
            next="write-it-up",
            hits=("source", "time", "information"),
        ),
    ),
)

TRIAGE_NODES: tuple[Node, ...] = (FLAG_ON_SCREEN, COAT_ON, STICKERS, WHAT_NOW, EMPTY_ROOM)

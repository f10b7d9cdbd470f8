"""M7, "Ten past three", as the ambulance crew meets it."""

from training.demo.content.m7_record import TOM
from training.demo.content.shapes import Choice, Node

TEN_PAST_THREE = Node(
    key="ten-past-three",
    title="3:10, the hall",
    text=(
        "<p>Tom sits on the edge of his bed. He is breathless, and talks in short bursts. "
        "“Yes. Look me up,” he says.</p>"
        "<p>In the hall, Halina gives you a paper ReSPECT plan: <b>full escalation</b>. "
        "Your crewmate is already with Tom.</p>"
    ),
    choices=(
        Choice(
            slug="act-on-paper",
            text="Act on the paper. Fetch the chair, and take him to hospital.",
            verdict="unsafe",
            feedback="The paper is 14 months old. You did not look at the date, and Tom's wishes have changed since.",
            next="on-the-stairs",
            misses=("source", "information"),
        ),
        Choice(
            slug="open-the-record",
            text="Open the shared record for the latest version, while your crewmate cares for Tom.",
            verdict="good",
            feedback="Version 3 is three weeks old, from the hospice. It took a minute, and care did not wait for it.",
            next="tom-can-talk",
            hits=("source", "information", "time", "permission"),
        ),
        Choice(
            slug="ask-halina-only",
            text="Ask Halina which plan counts.",
            verdict="okay",
            feedback="“There was a newer one. From the hospice?” She cannot find it, so you open the record after all.",
            next="tom-can-talk",
            hits=("source",),
            misses=("time",),
        ),
    ),
)

ON_THE_STAIRS = Node(
    key="on-the-stairs",
    title="On the stairs",
    text=(
        "<p>Tom grips the rail. “I told them. At the hospice.” "
        "Halina is behind you. “There's a newer plan. Can't you see it?”</p>"
    ),
    record=TOM.slug,
    rows=("respect-v1",),
    choices=(
        Choice(
            slug="keep-going",
            text="Keep going. The hospital can sort out the papers.",
            verdict="unsafe",
            feedback="Tom stops talking. Nobody has asked him what he wants, or looked for what he said before.",
            next="corridor",
            misses=("permission", "information", "source"),
        ),
        Choice(
            slug="stop-and-look",
            text="Stop where it is safe, sit him up, say sorry, and open the record.",
            verdict="good",
            feedback="You find version 3. “That's the one,” says Tom. You start again, with him.",
            next="tom-can-talk",
            hits=("source", "information", "permission"),
        ),
    ),
)

TOM_CAN_TALK = Node(
    key="tom-can-talk",
    title="Tom can talk",
    text=(
        "<p>You have read version 3. Tom is breathless, but he follows what you say, and can decide. "
        "Halina holds his hand.</p>"
    ),
    record=TOM.slug,
    rows=("respect-v3", "just-in-case", "hospice-line"),
    choices=(
        Choice(
            slug="assess-ask-ring",
            text="Assess him, ask what he wants, look for a cause that can be put right, and ring the hospice line.",
            verdict="good",
            feedback="Tom says, “If you can mend it here, mend it here.” With the hospice, you agree a plan.",
            next="before-you-go",
            hits=("information", "source", "permission", "time"),
        ),
        Choice(
            slug="not-for-cpr-so-leave",
            text="Tell Halina that he is not for CPR, so there is little for you to do here.",
            verdict="unsafe",
            feedback="The plan says no CPR. It does not say no care. Tom still needs to be assessed and helped.",
            next="halina-asks",
            misses=("information",),
        ),
        Choice(
            slug="convey-without-asking",
            text="Take him in, to be safe. He is too tired for questions.",
            verdict="unsafe",
            feedback="Hospital may be right for him. But he can speak for himself, and nobody has asked.",
            next="nobody-asked",
            misses=("permission", "information"),
        ),
    ),
)

HALINA_ASKS = Node(
    key="halina-asks",
    title="Halina stands in the doorway",
    text="<p>“You're leaving?” says Halina. “He can hardly breathe.” Tom looks at you.</p>",
    choices=(
        Choice(
            slug="ring-the-gp-at-eight",
            text="Tell her to ring the surgery at eight.",
            verdict="unsafe",
            feedback="Eight is five hours away. Nobody has looked for what could be put right tonight.",
            next="long-night",
            misses=("time", "source"),
        ),
        Choice(
            slug="stay-and-assess",
            text="“No. I put that badly.” Assess Tom, ask what he wants, and ring the hospice line.",
            verdict="good",
            feedback="Halina's shoulders drop. The hospice nurse asks the right questions, and so do you.",
            next="before-you-go",
            hits=("information", "source", "permission"),
        ),
    ),
)

NOBODY_ASKED = Node(
    key="nobody-asked",
    title="“Nobody asked me”",
    text="<p>At the door of the ambulance Tom lifts a hand. “Nobody asked me,” he says, between breaths.</p>",
    record=TOM.slug,
    rows=("respect-v3",),
    choices=(
        Choice(
            slug="stop-and-ask",
            text="Stop. “You're right, Tom. What would you like?” Then ring the hospice line together.",
            verdict="good",
            feedback="He tells you what he would accept, and why. Now you can match the care to his answer.",
            next="before-you-go",
            hits=("permission", "information", "source"),
        ),
        Choice(
            slug="nearly-there",
            text="“They'll look after you, Tom.” Close the doors.",
            verdict="unsafe",
            feedback="You mean it kindly. But it is his decision, and he has just told you so.",
            next="corridor",
            misses=("permission",),
        ),
    ),
)

BEFORE_YOU_GO = Node(
    key="before-you-go",
    title="4:25, before you go",
    text=(
        "<p>You found something that could be treated. Tom chose to have it treated at home. "
        "A hospice nurse is on her way, and he breathes more easily.</p>"
        "<p>The old paper is still in the hall.</p>"
    ),
    record=TOM.slug,
    rows=("respect-v1", "respect-v3"),
    choices=(
        Choice(
            slug="replace-and-record",
            text="Ask the hospice to replace the old copy. Write down which plan you used, and what Tom said.",
            verdict="good",
            feedback="The hospice notes it, and a new copy will come today. Your notes show how you decided.",
            next="at-home",
            hits=("information", "source", "time"),
        ),
        Choice(
            slug="bin-the-old-paper",
            text="Put the old paper in the bin on your way out.",
            verdict="okay",
            feedback="It cannot mislead the next crew. But the paper is Tom's, and now there is no plan in the house.",
            next="right-in-the-end",
            misses=("permission", "information"),
        ),
        Choice(
            slug="leave-both",
            text="Leave it. Paperwork is for the day team.",
            verdict="unsafe",
            feedback="The day team does not know that it hangs there. The next crew will meet the same old paper.",
            next="another-crew",
            misses=("information", "time"),
        ),
    ),
)

ANOTHER_CREW = Node(
    key="another-crew",
    title="Two nights later",
    text=(
        "<p>Another crew is in Tom's hall. They ring you, as you know the address. "
        "“This paper says full escalation. Do we go by that?”</p>"
    ),
    record=TOM.slug,
    rows=("respect-v1",),
    choices=(
        Choice(
            slug="go-by-the-paper",
            text="“It's what is in the house, so go by that.”",
            verdict="unsafe",
            feedback="You knew of a newer plan. They act on the old one, in good faith.",
            next="corridor",
            misses=("information", "source"),
        ),
        Choice(
            slug="look-at-the-latest",
            text="“No. Ask Tom, and open his record: there is a newer one.” Then ask the hospice to replace the paper.",
            verdict="good",
            feedback="They look, they ask Tom, and he stays at home. This time the paper is replaced.",
            next="right-in-the-end",
            hits=("information", "source"),
        ),
    ),
)

CREW_NODES: tuple[Node, ...] = (
    TEN_PAST_THREE,
    ON_THE_STAIRS,
    TOM_CAN_TALK,
    HALINA_ASKS,
    NOBODY_ASKED,
    BEFORE_YOU_GO,
    ANOTHER_CREW,
)

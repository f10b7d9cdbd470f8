"""M7, "Ten past three": two ways in, the part of whoever answers the advice line, and four ways it ends."""

from training.demo.content.m7_night import CREW_NODES
from training.demo.content.m7_record import TOM
from training.demo.content.shapes import Choice, Ending, Node, Scenario, Start

LINE_RINGS = Node(
    key="line-rings",
    title="3:18, the advice line",
    text=(
        "<p>You answer St Aelred's advice line. “Vale Ambulance, at Tomasz Wieliczko's home. He is breathless. "
        "The paper here says full escalation. His wife says there is another plan.”</p>"
    ),
    choices=(
        Choice(
            slug="go-by-paper-in-hand",
            text="“Go by the paper in your hand. It came from a hospital.”",
            verdict="unsafe",
            feedback="They have not told you its date, and you have not looked. Your own team made a newer plan.",
            next="halina-rings",
            misses=("source", "information"),
        ),
        Choice(
            slug="wait-for-day-team",
            text="“Please wait.” You look for the day team's handover sheet.",
            verdict="okay",
            feedback="It takes ten minutes to find. It points you to version 3, which was on the screen all along.",
            next="crew-asks",
            hits=("source",),
            misses=("time",),
        ),
        Choice(
            slug="check-open-read-out",
            text="Check who is calling, open the record, and read out version 3 with its date.",
            verdict="good",
            feedback="“Three weeks ago. That's what his wife meant.” The crew can now ask Tom about it.",
            next="crew-asks",
            hits=("source", "information", "time", "permission"),
        ),
    ),
)

CREW_ASKS = Node(
    key="crew-asks",
    title="“So do we leave him?”",
    text="<p>“Not for CPR,” says the paramedic. “So do we leave him at home? He is tired, but he can talk.”</p>",
    record=TOM.slug,
    rows=("respect-v3", "just-in-case"),
    choices=(
        Choice(
            slug="yes-leave-him",
            text="“Yes. Keep him comfortable, and leave him.”",
            verdict="unsafe",
            feedback="No CPR is not no care. His plan asks for a look at what can be reversed.",
            next="halina-rings",
            misses=("information",),
        ),
        Choice(
            slug="what-does-tom-say",
            text="“No. What does Tom say? Let us look together for a cause that can be put right.”",
            verdict="good",
            feedback="Tom comes to the phone. Between you, you find what could be treated, and where he wants it.",
            next="end-of-shift",
            hits=("information", "permission", "source"),
        ),
        Choice(
            slug="bring-him-in",
            text="“Bring him in, to be on the safe side.”",
            verdict="unsafe",
            feedback="It may be right. But Tom can decide, and neither of you has asked him.",
            next="halina-rings",
            misses=("permission",),
        ),
    ),
)

HALINA_RINGS = Node(
    key="halina-rings",
    title="Halina rings the line herself",
    text="<p>“They are getting ready to go,” says Halina. “Nobody has asked Tom anything. Please help.”</p>",
    choices=(
        Choice(
            slug="ring-the-crew-back",
            text="Ring the crew at once: latest plan, ask Tom, look for what can be put right.",
            verdict="good",
            feedback="“Thanks. We'll start again with him.” You stay on the line until Tom has had his say.",
            next="end-of-shift",
            hits=("information", "source", "permission"),
        ),
        Choice(
            slug="crew-will-know-best",
            text="“I'm sure the crew knows best. Ring us again after eight.”",
            verdict="unsafe",
            feedback="The crew did what you told them. You were the one who could have changed it.",
            next="long-night",
            misses=("time", "information"),
        ),
    ),
)

END_OF_SHIFT = Node(
    key="end-of-shift",
    title="The end of your shift",
    text="<p>Tom has been treated at home, as he chose. You have ten minutes before you hand over.</p>",
    record=TOM.slug,
    rows=("respect-v1", "respect-v3"),
    choices=(
        Choice(
            slug="advice-given",
            text="Write “Advice given”. The crew will have its own notes.",
            verdict="okay",
            feedback="Their notes do not show in this record. The day team has to ring round to learn what happened.",
            next="right-in-the-end",
            misses=("information",),
        ),
        Choice(
            slug="log-and-replace",
            text="Write what was asked, which plan was used, and what Tom said. Have the old paper replaced.",
            verdict="good",
            feedback="The day team brings a new copy, and tells the heart failure team. Nobody has to guess.",
            next="at-home",
            hits=("information", "source", "time"),
        ),
    ),
)

AT_HOME = Ending(
    key="at-home",
    title="In his own bed",
    kind="good",
    person=(
        "<p>Tom's breathing settles. By morning he is asleep in his own bed. Halina turns the radio low.</p>"
    ),
    next_worker=(
        "<p>The heart failure nurse saw one plan, with a date, and a note of what was used and why. "
        "The old paper has gone from the hall.</p>"
    ),
)

RIGHT_IN_THE_END = Ending(
    key="right-in-the-end",
    title="Right in the end",
    kind="mixed",
    person="<p>Tom has had the care he wanted. It took more calls, and more worry, than it had to.</p>",
    next_worker="<p>The next worker saw only part of that night. She had to ask Halina to tell it again.</p>",
)

CORRIDOR = Ending(
    key="corridor",
    title="A night in a corridor",
    kind="poor",
    person=(
        "<p>Tom spends the night in a busy corridor. He is treated, and comes home. "
        "“I told them what I wanted,” he says. “Nobody looked.”</p>"
    ),
    next_worker="<p>The ward doctor opened the record at nine. Version 3 had been there all along.</p>",
)

LONG_NIGHT = Ending(
    key="long-night",
    title="A long night",
    kind="poor",
    person=(
        "<p>It was something that could have been put right that night. "
        "Tom got help in the morning. Halina had sat up with him, alone.</p>"
    ),
    next_worker=(
        "<p>The GP saw a note that said “not for CPR”. It did not say what had been looked for, or what Tom wanted.</p>"
    ),
)

TEN_PAST_THREE = Scenario(
    slug="ten-past-three",
    title="Ten past three",
    introduction=(
        "<p>Tom is breathless in the night. He can talk. Three decisions shape what happens to him. "
        "What you treat and how is not asked here: only what you look for, and whom you ask.</p>"
    ),
    starts=(
        Start(node="ten-past-three", label="You are the paramedic"),
        Start(
            node="line-rings",
            label="You answer the hospice's advice line",
            roles=("doctor", "hospice"),
        ),
    ),
    nodes=(*CREW_NODES, LINE_RINGS, CREW_ASKS, HALINA_RINGS, END_OF_SHIFT),
    endings=(AT_HOME, RIGHT_IN_THE_END, CORRIDOR, LONG_NIGHT),
)

"""M7, "The morning visit": two ways in, the part of Halina who cares for Tom, and four ways it ends."""

from training.demo.content.m7_morning import MORNING_NODES
from training.demo.content.shapes import Choice, Ending, Node, Scenario, Start

HALINA_SCALES = Node(
    key="halina-scales",
    title="7:30, in the bedroom",
    text=(
        "<p>You are Halina. You help Tom onto the scales: <b>80.6 kg</b>. "
        "Three days ago you wrote 78.2 on the chart.</p>"
        "<p>The plan in the folder says: ring the team if up 2 kg in 3 days. “Don't bother them,” says Tom.</p>"
    ),
    choices=(
        Choice(
            slug="extra-water-tablet",
            text="Give him one more water tablet. It helped last year.",
            verdict="unsafe",
            feedback="You want to spare him a fuss. But nobody who knows his heart has said that this is safe today.",
            next="halina-dizzy",
            misses=("source", "information"),
        ),
        Choice(
            slug="ring-with-tom",
            text="“It's what you agreed with them, Tom. Shall we ring together?”",
            verdict="good",
            feedback="Tom shrugs, then smiles. The nurse is glad that you rang. You write down what she says.",
            next="halina-worker",
            hits=("information", "source", "time", "permission"),
        ),
        Choice(
            slug="wait-for-care-worker",
            text="Wait for the care worker, and tell her at the door.",
            verdict="okay",
            feedback="She rings the team at once. But today she is late, so three hours have gone.",
            next="halina-worker",
            hits=("information",),
            misses=("time",),
        ),
    ),
)

HALINA_DIZZY = Node(
    key="halina-dizzy",
    title="Half past ten",
    text="<p>Tom feels dizzy when he stands. His ankles are still swollen. You feel bad about the tablet.</p>",
    choices=(
        Choice(
            slug="ring-and-say-what-he-took",
            text="Ring the team now. Say what he weighs, how he is, and what he has taken.",
            verdict="good",
            feedback="“You did right to tell me,” says the nurse. She says what to do, and what to watch for.",
            next="halina-worker",
            hits=("information", "source"),
        ),
        Choice(
            slug="lie-down-and-see",
            text="Let him lie down, and see how he is tomorrow.",
            verdict="unsafe",
            feedback="He cannot lie flat, and he will not let you ring. The night is hard for both of you.",
            next="night-in-hospital",
            misses=("time", "source"),
        ),
    ),
)

HALINA_WORKER = Node(
    key="halina-worker",
    title="A new face at the door",
    text=(
        "<p>It is eleven. The care worker is new. “May I look at Tom's record?” she asks you. "
        "“And what should I know?” Tom is in his chair.</p>"
    ),
    choices=(
        Choice(
            slug="tell-everything",
            text="Tell her all that has happened in the family, so that she understands.",
            verdict="okay",
            feedback="She listens kindly. But some of it was Tom's to tell, and the weight gets lost in the middle.",
            next="put-right",
            misses=("permission", "information"),
        ),
        Choice(
            slug="it-is-on-the-computer",
            text="“It's all on your computer.”",
            verdict="okay",
            feedback="Her screen shows nothing from today. She rings the team again, to ask what they said.",
            next="put-right",
            misses=("information", "time"),
        ),
        Choice(
            slug="ask-tom-and-say-what-changed",
            text="“Please ask Tom. He's up 2.4 kilos. The team knows, and here is what they said.”",
            verdict="good",
            feedback="Tom says yes. She reads About Me, turns the radio low, and calls him Tom.",
            next="calm-week",
            hits=("permission", "information", "source"),
        ),
    ),
)

CALM_WEEK = Ending(
    key="calm-week",
    title="A calm week",
    kind="good",
    person=(
        "<p>The heart failure team acts that day. By Monday Tom's weight is coming down. "
        "He hears his programme with the radio low, the way he likes it.</p>"
    ),
    next_worker=(
        "<p>The next care worker saw both weights, who was rung, and what the team said. "
        "She also saw that Tom decides who is told.</p>"
    ),
)

PUT_RIGHT = Ending(
    key="put-right",
    title="Put right, after a longer day",
    kind="mixed",
    person=(
        "<p>Tom stays at home. It was a longer and more worried day than it had to be, for him and for Halina.</p>"
    ),
    next_worker="<p>The next care worker saw part of the story. She had to ring twice to learn the rest.</p>",
)

UNWANTED_VISIT = Ending(
    key="unwanted-visit",
    title="A visit that Tom did not want",
    kind="poor",
    person=(
        "<p>There are loud words at the door. Tom is shaken for the rest of the day. "
        "He asks the agency who told Piotr.</p>"
    ),
    next_worker=(
        "<p>The tea-time worker found nothing about it in the notes. She walked into a silent house, "
        "and did not know why.</p>"
    ),
)

NIGHT_IN_HOSPITAL = Ending(
    key="night-in-hospital",
    title="A night in hospital",
    kind="poor",
    person=(
        "<p>At two in the morning Tom goes to hospital. He is treated, and comes home five days later, "
        "weaker than before.</p>"
    ),
    next_worker=(
        "<p>The ward nurse saw a plan that says when to ring. She saw weights going up. "
        "She found no call to the team.</p>"
    ),
)

MORNING_VISIT = Scenario(
    slug="the-morning-visit",
    title="The morning visit",
    introduction=(
        "<p>An ordinary visit, with three small decisions. Some steps go wrong. Most can be put right.</p>"
    ),
    starts=(
        Start(node="scales", label="You are the care worker"),
        Start(node="halina-scales", label="You are Halina, who cares for Tom", roles=("unpaid-carer",)),
    ),
    nodes=(*MORNING_NODES, HALINA_SCALES, HALINA_DIZZY, HALINA_WORKER),
    endings=(CALM_WEEK, PUT_RIGHT, UNWANTED_VISIT, NIGHT_IN_HOSPITAL),
)

"""M7, "The morning visit", as the care worker meets it."""

from training.demo.content.m7_record import TOM
from training.demo.content.shapes import Choice, Node

SCALES = Node(
    key="scales",
    title="8:05, the scales",
    text=(
        "<p>Thursday. Tom stands on the scales: <b>80.6 kg</b>. “That's only the cake,” he says.</p>"
        "<p>He has said that you may look at his record. You see these two rows.</p>"
    ),
    record=TOM.slug,
    rows=("plan-weigh", "weight-before"),
    choices=(
        Choice(
            slug="write-it-down",
            text="Write 80.6 kg in your notes. The district nurse comes on Monday.",
            verdict="unsafe",
            feedback="The number is safe on the page, but nobody acts on it. By tea time Tom's shoes feel tight.",
            next="tea-time",
            hits=("permission",),
            misses=("time", "source"),
        ),
        Choice(
            slug="ring-the-team",
            text="Ring the heart failure team, as the plan says. Write down what they advise.",
            verdict="good",
            feedback="The nurse asks three questions and tells you what happens next. You note it, with the time.",
            next="ania-asks",
            hits=("information", "source", "time"),
        ),
        Choice(
            slug="halina-decides",
            text="Ask Halina whether it is worth a call, and go by what she says.",
            verdict="unsafe",
            feedback="Halina does not like to bother anybody, so nobody rings. The plan had already decided this.",
            next="tea-time",
            misses=("source", "time"),
        ),
        Choice(
            slug="ring-the-office",
            text="Ring your office and ask them to pass it on.",
            verdict="okay",
            feedback="They reach the team at eleven. It works, but it is slow, and the nurse cannot ask what you saw.",
            next="ania-asks",
            hits=("information",),
            misses=("time",),
        ),
    ),
)

TEA_TIME = Node(
    key="tea-time",
    title="5 pm, the tea-time visit",
    text=(
        "<p>You are back to make tea. Tom is out of breath from crossing the room. His ankles are swollen.</p>"
        "<p>The team's line closes at six.</p>"
    ),
    record=TOM.slug,
    rows=("plan-weigh",),
    choices=(
        Choice(
            slug="ring-now-and-say-so",
            text="Ring the team now. Give both weights, and say that the morning's call was missed.",
            verdict="good",
            feedback="“Thank you for saying so,” says the nurse. She makes a plan for tonight, and will ring at nine.",
            next="ania-asks",
            hits=("information", "source"),
        ),
        Choice(
            slug="leave-it-for-the-morning",
            text="Leave a note, asking tomorrow's worker to weigh him again.",
            verdict="unsafe",
            feedback="A third number, and still no call. The night is long, and Tom cannot lie flat.",
            next="night-in-hospital",
            misses=("time", "source"),
        ),
    ),
)

ANIA_ASKS = Node(
    key="ania-asks",
    title="Ania wants to read it all",
    text=(
        "<p>Ania, Tom's daughter, comes in with the shopping. She sees your tablet. "
        "“I'm his attorney. Let me read it all, please.”</p>"
        "<p>Tom is in his chair. Today he can decide such things for himself.</p>"
    ),
    record=TOM.slug,
    rows=("lpa-ania", "may-be-told"),
    choices=(
        Choice(
            slug="hand-over-the-tablet",
            text="Hand her the tablet. Her papers have been checked.",
            verdict="unsafe",
            feedback="Her power works only when Tom cannot decide for himself. She reads what he has not told her.",
            next="tom-is-quiet",
            misses=("permission",),
        ),
        Choice(
            slug="refuse-to-talk",
            text="“It's confidential. I can't talk to you about Tom.”",
            verdict="unsafe",
            feedback="You give nothing away, but you hear nothing either. Ania leaves, with news untold.",
            next="what-ania-knew",
            misses=("information", "source"),
        ),
        Choice(
            slug="ask-tom",
            text="“Tom, Ania would like to know more. What may I share with her?”",
            verdict="good",
            feedback="“My weight, yes. The rest I'll tell her on Sunday.” Ania says that he skips his water tablet on "
            "club days. With Tom's yes, you tell the team.",
            next="piotr-rings",
            hits=("permission", "information", "source"),
        ),
    ),
)

TOM_IS_QUIET = Node(
    key="tom-is-quiet",
    title="Tom goes quiet",
    text=(
        "<p>Ania gives back the tablet. Her eyes are wet. Tom looks at the floor. "
        "“I was going to tell her on Sunday,” he says.</p>"
    ),
    choices=(
        Choice(
            slug="she-would-have-known",
            text="“She would have found out anyway, Tom.”",
            verdict="unsafe",
            feedback=(
                "It was his to tell. Tom nods, and says little to you from now on. "
                "Your office hears nothing of it."
            ),
            next="put-right",
            misses=("permission",),
        ),
        Choice(
            slug="sorry-and-tell-office",
            text="“I'm sorry, Tom. I should have asked you.” Ask what he wants now, and tell your office today.",
            verdict="good",
            feedback="Tom takes a breath. “Then let's have tea, the three of us.” Your office helps you to report it.",
            next="piotr-rings",
            hits=("permission", "time"),
        ),
    ),
)

WHAT_ANIA_KNEW = Node(
    key="what-ania-knew",
    title="The question you cannot answer",
    text=(
        "<p>The heart failure nurse rings you. “Does he take his water tablet every day?” "
        "“Most days,” says Tom. Ania fills his tablet box. You have just sent her away.</p>"
    ),
    record=TOM.slug,
    rows=("furosemide",),
    choices=(
        Choice(
            slug="ring-ania-and-listen",
            text="Ask Tom if you may ring Ania. Say sorry to her, and listen.",
            verdict="good",
            feedback="“He leaves it out on club days,” says Ania. The nurse can now plan for what really happens.",
            next="piotr-rings",
            hits=("permission", "source", "information"),
        ),
        Choice(
            slug="say-yes-he-does",
            text="Tell the nurse that he does. It was issued two weeks ago.",
            verdict="unsafe",
            feedback="Issued is not taken. The nurse plans around tablets that are still in the box.",
            next="put-right",
            misses=("source", "information"),
        ),
    ),
)

PIOTR_RINGS = Node(
    key="piotr-rings",
    title="The phone in the hall",
    text=(
        "<p>You have your coat on. The phone rings. Halina's hands are wet, so she asks you to answer.</p>"
        "<p>“This is Piotr, his son. Is Dad at home? Is he bad?”</p>"
    ),
    record=TOM.slug,
    rows=("may-be-told",),
    choices=(
        Choice(
            slug="take-a-message",
            text="“I can't give out any news. I can take a message.” Then tell Tom, and your office.",
            verdict="good",
            feedback="You are kind, and you give nothing away. Tom decides what to do with the message.",
            next="calm-week",
            hits=("permission", "information"),
        ),
        Choice(
            slug="he-is-at-home",
            text="“He's at home. I can't tell you any more than that.”",
            verdict="unsafe",
            feedback="“At home” is news too. Tom has asked that Piotr be told nothing.",
            next="on-his-way",
            misses=("permission",),
        ),
        Choice(
            slug="put-the-phone-down",
            text="Put the phone down without a word.",
            verdict="okay",
            feedback="You give nothing away. But Piotr rings five more times, and Tom never gets a message.",
            next="put-right",
            hits=("permission",),
            misses=("information",),
        ),
    ),
)

ON_HIS_WAY = Node(
    key="on-his-way",
    title="“Then I'll come round”",
    text=(
        "<p>“Then I'll come round now,” says Piotr, and the line goes dead. He lives ten minutes away.</p>"
    ),
    choices=(
        Choice(
            slug="leave-for-next-visit",
            text="Leave. Your next visit is waiting, and it is a family matter.",
            verdict="unsafe",
            feedback="Tom and Halina do not know that he is coming, or that you told him. They meet him unprepared.",
            next="unwanted-visit",
            misses=("time", "permission"),
        ),
        Choice(
            slug="tell-tom-now",
            text="Tell Tom and Halina what you said. Ring your office, and stay while they decide.",
            verdict="good",
            feedback="Ania meets Piotr downstairs. You report what you said. It is not pleasant, but Tom is ready.",
            next="put-right",
            hits=("time", "permission"),
        ),
    ),
)

MORNING_NODES: tuple[Node, ...] = (
    SCALES,
    TEA_TIME,
    ANIA_ASKS,
    TOM_IS_QUIET,
    WHAT_ANIA_KNEW,
    PIOTR_RINGS,
    ON_HIS_WAY,
)

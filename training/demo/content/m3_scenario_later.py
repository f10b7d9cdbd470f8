"""M3, "Sixty seconds at triage", later that night: no quiet room, going home, and how it ends."""

from training.demo.content.m3_record import CALLUM
from training.demo.content.shapes import Choice, Ending, Node

NO_QUIET_ROOM = Node(
    key="no-quiet-room",
    title="23:10, no quiet room",
    text=(
        "<p>Callum is at the department. The flag says <b>quiet space</b>. The quiet room is taken, "
        "and will be for hours.</p>"
        "<p>Triage and ambulance crew stand together at the desk. “What do we do with him?”</p>"
    ),
    choices=(
        Choice(
            slug="agree-an-alternative",
            text="Agree another quiet place with Callum, ring Petra's phone at his turn, and tell the team.",
            verdict="good",
            feedback="The ambulance bay is quiet. There Callum says that he has missed tonight's valproate. "
            "You tell the doctor.",
            next="going-home",
            hits=("information", "time"),
        ),
        Choice(
            slug="ignore-the-flag",
            text="Seat him in the waiting room like everybody else. It is only fair, and the desk can see him there.",
            verdict="unsafe",
            feedback="Treating everyone the same is not fair to him. You also miss a legal duty to adjust.",
            next="waiting-room",
            misses=("information",),
        ),
        Choice(
            slug="send-home-to-wait",
            text="Send him home, to come back when it is quieter.",
            verdict="unsafe",
            feedback="Going without care is not an adjustment. A doctor has him turned round at the doors. "
            "Nobody tells him why.",
            next="waiting-room",
            misses=("information", "time"),
        ),
    ),
    record=CALLUM.slug,
    rows=("adjustments", "passport"),
)

WAITING_ROOM = Node(
    key="waiting-room",
    title="23:40, by the doors",
    text=(
        "<p>Callum is at the doors, pulling to get out. A trolley crashes past. "
        "Two people have taken hold of his arms. He screams.</p>"
        "<p>The call has gone out for a team to restrain him.</p>"
    ),
    choices=(
        Choice(
            slug="hold-until-calm",
            text="Keep hold of him until he is calm. Shut the doors, so that he cannot run out into the road.",
            verdict="unsafe",
            feedback="He fights harder, and the wound opens. A senior nurse reads the flag aloud and clears the "
            "space.",
            next="going-home-late",
            misses=("information", "permission"),
        ),
        Choice(
            slug="step-back-and-move",
            text="“Hands off, please. One voice.” Step back, let Petra near, and go out to the quiet bay.",
            verdict="good",
            feedback="Within minutes he is sitting down. The harm is not undone, but it has stopped. You report it.",
            next="going-home-late",
            hits=("information", "time"),
        ),
    ),
    record=CALLUM.slug,
    rows=("adjustments",),
)

GOING_HOME = Node(
    key="going-home",
    title="03:00, fit for home",
    text=(
        "<p>You are now the nurse who sends Callum home. His hand is clean. "
        "The doctor has chosen an antibiotic that is not a penicillin, and has sorted tonight's valproate.</p>"
        "<p>Petra's shift is over. Callum wants his bed.</p>"
    ),
    choices=(
        Choice(
            slug="taxi-and-letter",
            text="Book a taxi and give him the letter.",
            verdict="unsafe",
            feedback="He is home by half past three. Nobody there knows, so who gives the morning valproate?",
            next="morning",
            misses=("information", "source"),
        ),
        Choice(
            slug="ring-on-call",
            text="Ring the on-call support, share what Callum agrees to, and make sure that his GP will see a summary.",
            verdict="good",
            feedback="The on-call worker meets him at home, and knows what is due in the morning.",
            next="heard-once",
            hits=("information", "source", "time", "permission"),
        ),
        Choice(
            slug="ring-sister-now",
            text="Ring his sister and ask her to sort it out.",
            verdict="okay",
            feedback="She asked for daytime calls. Half asleep, she gives you the on-call number that was in the "
            "record.",
            next="long-way-round",
            misses=("source", "time"),
        ),
    ),
    record=CALLUM.slug,
    rows=("support-at-home", "medicine-prompts", "sister"),
)

GOING_HOME_LATE = Node(
    key="going-home-late",
    title="05:00, fit for home",
    text=(
        "<p>You are now the nurse who sends Callum home. His hand is treated. He has not spoken since midnight. "
        "So nobody asked about last night's valproate until just now. The doctor has advised.</p>"
        "<p>Petra's shift is over. Callum wants to go.</p>"
    ),
    choices=(
        Choice(
            slug="ring-on-call-late",
            text="Ring the on-call support, share what Callum agrees to, and send his GP what happened.",
            verdict="good",
            feedback="The on-call worker comes in for him. She will look after the next dose, and after Callum.",
            next="long-way-round",
            hits=("information", "source", "permission"),
        ),
        Choice(
            slug="let-him-go",
            text="Let him go with the letter. He has had enough of us, and day staff will read it in the morning.",
            verdict="unsafe",
            feedback="You mean it kindly. But nobody at home knows what happened, or what is due.",
            next="morning",
            misses=("information", "source", "time"),
        ),
    ),
    record=CALLUM.slug,
    rows=("support-at-home", "medicine-prompts"),
)

MORNING = Node(
    key="morning",
    title="07:30, nobody knows",
    text=(
        "<p>Your shift ends. You see the line in the record: no staff in the flat overnight. "
        "The letter is in Callum's coat. Kindly Home Care does not know that he was here.</p>"
    ),
    choices=(
        Choice(
            slug="day-staff-will-see",
            text="Go home. Day staff will find the letter in his coat, and can ring the ward if it is unclear.",
            verdict="unsafe",
            feedback="The morning worker finds him asleep and lets him lie in. The letter stays in the coat.",
            next="back-again",
            misses=("information", "time"),
        ),
        Choice(
            slug="ring-before-leaving",
            text="Ring the agency's on-call number before you leave.",
            verdict="good",
            feedback="It takes four minutes. A worker goes round at eight, in time for his morning dose.",
            next="long-way-round",
            hits=("information", "source", "time"),
        ),
    ),
    record=CALLUM.slug,
    rows=("support-at-home", "medicine-prompts"),
)

LATER_NODES: tuple[Node, ...] = (NO_QUIET_ROOM, WAITING_ROOM, GOING_HOME, GOING_HOME_LATE, MORNING)

ENDINGS: tuple[Ending, ...] = (
    Ending(
        key="heard-once",
        title="Heard, and home safe",
        kind="good",
        person=(
            "<p>A doctor saw Callum 40 minutes after you agreed the quiet place. "
            "He was home by four, with somebody he knows. He had his valproate in the morning.</p>"
        ),
        next_worker=(
            "<p>His GP saw a clear summary at nine. The hospital has put the 2016 entry right. "
            "The next nurse will see one allergy, not two answers.</p>"
        ),
    ),
    Ending(
        key="long-way-round",
        title="Safe, the long way round",
        kind="mixed",
        person=(
            "<p>Callum is safe, and his medicine is back on track. The night was harder for him than it had to "
            "be. He says that he does not want to come back.</p>"
        ),
        next_worker=(
            "<p>His support team knows what happened, and what is due. "
            "What would have helped sooner was in the record all along.</p>"
        ),
    ),
    Ending(
        key="back-again",
        title="Back before dark",
        kind="poor",
        person=(
            "<p>Callum missed his morning valproate. In the afternoon he had a seizure, his first in 21 months. "
            "An ambulance brought him back to the same loud room.</p>"
        ),
        next_worker=(
            "<p>The crew found a letter in his coat and no note for his support team. "
            "His sister has made a complaint. She asks why nobody rang the people who support him.</p>"
        ),
    ),
)

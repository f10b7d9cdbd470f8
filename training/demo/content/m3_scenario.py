"""M3, "Sixty seconds at triage": the scenario, and its first decisions for a triage nurse and for a paramedic."""

from training.demo.content.m3_record import CALLUM
from training.demo.content.m3_scenario_later import ENDINGS, LATER_NODES
from training.demo.content.shapes import Choice, Node, Scenario, Start

TRIAGE = Node(
    key="triage",
    title="22:50, the corridor",
    text=(
        "<p>Callum is next. The waiting room is loud. He is rocking, with his hands over his ears. "
        "His red, swollen hand is wrapped in a towel.</p>"
        "<p>Petra from Kindly Home Care is with him. He has told you that you may look at his record.</p>"
    ),
    choices=(
        Choice(
            slug="triage-in-corridor",
            text="Triage him here, where he is, and write “agitated”. The queue is long and everyone is waiting.",
            verdict="unsafe",
            feedback="“Agitated” names what you see, not what he needs. The next person reads it as a warning.",
            next="corridor",
            misses=("information", "source"),
        ),
        Choice(
            slug="open-while-confirming",
            text="Open his record while you confirm his name and date of birth.",
            verdict="good",
            feedback="In under a minute you know what helps. You ask one thing at a time. He begins to answer.",
            next="two-entries",
            hits=("information", "time", "permission"),
        ),
        Choice(
            slug="ask-petra-only",
            text="Ask Petra to tell you all you need to know.",
            verdict="okay",
            feedback="She helps a lot. But it is her second shift with him, so you check the record as well.",
            next="two-entries",
            hits=("time",),
            misses=("source",),
        ),
    ),
)

SCENE = Node(
    key="scene",
    title="21:50, Callum's flat",
    text=(
        "<p>You are on scene. Callum's hand is red, hot and swollen. A smoke alarm chirps: its battery is low. "
        "He is rocking, with his hands over his ears.</p>"
        "<p>Petra from Kindly Home Care let you in. Callum says that you may look at his record.</p>"
    ),
    choices=(
        Choice(
            slug="ask-petra-on-scene",
            text="Ask Petra for the whole story. She works with him.",
            verdict="okay",
            feedback="She tells you about tonight. It is her second shift with him, so you check the record too.",
            next="two-entries",
            hits=("time",),
            misses=("source",),
        ),
        Choice(
            slug="walk-him-out",
            text="Take his arm and walk him to the ambulance. He is too agitated to talk, and it is late.",
            verdict="unsafe",
            feedback="He pulls away and shouts. He did not know what was happening, and you did not know what helps.",
            next="corridor",
            misses=("information", "permission"),
        ),
        Choice(
            slug="open-on-scene",
            text="Move to the quiet kitchen, confirm who he is, and open his record on your tablet.",
            verdict="good",
            feedback="You read “one question at a time”. You tell him what comes next. He walks out with Petra.",
            next="two-entries",
            hits=("information", "time", "permission"),
        ),
    ),
)

CORRIDOR = Node(
    key="corridor",
    title="A wrong start",
    text=(
        "<p>Callum is louder now. People come to look. A colleague asks, “Shall I call for more hands?”</p>"
        "<p>Petra says quietly, “He does better when it's quiet. Isn't that written down?”</p>"
    ),
    choices=(
        Choice(
            slug="start-again",
            text="“No, thank you.” Give him space, open the record, and start again quietly.",
            verdict="good",
            feedback="It costs five minutes. You say sorry, and you mean it. Callum lets you look at his hand.",
            next="two-entries",
            hits=("information", "source"),
        ),
        Choice(
            slug="one-more-voice",
            text="Ask a second colleague to come and help talk him round, so that you can go on with the form.",
            verdict="unsafe",
            feedback="Now three voices speak at once. Only when Petra stops everyone do you open the record.",
            next="two-entries",
            misses=("information", "time"),
        ),
    ),
)

TWO_ENTRIES = Node(
    key="two-entries",
    title="Two entries, one allergy",
    text=(
        "<p>The doctor who sees him tonight may well want antibiotics. You look at allergies. "
        "There are two entries, and they do not agree.</p>"
        "<p>Whatever you write or say now is what the next person will read first.</p>"
    ),
    choices=(
        Choice(
            slug="trust-the-newer",
            text="Write “no known drug allergies”. The hospital's entry is newer.",
            verdict="unsafe",
            feedback="Newer is not always truer. In 2016 he was asked in a loud waiting room, and left early.",
            next="penicillin",
            misses=("source", "information"),
        ),
        Choice(
            slug="leave-to-doctor",
            text="Tell the doctor, out loud: “His entries disagree. Please sort it before you prescribe.”",
            verdict="okay",
            feedback="Said out loud, it is safe, and she sorts it later. But Callum could have told you here and now.",
            next="no-quiet-room",
            hits=("time",),
            misses=("source",),
        ),
        Choice(
            slug="treat-as-allergic",
            text="Treat him as allergic. Ask Callum and Petra, mark it, and ask for the 2016 entry to be put right.",
            verdict="good",
            feedback="Callum says, “Penicillin. Face went big.” You mark it, hand it over out loud and report the "
            "old entry.",
            next="no-quiet-room",
            hits=("information", "source", "time"),
        ),
    ),
    record=CALLUM.slug,
    rows=("allergy-gp", "allergy-ed-banner", "ankle-2016"),
)

PENICILLIN = Node(
    key="penicillin",
    title="The doctor reads your line",
    text=(
        "<p>A doctor stops on her way past. “No allergies? Then I'll start penicillin for that hand.”</p>"
        "<p>Callum looks up. “Not that one,” he says.</p>"
    ),
    choices=(
        Choice(
            slug="newer-entry-says-none",
            text="“The newer entry says none, and it is the hospital's.” You let it go ahead, as she is the doctor.",
            verdict="unsafe",
            feedback="Petra rings his sister: “It nearly killed him!” The doctor stops just in time, and reports the "
            "old entry.",
            next="no-quiet-room",
            misses=("source", "information"),
        ),
        Choice(
            slug="stop-out-loud",
            text="“Please stop. His GP has anaphylaxis from 2011.” Then correct what you wrote.",
            verdict="good",
            feedback="The doctor chooses something else, and thanks Callum. You report the old entry and the near "
            "miss.",
            next="no-quiet-room",
            hits=("information", "source", "time"),
        ),
    ),
    record=CALLUM.slug,
    rows=("allergy-gp", "allergy-ed-banner"),
)

SIXTY_SECONDS = Scenario(
    slug="sixty-seconds-at-triage",
    title="Sixty seconds at triage",
    introduction=(
        "<p>Callum's hand needs care tonight. Four decisions decide how it goes. "
        "Unsafe steps can be mended, but somebody pays for them first.</p>"
    ),
    starts=(
        Start(node="triage", label="You are the triage nurse"),
        Start(node="scene", label="You are the paramedic on scene", roles=("paramedic",)),
    ),
    nodes=(TRIAGE, SCENE, CORRIDOR, TWO_ENTRIES, PENICILLIN, *LATER_NODES),
    endings=ENDINGS,
)

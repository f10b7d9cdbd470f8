"""M2, "Just a quick look": Thursday night in the Emergency Department, and Friday on the ward."""

from training.demo.content.shapes import Choice, Node

UNCONSCIOUS = Node(
    key="unconscious",
    title="Thursday, 21:05",
    text=(
        "<p>Now you are Dr Imrie, in the Emergency Department. Gareth went home yesterday.</p>"
        "<p>Tonight an ambulance brings him in, unconscious. You cannot ask him. "
        "You need to know now: does he take an anticoagulant?</p>"
    ),
    choices=(
        Choice(
            slug="wait-for-wife-to-agree",
            text="Wait for his wife to arrive, explain it to her and let her agree to it",
            verdict="unsafe",
            feedback="Minutes pass, and the wait could harm him. Being his wife does not, by itself, let her decide.",
            next="minutes-lost",
            misses=("time", "permission"),
        ),
        Choice(
            slug="use-nurses-open-screen",
            text="Use the screen that a nurse has left open",
            verdict="unsafe",
            feedback="You find it. But the log now shows the nurse, who must explain a view that was yours.",
            next="wrong-name-in-the-log",
            hits=("information",),
            misses=("permission",),
        ),
        Choice(
            slug="emergency-access-with-reason",
            text="Use emergency access as yourself, and give a clear reason",
            verdict="good",
            feedback="You see it in a minute: apixaban, issued 2 weeks ago. Your reason is ready for anyone who asks.",
            next="awake",
            hits=("information", "source", "time", "permission"),
        ),
    ),
)

MINUTES_LOST = Node(
    key="minutes-lost",
    title="Thursday, 21:20",
    text=(
        "<p>His wife is stuck in traffic. Gareth is getting worse. "
        "“Is he on an anticoagulant or not?” asks the nurse in charge. “Theatre wants to know.”</p>"
    ),
    choices=(
        Choice(
            slug="emergency-access-now",
            text="Use emergency access now, with the reason and the time",
            verdict="good",
            feedback="There it is: apixaban. Fifteen minutes late, and still in time for theatre.",
            next="awake",
            hits=("information", "source", "permission"),
        ),
        Choice(
            slug="ring-his-wife-for-facts",
            text="Ring his wife and ask what he takes",
            verdict="okay",
            feedback=(
                "You may always listen to her: “A blood thinner, I think.” "
                "You still need the record, so you open it."
            ),
            next="awake",
            hits=("source",),
            misses=("time",),
        ),
        Choice(
            slug="go-on-without",
            text="Go on without knowing: opening it might get you into trouble",
            verdict="unsafe",
            feedback="Care in an emergency is what this access is for. Theatre has to begin without knowing.",
            next="not-known-in-time",
            misses=("information", "time"),
        ),
    ),
)

WRONG_NAME = Node(
    key="wrong-name-in-the-log",
    title="The wrong name in the log",
    text=(
        "<p>Gareth is in theatre. The nurse comes back to her screen. "
        "“Did you look him up as me?” she asks.</p>"
    ),
    choices=(
        Choice(
            slug="no-time-for-that",
            text="“There was no time. Nobody will mind.”",
            verdict="unsafe",
            feedback="She minds. Next week she has to answer for a view that she never made.",
            next="found-by-others",
            misses=("permission",),
        ),
        Choice(
            slug="put-it-right",
            text="“Yes, and I'm sorry. I'll report it tonight, with my reason.”",
            verdict="good",
            feedback="Your report puts the right name to the view. She locks her screen from then on.",
            next="awake",
            hits=("permission", "time"),
        ),
    ),
)

AWAKE = Node(
    key="awake",
    title="Friday, Ward 6",
    text=(
        "<p>Now you are A Rahman, the nurse on Ward 6. Gareth is awake and getting better.</p>"
        "<p>“Who has looked at my record?” he asks.</p>"
    ),
    choices=(
        Choice(
            slug="logged-and-how-to-ask",
            text="“Each view is logged. I'll find out how you can ask about it.”",
            verdict="good",
            feedback="It is honest, and it helps him. Your information governance lead knows the local way.",
            next="closed-by-your-report",
            hits=("information", "permission"),
        ),
        Choice(
            slug="nobody",
            text="“Nobody. Please don't worry.”",
            verdict="unsafe",
            feedback="You want to calm him, but it is not true.",
            next="he-finds-out",
            misses=("information",),
        ),
        Choice(
            slug="cannot-tell-you",
            text="“That's confidential, I can't talk about it.”",
            verdict="okay",
            feedback="It is his record, and a fair question. You need not know the answer, only who does.",
            next="answered-later",
            misses=("information",),
        ),
    ),
)

HE_FINDS_OUT = Node(
    key="he-finds-out",
    title="Friday, an hour later",
    text=(
        "<p>A doctor tells Gareth how they knew about his apixaban. He calls you back. "
        "“You said that nobody had looked.”</p>"
    ),
    choices=(
        Choice(
            slug="it-was-to-keep-you-calm",
            text="“I only wanted to keep you calm. You were so ill last night, I meant no harm by it.”",
            verdict="unsafe",
            feedback="He hears that you would do it again. He asks who else has not told him the truth.",
            next="found-by-others",
            misses=("information", "permission"),
        ),
        Choice(
            slug="that-was-wrong",
            text="“I was wrong to say that. Views are logged. I'll get you the answer.”",
            verdict="good",
            feedback="He is cross for a minute, then he listens. You ask your lead the same day.",
            next="closed-by-your-report",
            hits=("information", "permission"),
        ),
    ),
)

LAST_DAYS = (UNCONSCIOUS, MINUTES_LOST, WRONG_NAME, AWAKE, HE_FINDS_OUT)

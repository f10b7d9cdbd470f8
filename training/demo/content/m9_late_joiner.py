"""M9, "Merrowfield House joins late": the care home that is not in the agreement yet."""

from training.demo.content.shapes import Choice, Node

LATE_JOINER = Node(
    key="merrowfield-rings",
    title="Merrowfield House rings",
    text=(
        "<p>You lead the shared record for Fennings Vale. The launch is in six weeks.</p>"
        "<p>The manager of Merrowfield House rings. The care home has just joined. "
        "“Can you train my staff next week? They are keen.”</p>"
        "<p>Social care data is not in the agreement. "
        "Her staff would see hospital letters, but no care packages. Not yet.</p>"
    ),
    choices=(
        Choice(
            slug="train-now-anyway",
            text="Train them next week: they are keen, it shows goodwill, and the rest can follow later",
            verdict="unsafe",
            feedback="They come, and learn to look for what is not there. Then they wait.",
            next="false-hope",
            misses=("information", "time"),
        ),
        Choice(
            slug="leave-homes-out",
            text="Leave care homes out: the agreement does not cover them",
            verdict="unsafe",
            feedback="It is tidy. But residents going home safely was a reason for doing all this.",
            next="reason-lost",
            misses=("information", "source"),
        ),
        Choice(
            slug="planned-scope-and-honesty",
            text="Add social care to the agreement as planned, with a date, and tell her staff what comes when",
            verdict="good",
            feedback="She knows where she stands. Training is set for the four weeks before her access opens.",
            next="three-wards",
            hits=("information", "time", "permission"),
        ),
        Choice(
            slug="train-later-say-little",
            text="“Later. I'll be in touch.”",
            verdict="okay",
            feedback="No false hope, but no date, either. Three weeks on she rings again, and you give her both.",
            next="three-wards",
            hits=("time",),
            misses=("information",),
        ),
    ),
)

FALSE_HOPE = Node(
    key="false-hope",
    title="“We looked, and there was nothing”",
    text=(
        "<p>A week after the launch. The manager is tired. "
        "“Twelve of us gave up a morning. We look for care packages and find nothing. "
        "My staff call it a waste of time.”</p>"
    ),
    choices=(
        Choice(
            slug="try-again-poster",
            text="Send all her staff a poster and two e-mails: “Have you looked in the record today? It is worth it!”",
            verdict="unsafe",
            feedback="They have, and it was not there. Now they think that you do not listen.",
            next="nobody-looks",
            misses=("information", "source"),
        ),
        Choice(
            slug="say-sorry-and-date",
            text="Say sorry, say what is there today, give a date for the rest, and refresh them before it",
            verdict="good",
            feedback="Trust comes back slowly. Two of them offer to try the new view first.",
            next="three-wards",
            hits=("information", "time"),
        ),
    ),
)

REASON_LOST = Node(
    key="reason-lost",
    title="A resident comes back on Friday night",
    text=(
        "<p>Two weeks after the launch. A resident comes back to Merrowfield House at 9 pm. "
        "The home knows nothing of her new plan. The hospital thought that the home could see it.</p>"
        "<p>“Was this not what the record was for?” asks the council.</p>"
    ),
    choices=(
        Choice(
            slug="bring-homes-back-in",
            text="Bring the homes back in: planned scope, a date, a named sponsor, and a safe route until then",
            verdict="good",
            feedback="The home gets summaries by a secure route for now. Everybody knows when that will end.",
            next="three-wards",
            hits=("information", "source", "permission"),
        ),
        Choice(
            slug="phase-three",
            text="“Homes come in phase 3, with the pharmacies and all who came late.” There is no date for phase 3",
            verdict="unsafe",
            feedback="Nobody plans for a phase without a date. The council turns to other things.",
            next="nobody-looks",
            misses=("time", "source"),
        ),
    ),
)

LATE_JOINER_NODES = (LATE_JOINER, FALSE_HOPE, REASON_LOST)

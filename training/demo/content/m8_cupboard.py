"""M8, "The locked cupboard": Edwin Prowse-Obi, and the care worker who sees him in the morning."""

from training.demo.content.m8_edwin import EDWIN
from training.demo.content.shapes import Choice, Ending, Node, Scenario, Start

BREAKFAST = Node(
    key="breakfast",
    title="8:50, breakfast",
    text=(
        "<p>You are a care worker. The food cupboard has a padlock. There is a new sore place on Edwin's heel. "
        "“He's had his toast,” says Lewis, his grandson, from the door. Edwin looks at you.</p>"
    ),
    record=EDWIN.slug,
    rows=("cupboard-note", "skin-whole", "about-me"),
    choices=(
        Choice(
            slug="confront-lewis",
            text="“Why is that cupboard locked, Lewis?”",
            verdict="unsafe",
            feedback="It is a fair question. But it warns Lewis, and Edwin has to live with the answer when you leave.",
            next="lewis-stays",
            misses=("permission",),
        ),
        Choice(
            slug="note-and-move-on",
            text="Note “padlock” again, and go on to your next visit.",
            verdict="unsafe",
            feedback="Now two notes say it, and nobody has asked Edwin. The heel will not wait.",
            next="two-days-on",
            misses=("time", "information"),
        ),
        Choice(
            slug="ask-alone",
            text="Help Edwin to wash. Behind the closed door, ask how things are, and what he would like.",
            verdict="good",
            feedback="“I used to feed a hundred people,” he says. “Now I have to ask for bread.”",
            next="edwin-talks",
            hits=("source", "permission", "information"),
        ),
    ),
)

LEWIS_STAYS = Node(
    key="lewis-stays",
    title="Lewis stays in the room",
    text="<p>Lewis folds his arms and stays. Edwin says nothing more. “All fine here,” says Lewis.</p>",
    choices=(
        Choice(
            slug="threaten-lewis",
            text="“I'll report you.”",
            verdict="unsafe",
            feedback="Lewis shows you the door. Next morning he cancels the visits, and Edwin is alone with him.",
            next="visits-cancelled",
            misses=("permission", "time"),
        ),
        Choice(
            slug="calm-then-ring",
            text="Stay calm, see to the heel, and finish the visit. Ring your manager from outside, today.",
            verdict="good",
            feedback="The door stays open for tomorrow's visit. Your manager hears all of it while it is fresh.",
            next="manager-listens",
            hits=("time", "information"),
        ),
    ),
)

EDWIN_TALKS = Node(
    key="edwin-talks",
    title="“Don't make a fuss”",
    text=(
        "<p>“I want my kitchen back,” says Edwin. “But don't make a fuss. "
        "Lewis would have nowhere to go. Promise me you won't tell.”</p>"
    ),
    choices=(
        Choice(
            slug="promise",
            text="“I promise.” It is his life, and he has asked you.",
            verdict="unsafe",
            feedback="He trusts you with it, and now you carry it alone. Nobody who could help him knows.",
            next="two-days-on",
            hits=("permission",),
            misses=("information", "time"),
        ),
        Choice(
            slug="listen-and-say-what-next",
            text="“I can't promise that. I'll tell my manager, and say what you want. What matters most to you?”",
            verdict="good",
            feedback="“Lose the lock. Keep the boy,” says Edwin. You write down his words, just as he said them.",
            next="manager-listens",
            hits=("permission", "source", "information"),
        ),
        Choice(
            slug="bring-food",
            text="Bring him bread and cheese tomorrow, and leave it at that.",
            verdict="unsafe",
            feedback="He eats one good meal. The lock, the heel and the fear are still there.",
            next="two-days-on",
            misses=("information", "time"),
        ),
    ),
)

TWO_DAYS_ON = Node(
    key="two-days-on",
    title="Two days on",
    text="<p>The sore place is bigger. Edwin's belt has a new hole. He does not meet your eye.</p>",
    record=EDWIN.slug,
    rows=("weight-now", "visits-cut"),
    choices=(
        Choice(
            slug="tell-manager-all",
            text="Ring your manager now. Tell all of it, and say that you saw some of it two days ago.",
            verdict="good",
            feedback="“I'm glad you rang.” She asks about today first. The rest can be put right.",
            next="manager-listens",
            hits=("time", "information"),
        ),
        Choice(
            slug="third-note",
            text="Write a third note, and underline it.",
            verdict="unsafe",
            feedback="A note waits to be read. This one is read nine days later.",
            next="long-wait",
            misses=("time",),
        ),
    ),
)

MANAGER_LISTENS = Node(
    key="manager-listens",
    title="Your manager listens",
    text="<p>It is 10 am on Friday. “What do you think we should do?” asks your manager.</p>",
    record=EDWIN.slug,
    rows=("adult-team", "visits-cut", "weight-now"),
    choices=(
        Choice(
            slug="council-today",
            text="“Ring the council's adult team today: what I saw, the pattern, and what Edwin wants.”",
            verdict="good",
            feedback="She rings while you are there. The council asks when Edwin could be seen alone. You know.",
            next="write-for-edwin",
            hits=("source", "time", "information", "permission"),
        ),
        Choice(
            slug="monday-meeting",
            text="“Put it on the list for Monday's team meeting.”",
            verdict="unsafe",
            feedback="Three nights are a long time to be hungry. By Monday something has changed.",
            next="visits-cancelled",
            misses=("time",),
        ),
        Choice(
            slug="ask-lewis-first",
            text="“Ring Lewis first, to hear his side.”",
            verdict="unsafe",
            feedback="The council will hear him, with care. A call from you warns him before Edwin is safe.",
            next="visits-cancelled",
            misses=("permission", "source"),
        ),
    ),
)

VISITS_CANCELLED = Node(
    key="visits-cancelled",
    title="“No more visits, thanks”",
    text="<p>Lewis has cancelled all visits. Nobody from outside will see Edwin today.</p>",
    record=EDWIN.slug,
    rows=("adult-team", "power-none"),
    choices=(
        Choice(
            slug="wait-and-see",
            text="Respect it, and see whether the family rings again.",
            verdict="unsafe",
            feedback="It was not Edwin who cancelled. No power of attorney is recorded, and nobody has asked him.",
            next="long-wait",
            misses=("permission", "time"),
        ),
        Choice(
            slug="council-now",
            text=(
                "With your manager, ring the council now: the pattern, and that he is cut off. "
                "If in danger, ring 999."
            ),
            verdict="good",
            feedback="The council treats it as urgent. It plans how to see Edwin alone, today.",
            next="write-for-edwin",
            hits=("time", "source", "information"),
        ),
    ),
)

WRITE_FOR_EDWIN = Node(
    key="write-for-edwin",
    title="Your note",
    text="<p>The council has the concern. Now write your part, while you remember it.</p>",
    choices=(
        Choice(
            slug="starving-him",
            text="“Grandson is starving him.”",
            verdict="unsafe",
            feedback="You may fear it, but you did not see it. If one line is doubted, the facts are doubted too.",
            next="rewritten",
            misses=("information",),
        ),
        Choice(
            slug="words-map-times",
            text=(
                "Write Edwin's words, what you saw, times, who was there and whom you told. "
                "Mark the heel on a body map."
            ),
            verdict="good",
            feedback="Anybody can see what you saw. Your manager keeps the note where Lewis cannot read it.",
            next="own-table",
            hits=("information", "source", "permission"),
        ),
        Choice(
            slug="manager-will-write",
            text="Leave the writing to your manager. She has made the call.",
            verdict="okay",
            feedback="She writes what you told her. But you were there, and she was not: some of his words are lost.",
            next="rewritten",
            misses=("source",),
        ),
    ),
)

OWN_TABLE = Ending(
    key="own-table",
    title="At his own table",
    kind="good",
    person=(
        "<p>A social worker sees Edwin alone, and asks what he wants. The lock comes off. His visits come back. "
        "Lewis is offered help too, and a place of his own. On Sunday Edwin cooks.</p>"
    ),
    next_worker=(
        "<p>The next care worker saw Edwin's own words at the top of the plan: “Lose the lock. Keep the boy.” "
        "She saw what to watch, and whom to ring.</p>"
    ),
)

REWRITTEN = Ending(
    key="rewritten",
    title="Safe, with a harder road",
    kind="mixed",
    person=(
        "<p>The council acts, and Edwin is safe. But he has to tell it all again, twice, "
        "because the first note said too little of what was seen.</p>"
    ),
    next_worker="<p>The social worker saw a view, not what was seen. She rang you three times to ask.</p>",
)

LONG_WAIT = Ending(
    key="long-wait",
    title="Nine days",
    kind="poor",
    person=(
        "<p>Nine days later Edwin is in hospital, thin and very tired. He gets better there. "
        "“I thought you knew,” he says.</p>"
    ),
    next_worker="<p>The ward nurse opened the record. Each piece was there. Nobody had put them together.</p>",
)

LOCKED_CUPBOARD = Scenario(
    slug="the-locked-cupboard",
    title="The locked cupboard",
    introduction="<p>Edwin can decide for himself. See how his voice gets heard, and how it gets lost.</p>",
    starts=(Start(node="breakfast", label="You are Edwin's care worker"),),
    nodes=(
        BREAKFAST,
        LEWIS_STAYS,
        EDWIN_TALKS,
        TWO_DAYS_ON,
        MANAGER_LISTENS,
        VISITS_CANCELLED,
        WRITE_FOR_EDWIN,
    ),
    endings=(OWN_TABLE, REWRITTEN, LONG_WAIT),
)

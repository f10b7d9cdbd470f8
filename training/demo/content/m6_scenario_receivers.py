"""M6, the scenario as it is met in Beatrice's kitchen, and at the surgery."""

from training.demo.content.shapes import Choice, Node

RECORD = "beatrice-okonjo-hale"

FIRST_VISIT = Node(
    key="first-visit",
    title="The first visit",
    text=(
        "<p>Friday, 7 pm. You are from Kindly Home Care. This is your first visit since Beatrice was in "
        "hospital. The summary is in a system that you cannot open.</p>"
        "<p>“Do ask them,” says Beatrice.</p>"
    ),
    record=RECORD,
    rows=("home-care", "ceiling-hoist"),
    choices=(
        Choice(
            slug="her-copy-only",
            text="Ask Beatrice if you may read her paper copy, and go by that",
            verdict="okay",
            feedback="A good start, and you asked. But it may be an old draft, and your office still knows nothing.",
            next="first-cup",
            hits=("permission",),
            misses=("source",),
        ),
        Choice(
            slug="ring-the-ward",
            text="Ring the ward: what has changed? Can I have it in writing?",
            verdict="good",
            feedback="They ring back through your office, then use the secure route. By 7:20 you have it in writing.",
            next="first-cup",
            hits=("information", "source", "time", "permission"),
        ),
        Choice(
            slug="as-before",
            text="Do all as before she went in: you know her well",
            verdict="unsafe",
            feedback="You do know her. But nine days can change a lot. You follow the old chart, tablets and all.",
            next="days-of-ramipril",
            misses=("information", "time"),
        ),
    ),
)

FIRST_CUP = Node(
    key="first-cup",
    title="The first cup",
    text=(
        "<p>Beatrice would love some tea. The hospital's paper does not mention drinks. "
        "Her care plan does. The tin of thickener is on the shelf.</p>"
    ),
    record=RECORD,
    rows=("drinks-level-2", "about-tea"),
    choices=(
        Choice(
            slug="plan-stands-and-ask",
            text="Make it to level 2, and ask the ward about the gap",
            verdict="good",
            feedback="The ward says that level 2 still stands, and adds the line. Beatrice has her blue cup.",
            next="old-box",
            hits=("information", "source", "time"),
        ),
        Choice(
            slug="plain-tea",
            text="Make it plain: the newer paper says nothing about thickening",
            verdict="unsafe",
            feedback="Newer does not mean complete. Silence in one paper does not end the other.",
            next="coughing",
            misses=("information", "source"),
        ),
        Choice(
            slug="wait-for-office",
            text="Ring the office, and make the tea when they ring back",
            verdict="okay",
            feedback="It is safe. But she waits fifty minutes for a drink, and her own plan had the answer.",
            next="old-box",
            hits=("source",),
            misses=("time",),
        ),
    ),
)

COUGHING = Node(
    key="coughing",
    title="Coughing",
    text=(
        "<p>Beatrice coughs and coughs. You take the cup away and help her to sit up. "
        "After a minute she breathes well again. Her voice sounds wet.</p>"
    ),
    record=RECORD,
    rows=("drinks-level-2",),
    choices=(
        Choice(
            slug="write-it-later",
            text="Let her rest, write “coughed a little”, and ask the next visit to keep an eye on her",
            verdict="unsafe",
            feedback="She looks well enough. But tea may have gone into her lungs, and nobody knows to look.",
            next="back-in-hospital",
            misses=("information", "time"),
        ),
        Choice(
            slug="ring-for-advice",
            text="Get medical advice now; 999 if her breathing gets worse. Tell your office, thicken each drink",
            verdict="good",
            feedback="A nurse visits that evening. Her chest sounds clear. Your office tells the weekend staff.",
            next="old-box",
            hits=("information", "source", "time"),
        ),
    ),
)

OLD_BOX = Node(
    key="old-box",
    title="The old box",
    text=(
        "<p>Saturday, 8 am. There is ramipril in the kitchen, and it is on your chart. "
        "The hospital's paper says: “Ramipril stopped: kidney injury.”</p>"
    ),
    choices=(
        Choice(
            slug="give-as-charted",
            text="Give it: the chart in the house lists it",
            verdict="unsafe",
            feedback="You follow the chart, as you were taught. But the chart is older than the change.",
            next="days-of-ramipril",
            misses=("information", "source"),
        ),
        Choice(
            slug="leave-it-out-quietly",
            text="Leave it out today, and mention it on Monday",
            verdict="okay",
            feedback="You do no harm. But the worker on Sunday has the same chart, and gives it.",
            next="some-doses",
            hits=("information",),
            misses=("time",),
        ),
        Choice(
            slug="hold-ring-and-change-chart",
            text="Do not give it, and ring your office now",
            verdict="good",
            feedback=(
                "Your office checks with a pharmacist. "
                "By nine the chart is changed, and the box is put aside by your policy."
            ),
            next="quiet-weekend",
            hits=("information", "source", "time"),
        ),
    ),
)

SUMMARY_ARRIVES = Node(
    key="summary-arrives",
    title="One of sixty",
    text=(
        "<p>Monday, 8:30. You work at Ashdown Lane Surgery. Sixty papers wait. "
        "One is Beatrice's discharge summary.</p>"
        "<p>“Ramipril stopped: kidney injury. Surgery: please repeat the kidney blood test by Friday. "
        "Dr Amari to decide about ramipril.”</p>"
    ),
    record=RECORD,
    rows=("ramipril-on-repeat",),
    choices=(
        Choice(
            slug="pharmacist-and-blood-test",
            text="Pass it to the practice pharmacist, book the blood test",
            verdict="good",
            feedback="The pharmacist will compare it with the list this morning. The test is on Thursday, at home.",
            next="monday-request",
            hits=("information", "source", "time"),
        ),
        Choice(
            slug="tray-for-thursday",
            text="Put it in Dr Amari's tray, as she is back on Thursday",
            verdict="okay",
            feedback="That is within the week. But a repeat request may come first, and Friday is near.",
            next="monday-request",
            hits=("source",),
            misses=("time",),
        ),
        Choice(
            slug="file-and-go-on",
            text="File it in her record as received, and go on to the next one",
            verdict="unsafe",
            feedback="It is in her record now. But nobody has read what it asks for. A repeat goes out at noon.",
            next="days-of-ramipril",
            misses=("information", "time"),
        ),
    ),
)

MONDAY_REQUEST = Node(
    key="monday-request",
    title="Monday, at the surgery",
    text=(
        "<p>Monday, 10 am. See it now from the surgery's desk. A repeat request comes in for Beatrice: "
        "ramipril. It is on her list. Her summary came in this morning.</p>"
    ),
    record=RECORD,
    rows=("ramipril-on-repeat", "ramipril-held"),
    choices=(
        Choice(
            slug="refuse-and-leave-it",
            text="Refuse it, as the summary says “stopped”, and go on to the next",
            verdict="okay",
            feedback="It is right not to issue it. But nobody tells Beatrice or Tobi, and the old box is there.",
            next="some-doses",
            hits=("information",),
            misses=("source",),
        ),
        Choice(
            slug="compare-first",
            text="Hold it, and have the list and the summary compared first",
            verdict="good",
            feedback="Ramipril comes off repeat. Beatrice and Tobi know why, and when the blood test is.",
            next="quiet-weekend",
            hits=("information", "source", "time", "permission"),
        ),
        Choice(
            slug="reissue",
            text="Let it through, as it has been on her list for years",
            verdict="unsafe",
            feedback="The list is older than the change. By noon the box is on its way to her.",
            next="days-of-ramipril",
            misses=("information", "time"),
        ),
    ),
)

DAYS_OF_RAMIPRIL = Node(
    key="days-of-ramipril",
    title="“She's so weak”",
    text=(
        "<p>Wednesday. Tobi rings you. “She's weak and dizzy. She has had ramipril for days. "
        "Wasn't it stopped?” It was.</p>"
    ),
    record=RECORD,
    rows=("problem-kidney", "ramipril-held"),
    choices=(
        Choice(
            slug="clinician-today",
            text="Get a clinician to her today, and say what she took",
            verdict="good",
            feedback="She is seen by two, and her blood is tested. You say plainly what happened, and report it.",
            next="some-doses",
            hits=("information", "source", "time"),
        ),
        Choice(
            slug="mend-the-list-only",
            text="Have the list put right, and say that she should feel better soon",
            verdict="unsafe",
            feedback="The list is right at last. But nobody has looked at Beatrice, and her kidneys are struggling.",
            next="back-in-hospital",
            misses=("time", "source"),
        ),
    ),
)

RECEIVER_NODES: tuple[Node, ...] = (
    FIRST_VISIT,
    FIRST_CUP,
    COUGHING,
    OLD_BOX,
    SUMMARY_ARRIVES,
    MONDAY_REQUEST,
    DAYS_OF_RAMIPRIL,
)

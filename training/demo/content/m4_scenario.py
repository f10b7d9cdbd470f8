"""M4, "Two boxes in one bag": the scenario, and its first decisions on a ward, in a care home and as a pharmacist."""

from training.demo.content.m4_record import IDRIS
from training.demo.content.m4_scenario_later import ENDINGS, LATER_NODES
from training.demo.content.shapes import Choice, Node, Scenario, Start

WARD = Node(
    key="ward",
    title="12:30, Ward 4",
    text=(
        "<p>Idris has just come up, with a fast, fluttery heartbeat. His medicines must be listed. "
        "The GP list is on your screen. His bag is on the bed.</p>"
    ),
    choices=(
        Choice(
            slug="copy-gp-list",
            text="Put the GP list down as his medicines. It comes from his own doctor, and he needs a chart soon.",
            verdict="unsafe",
            feedback="For his blood thinner, that list is out of date. Warfarin is now on the chart.",
            next="first-doses",
            misses=("source", "information"),
        ),
        Choice(
            slug="compare-four-sources",
            text="Compare list, letter, pharmacy row and bag. Then ask Idris and his wife.",
            verdict="good",
            feedback="Ten minutes, four sources and the people who know. You see that the letter changed his "
            "blood thinner.",
            next="what-he-takes",
            hits=("information", "source", "time", "permission"),
        ),
        Choice(
            slug="put-both-down",
            text="Put both blood thinners down, to be on the safe side.",
            verdict="unsafe",
            feedback="Two anticoagulants together can cause serious bleeding. More is not safer.",
            next="first-doses",
            misses=("information", "source"),
        ),
    ),
    record=IDRIS.slug,
    rows=("warfarin", "clinic-letter", "apixaban-dispensed", "own-medicines"),
)

CARE_HOME = Node(
    key="care-home",
    title="12:30, Merrowfield House",
    text=(
        "<p>In your version, Idris has come to Merrowfield House for a short stay. "
        "He has felt fluttery. His GP has seen him, and is happy for him to come.</p>"
        "<p>His medicines chart must be ready before the next dose. He hands you a bag with two boxes. "
        "A colleague with access reads you these rows.</p>"
    ),
    choices=(
        Choice(
            slug="ask-carys-only",
            text="Ring his wife, and write down what she says.",
            verdict="okay",
            feedback="Carys helps: “They changed it, I think.” She is not sure, so you check the letter as well.",
            next="what-he-takes",
            hits=("permission", "time"),
            misses=("source",),
        ),
        Choice(
            slug="copy-list-to-chart",
            text="Copy the GP list onto your chart. The home goes by the GP list, and asking would take all day.",
            verdict="unsafe",
            feedback="That list still has warfarin, which the clinic stopped. Now your chart has it too.",
            next="first-doses",
            misses=("source", "information"),
        ),
        Choice(
            slug="compare-and-ask",
            text="Compare list, letter, pharmacy row and boxes. Then ask Idris and his wife.",
            verdict="good",
            feedback="You see the change before anybody gives a dose. Idris is glad that somebody read him the labels.",
            next="what-he-takes",
            hits=("information", "source", "time", "permission"),
        ),
    ),
    record=IDRIS.slug,
    rows=("warfarin", "clinic-letter", "apixaban-dispensed", "about-me"),
)

PHARMACIST = Node(
    key="pharmacist",
    title="12:30, the chart on Ward 4",
    text=(
        "<p>You are checking new charts. Idris came in this morning. His chart lists what the GP list shows, "
        "with warfarin. Nobody has given a dose yet.</p>"
        "<p>Where you read “a pharmacist” later on, it may be you.</p>"
    ),
    choices=(
        Choice(
            slug="compare-then-bedside",
            text="Open the letter and the pharmacy row. Then look in the bag with Idris.",
            verdict="good",
            feedback="The chart and the letter disagree, and the bag holds both. You ask for the dose to be held back.",
            next="what-he-takes",
            hits=("information", "source", "time", "permission"),
        ),
        Choice(
            slug="sign-it-off",
            text="Sign it off: chart and GP list match, line by line, and the chart is needed soon.",
            verdict="unsafe",
            feedback="A copy always matches what it was copied from. That is one source, seen twice.",
            next="first-doses",
            misses=("source", "information"),
        ),
        Choice(
            slug="mark-not-confirmed",
            text="Mark warfarin “not confirmed, do not give yet”, and ask the practice to check its list.",
            verdict="okay",
            feedback="Safe for the moment. But the letter, the bag and Idris were all nearer than the practice.",
            next="what-he-takes",
            hits=("time",),
            misses=("source",),
        ),
    ),
    record=IDRIS.slug,
    rows=("warfarin",),
)

FIRST_DOSES = Node(
    key="first-doses",
    title="13:00, the first doses",
    text=(
        "<p>A colleague reads the chart and brings warfarin. Idris frowns.</p>"
        "<p>“I had my new one this morning,” he says. “Do I get this one as well?” "
        "Your colleague turns to you.</p>"
    ),
    choices=(
        Choice(
            slug="chart-says-so",
            text="“It's on the chart, and the chart comes from his own GP's list, so yes.”",
            verdict="unsafe",
            feedback="Idris swallows it, as he trusts you. That makes two anticoagulants in one day.",
            next="both-taken",
            misses=("information", "source"),
        ),
        Choice(
            slug="stop-and-compare",
            text="“Please hold it back.” Go through letter, boxes and list with Idris.",
            verdict="good",
            feedback="He saw what the chart did not. You find the letter within two minutes.",
            next="what-he-takes",
            hits=("information", "source", "time"),
        ),
    ),
    record=IDRIS.slug,
    rows=("warfarin", "clinic-letter"),
)

BOTH_TAKEN = Node(
    key="both-taken",
    title="14:15, two in one day",
    text=(
        "<p>Idris has had apixaban and warfarin today. He feels well so far. "
        "Only now do you read the letter: warfarin was stopped seven weeks ago.</p>"
    ),
    choices=(
        Choice(
            slug="tell-now",
            text="Tell a prescriber and a pharmacist now, tell Idris, and report it.",
            verdict="good",
            feedback="They act at once and watch him closely. You note the dose and report it. Idris is shaken. "
            "He says that he takes the pink ones when fluttery, too.",
            next="write-it-up",
            hits=("information", "time"),
        ),
        Choice(
            slug="watch-quietly",
            text="Say nothing for now, so as not to worry him, and keep an eye on him until the round.",
            verdict="unsafe",
            feedback="Minutes later Carys arrives, and asks. “He takes pink ones when he is fluttery, too!” "
            "Only now do you tell the prescriber.",
            next="write-it-up",
            misses=("time", "information"),
        ),
    ),
    record=IDRIS.slug,
    rows=("warfarin", "clinic-letter", "apixaban-dispensed"),
)

TWO_BOXES = Scenario(
    slug="two-boxes-in-one-bag",
    title="Two boxes in one bag",
    introduction=(
        "<p>Four decisions, from the first list to the line that goes home with Idris. "
        "He has agreed that you may look, and that you may talk to his wife, Carys.</p>"
    ),
    starts=(
        Start(node="ward", label="You are the ward nurse"),
        Start(
            node="care-home",
            label="You work at Merrowfield House, a care home",
            roles=("care-home-nurse", "care-worker"),
        ),
        Start(node="pharmacist", label="You are the ward pharmacist", roles=("pharmacy",)),
    ),
    nodes=(WARD, CARE_HOME, PHARMACIST, FIRST_DOSES, BOTH_TAKEN, *LATER_NODES),
    endings=ENDINGS,
)

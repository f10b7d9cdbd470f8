"""The publishing check accepts exactly the sound scenarios; best paths are best; maps have no boxes on each other."""

from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from modules.scenarios.graph import Choice, Ending, Node, Scenario, Start
from modules.scenarios.map import BOX_HEIGHT, BOX_WIDTH, draw
from modules.scenarios.paths import best_path
from modules.scenarios.soundness import faults

KEYS = ["a", "b", "c", "d", "e"]
ENDS = ["x", "y"]
VERDICTS = ["good", "okay", "unsafe"]


@st.composite
def scenarios(draw_: Any) -> Scenario:
    """Any graph: names twice, leads nowhere, islands, cycles, and sound ones."""
    keys = draw_(st.lists(st.sampled_from(KEYS), min_size=1, max_size=5, unique=draw_(st.booleans())))
    ends = draw_(st.lists(st.sampled_from(ENDS), min_size=1, max_size=2, unique=True))
    targets = st.sampled_from([*keys, *ends, *ends, *draw_(st.sampled_from([[], ["nowhere"]]))])
    choices = st.builds(
        Choice,
        id=st.uuids().map(str),
        text=st.just("Do"),
        verdict=st.sampled_from(VERDICTS),
        feedback=st.sampled_from(["So.", "So.", "So.", " "]),
        next=targets,
    )
    few = draw_(st.sampled_from([1, 2, 2, 2]))
    nodes = tuple(
        Node(key=key, title=key, text="", choices=tuple(draw_(st.lists(choices, min_size=few, max_size=3))))
        for key in keys
    )
    endings = tuple(
        Ending(key=key, title=key, kind=draw_(st.sampled_from(["good", "poor"])), person="", next_worker="")
        for key in ends
    )
    other = (
        [Start(node=draw_(st.sampled_from(keys)), label="", roles=("nurse",))] if draw_(st.booleans()) else []
    )
    starts = (*other, Start(node=keys[0], label=""))
    return Scenario(id="s", title="", introduction="", starts=starts, nodes=nodes, endings=endings)


def walks(scenario: Scenario, start: str, *, only_good: bool = False) -> set[str]:
    """Every key that can be reached, the slow way: until nothing is added."""
    found = {start}
    while True:
        more = {
            choice.next
            for node in scenario.nodes
            if node.key in found
            for choice in node.choices
            if not only_good or choice.verdict == "good"
        } | found
        if more == found:
            return found
        found = more


def is_sound(scenario: Scenario) -> bool:
    """The definition, word by word."""
    keys = [node.key for node in scenario.nodes] + [ending.key for ending in scenario.endings]
    ends = {ending.key for ending in scenario.endings}
    happy = {ending.key for ending in scenario.endings if ending.kind == "good"}
    choices = [choice for node in scenario.nodes for choice in node.choices]
    starts = [start.node for start in scenario.starts]
    return (
        len(keys) == len(set(keys))
        and all(len(node.choices) >= 2 for node in scenario.nodes)
        and all(choice.next in keys and choice.feedback.strip() for choice in choices)
        and set().union(*(walks(scenario, start) for start in starts)) == set(keys)
        and all(walks(scenario, node.key) & ends for node in scenario.nodes)
        and all(walks(scenario, start, only_good=True) & happy for start in starts)
    )


@given(scenarios())
def test_it_accepts_exactly_the_sound_ones(scenario: Scenario) -> None:
    assert (not faults(scenario)) == is_sound(scenario)


@given(scenarios())
def test_each_fault_is_at_a_place_that_there_is(scenario: Scenario) -> None:
    places = {"starts": scenario.starts, "nodes": scenario.nodes, "endings": scenario.endings}
    for fault in faults(scenario):
        assert fault.message.endswith(".")
        if fault.kind:
            assert 0 <= fault.index < len(places[fault.kind])
        if fault.choice is not None:
            assert 0 <= fault.choice < len(scenario.nodes[fault.index].choices)


@given(scenarios())
def test_the_best_path_is_made_of_good_choices_and_none_is_shorter(scenario: Scenario) -> None:
    start = scenario.nodes[0].key
    path = best_path(scenario, start)
    if path is None:
        return
    at = start
    for step in path.steps:
        assert step.node.key == at
        assert step.choice.verdict == "good"
        at = step.choice.next
    assert at == path.ending.key
    assert path.ending.kind == "good"
    shorter = {start}
    for _ in range(len(path.steps) - 1):
        shorter |= {
            choice.next
            for key in shorter
            if (node := scenario.node(key))
            for choice in node.choices
            if choice.verdict == "good"
        }
    happy = {
        ending.key for ending in scenario.endings if ending.kind == "good" and not scenario.node(ending.key)
    }
    assert not (shorter & happy)


@given(scenarios())
def test_every_situation_has_a_box_of_its_own_place_inside_the_map(scenario: Scenario) -> None:
    drawn = draw(scenario)
    keys = {node.key for node in scenario.nodes} | {ending.key for ending in scenario.endings}
    assert {box.key for box in drawn.boxes} == keys
    for one, other in combinations(drawn.boxes, 2):
        assert abs(one.x - other.x) >= BOX_WIDTH or abs(one.y - other.y) >= BOX_HEIGHT
    for box in drawn.boxes:
        assert 0 <= box.x <= drawn.width - BOX_WIDTH
        assert 0 <= box.y <= drawn.height - BOX_HEIGHT


def test_an_empty_draft_has_a_map() -> None:
    empty = Scenario(id="s", title="", introduction="", starts=(), nodes=(), endings=())
    assert draw(empty).boxes == ()

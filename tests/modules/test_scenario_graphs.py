"""The publishing check accepts exactly the sound scenarios; best paths are best."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import find, given, settings

from modules.scenarios.graph import Choice, Ending, Node, Scenario, Start
from modules.scenarios.paths import best_path
from modules.scenarios.soundness import faults
from tests.modules.scenario_graphs import RECORD, is_sound, scenarios, walks


@settings(max_examples=400)
@given(scenarios())
def test_it_accepts_exactly_the_sound_ones(scenario: Scenario) -> None:
    assert (not faults(scenario)) == is_sound(scenario)


@pytest.mark.parametrize("wanted", [True, False])
def test_the_random_scenarios_hold_sound_ones_of_some_size_and_others(wanted: bool) -> None:
    found = find(
        scenarios(),
        lambda scenario: is_sound(scenario) is wanted and len(scenario.nodes) > 2,
        settings=settings(max_examples=5000, database=None),
    )
    assert (not faults(found)) is wanted


@given(scenarios(drafts=True))
def test_each_fault_is_at_a_place_that_there_is(scenario: Scenario) -> None:
    places: Any = {"starts": scenario.starts, "nodes": scenario.nodes, "endings": scenario.endings}
    for fault in faults(scenario):
        assert fault.message.endswith(".")
        if fault.kind:
            assert 0 <= fault.index < len(places[fault.kind])
        if fault.choice is not None:
            assert 0 <= fault.choice < len(scenario.nodes[fault.index].choices)


@given(scenarios())
def test_the_best_path_is_made_of_good_choices_and_none_is_shorter(scenario: Scenario) -> None:
    start = scenario.nodes[0].key
    happy = {each.key for each in scenario.endings if each.kind == "good"} - {n.key for n in scenario.nodes}
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
    assert best_path(scenario, start) == path
    within = {start}
    for _ in range(len(path.steps) - 1):
        nodes = [node for key in within if (node := scenario.node(key))]
        within |= {choice.next for node in nodes for choice in node.choices if choice.verdict == "good"}
    assert not within & happy


@given(scenarios())
def test_there_is_a_best_path_wherever_good_choices_lead_to_a_good_ending(scenario: Scenario) -> None:
    if is_sound(scenario):
        for start in scenario.starts:
            assert best_path(scenario, start.node)
    happy = {each.key for each in scenario.endings if each.kind == "good"}
    first = scenario.nodes[0].key
    assert best_path(scenario, first) is None or walks(scenario, first, only_good=True) & happy


def do(leads_to: str, verdict: str = "good", feedback: str = "So.") -> Choice:
    return Choice(id=f"{leads_to} {verdict}", text="Do", verdict=verdict, feedback=feedback, next=leads_to)


def at(key: str, *choices: Choice, **more: Any) -> Node:
    return Node(key=key, title=key, text="", choices=choices, **more)


def end(key: str, kind: str = "good") -> Ending:
    return Ending(key=key, title=key, kind=kind, person="", next_worker="")


SOUND = Scenario(
    id="s",
    title="",
    introduction="",
    starts=(Start(node="a", label="All"), Start(node="b", label="Nurse", roles=("nurse",))),
    nodes=(at("a", do("b"), do("b", "unsafe")), at("b", do("x"), do("y", "okay"))),
    endings=(end("x"), end("y", "poor")),
)
A, B = SOUND.nodes


@pytest.mark.parametrize(
    ("change", "message", "place"),
    [
        ({"endings": (end("x"), end("y"), end("y"))}, "The short name “y” is used twice.", ("endings", 2)),
        ({"endings": (*SOUND.endings, end("a"))}, "The short name “a” is used twice.", ("nodes", 0)),
        ({"nodes": (at("a", do("b"), do("z")), B)}, "It leads to “z”, which is not there.", ("nodes", 0, 1)),
        ({"nodes": (at("a", do("b"), do("")), B)}, "Say where it leads.", ("nodes", 0, 1)),
        ({"nodes": (at("a", do("b"), do("b", "okay", " ")), B)}, "Say what comes of", ("nodes", 0, 1)),
        ({"nodes": (at("a", do("b")), B)}, "Give at least two choices.", ("nodes", 0)),
        ({"nodes": (A, B, at("c", do("x"), do("y")))}, "Nothing leads here.", ("nodes", 2)),
        ({"endings": (*SOUND.endings, end("z"))}, "Nothing leads here.", ("endings", 2)),
        ({"nodes": (at("a", do("b"), do("c")), B, at("c", do("c"), do("c")))}, "No ending can", ("nodes", 2)),
        ({"endings": (end("x", "mixed"), end("y"))}, "No path of good choices", ("starts", 0)),
        ({"starts": (Start(node="z", label=""),)}, "No situation is called “z”.", ("starts", 0)),
        ({"starts": (Start(node="x", label=""),)}, "No situation is called “x”.", ("starts", 0)),
        ({"starts": (Start(node="", label=""),)}, "Say where it begins.", ("starts", 0)),
        ({"starts": SOUND.starts[1:]}, "Exactly one start must be for everybody else", ("", -1)),
        ({"starts": (*SOUND.starts, SOUND.starts[0])}, "Exactly one start must be for", ("", -1)),
        ({"starts": (*SOUND.starts, SOUND.starts[1])}, "Two starts are for the role “nurse”.", ("starts", 2)),
        ({"nodes": (replace(A, rows=("letter",)), B)}, "Choose the record whose rows", ("nodes", 0)),
        ({"nodes": (replace(A, rows=("gone",), record=RECORD), B)}, "has no row “gone”.", ("nodes", 0)),
    ],
)
def test_each_fault_is_named_where_it_is(change: Any, message: str, place: tuple[Any, ...]) -> None:
    assert faults(SOUND) == ()
    found = {
        (fault.kind, fault.index, fault.choice): fault.message for fault in faults(replace(SOUND, **change))
    }
    kind, index, *choice = place
    assert message in found[(kind, index, choice[0] if choice else None)]

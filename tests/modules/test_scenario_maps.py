"""The map of a scenario: a box for each situation and ending, none on another, and arrows that pass between them."""

import re
from collections.abc import Iterator
from itertools import combinations

from hypothesis import given

from modules.scenarios.graph import Choice, Ending, Node, Scenario, Start
from modules.scenarios.map import Arrow, Box, Map, draw
from modules.scenarios.soundness import faults
from tests.modules.scenario_graphs import scenarios

Point = tuple[float, float]


@given(scenarios(drafts=True))
def test_every_situation_and_ending_has_a_box_inside_the_map_and_none_is_on_another(
    scenario: Scenario,
) -> None:
    drawn = draw(scenario)
    keys = [node.key for node in scenario.nodes] + [ending.key for ending in scenario.endings]
    assert sorted(box.key for box in drawn.boxes) == sorted(keys)
    for one, other in combinations(drawn.boxes, 2):
        assert (
            one.x + one.width <= other.x
            or other.x + other.width <= one.x
            or one.bottom <= other.y
            or other.bottom <= one.y
        )
    for box in drawn.boxes:
        assert 0 <= box.x <= drawn.width - box.width
        assert 0 <= box.y <= drawn.height - box.height


def points(arrow: Arrow) -> Iterator[Point]:
    """Some points along the path of an arrow."""
    x = y = 0.0
    for command, text in re.findall(r"([MCVH])([^MCVH]*)", arrow.curve):
        numbers = [float(each) for each in text.split()]
        before = (x, y)
        if command == "C":
            control = [before, *zip(numbers[::2], numbers[1::2], strict=True)]
            x, y = control[3]
            for step in range(1, 20):
                t = step / 20
                share = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
                yield (
                    sum(s * c[0] for s, c in zip(share, control, strict=True)),
                    sum(s * c[1] for s, c in zip(share, control, strict=True)),
                )
        else:
            x = numbers[0] if command in "MH" else x
            y = numbers[-1] if command in "MV" else y
            if command != "M":
                yield from (
                    (before[0] + (x - before[0]) * n / 20, before[1] + (y - before[1]) * n / 20)
                    for n in range(1, 20)
                )


def inside(box: Box, point: Point) -> bool:
    return box.x < point[0] < box.x + box.width and box.y < point[1] < box.bottom


@given(scenarios(drafts=True))
def test_no_arrow_passes_through_a_box_or_out_of_the_map(scenario: Scenario) -> None:
    drawn = draw(scenario)
    for arrow in drawn.arrows:
        for point in points(arrow):
            assert not any(inside(box, point) for box in drawn.boxes)
            assert 0 <= point[0] <= drawn.width
            assert 0 <= point[1] <= drawn.height


@given(scenarios(drafts=True))
def test_every_choice_that_leads_somewhere_is_an_arrow_with_its_verdict(scenario: Scenario) -> None:
    there = {each.key for each in (*scenario.nodes, *scenario.endings) if each.key}
    leading = [c.verdict for node in scenario.nodes for c in node.choices if c.next in there]
    assert sorted(arrow.verdict for arrow in draw(scenario).arrows) == sorted(leading)


@given(scenarios(drafts=True))
def test_every_fault_is_shown_and_what_no_start_leads_to_stands_apart(scenario: Scenario) -> None:
    drawn = draw(scenario)
    shown = [*drawn.loose, *(fault for box in drawn.boxes for fault in box.faults)]
    assert len(shown) == len(faults(scenario))
    assert all(any(one.endswith(fault.message) for one in shown) for fault in faults(scenario))
    for box in drawn.boxes:
        if "Nothing leads here." in box.faults:
            assert drawn.apart is not None
            assert box.y > drawn.apart


def test_an_empty_draft_has_a_map() -> None:
    empty = Scenario(id="s", title="", introduction="", starts=(), nodes=(), endings=())
    drawn = draw(empty)
    assert drawn.boxes == ()
    assert drawn.has_faults


def choice(leads_to: str) -> Choice:
    return Choice(id=leads_to, text="Do", verdict="good", feedback="So.", next=leads_to)


def test_who_recovers_from_a_mistake_comes_back_further_down() -> None:
    def node(key: str, *onward: str) -> Node:
        return Node(key=key, title=key, text="", choices=tuple(choice(each) for each in onward))

    scenario = Scenario(
        id="s",
        title="",
        introduction="",
        starts=(Start(node="first", label="All"),),
        nodes=(
            node("second", "end", "end"),
            node("first", "second", "trouble"),
            node("trouble", "second", "end"),
        ),
        endings=(Ending(key="end", title="End", kind="good", person="", next_worker=""),),
    )
    drawn: Map = draw(scenario)
    by_depth = sorted(drawn.boxes, key=lambda box: box.y)
    assert [box.key for box in by_depth] == ["first", "trouble", "second", "end"]
    assert drawn.apart is None
    assert not drawn.has_faults

"""Where the boxes and arrows of a scenario's map stand. Standard library only.

Situations stand in rows by their distance from the nearest start; endings in the last row; what nothing leads to apart.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from modules.scenarios.graph import Scenario
from modules.scenarios.soundness import faults

BOX_WIDTH, BOX_HEIGHT = 150, 56
GAP_ACROSS, GAP_DOWN = 24, 64
MARGIN = 16


@dataclass(frozen=True, slots=True)
class Box:
    """A situation or an ending: its upper left corner, in pixels, and what is wrong with it."""

    key: str
    title: str
    kind: str
    x: int
    y: int
    is_start: bool
    faults: tuple[str, ...]

    @property
    def middle(self) -> int:
        """Halfway across."""
        return self.x + BOX_WIDTH // 2

    @property
    def bottom(self) -> int:
        """Its lower edge."""
        return self.y + BOX_HEIGHT


@dataclass(frozen=True, slots=True)
class Arrow:
    """A choice, as the curve of an SVG path from one box to another."""

    verdict: str
    label: str
    curve: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Map:
    """The whole map, `width` by `height` pixels."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    width: int
    height: int


def draw(scenario: Scenario) -> Map:
    """Lay a scenario out, sound or not: an unfinished draft has a map, too."""
    rows = _rows(scenario)
    wrong: dict[str, list[str]] = {}
    for fault in faults(scenario):
        wrong.setdefault(fault.key, []).append(fault.message)
    boxes = {box.key: box for box in _boxes(scenario, rows, wrong)}
    across = max((len(row) for row in rows), default=1)
    return Map(
        tuple(boxes.values()),
        tuple(_arrows(scenario, boxes)),
        width=2 * MARGIN + across * BOX_WIDTH + (across - 1) * GAP_ACROSS,
        height=2 * MARGIN + len(rows) * BOX_HEIGHT + max(0, len(rows) - 1) * GAP_DOWN,
    )


def _rows(scenario: Scenario) -> list[list[str]]:
    """Keys by row."""
    depth = {start.node: 0 for start in scenario.starts if scenario.node(start.node)}
    waiting = deque(depth)
    while waiting:
        node = scenario.node(waiting.popleft())
        for choice in node.choices if node else ():
            if scenario.node(choice.next) and choice.next not in depth:
                depth[choice.next] = depth[node.key] + 1  # type: ignore[union-attr]
                waiting.append(choice.next)
    rows: dict[int, list[str]] = {}
    for key in dict.fromkeys(node.key for node in scenario.nodes):
        rows.setdefault(depth.get(key, len(scenario.nodes)), []).append(key)
    endings = list(dict.fromkeys(each.key for each in scenario.endings if not scenario.node(each.key)))
    return [*(rows[number] for number in sorted(rows)), *([endings] if endings else [])]


def _boxes(scenario: Scenario, rows: list[list[str]], wrong: dict[str, list[str]]) -> Iterator[Box]:
    starts = {start.node for start in scenario.starts}
    for down, row in enumerate(rows):
        for across, key in enumerate(row):
            ending = None if scenario.node(key) else scenario.ending(key)
            found = ending or scenario.node(key)
            yield Box(
                key,
                found.title if found else key,
                f"ending-{ending.kind}" if ending else "node",
                x=MARGIN + across * (BOX_WIDTH + GAP_ACROSS),
                y=MARGIN + down * (BOX_HEIGHT + GAP_DOWN),
                is_start=key in starts,
                faults=tuple(wrong.get(key, ())),
            )


def _arrows(scenario: Scenario, boxes: dict[str, Box]) -> Iterator[Arrow]:
    for node in scenario.nodes:
        for number, choice in enumerate(node.choices):
            tail, head = boxes[node.key], boxes.get(choice.next)
            if head:
                yield _arrow(
                    tail, head, choice.verdict, f"{node.key}: {choice.text}", number, len(node.choices)
                )


def _arrow(tail: Box, head: Box, verdict: str, label: str, number: int, of: int) -> Arrow:
    """From the lower edge of one box to the upper edge of another; back to one above by the side."""
    x = tail.x + BOX_WIDTH * (number + 1) // (of + 1)
    if head.y > tail.y:
        bend = (head.y - tail.bottom) // 2
        curve = f"M{x} {tail.bottom} C{x} {tail.bottom + bend} {head.middle} {head.y - bend} {head.middle} {head.y}"
        return Arrow(verdict, label, curve, (x + head.middle) // 2, (tail.bottom + head.y) // 2)
    side, middle = max(tail.x, head.x) + BOX_WIDTH + GAP_ACROSS // 2, head.y + BOX_HEIGHT // 2
    down = f"C{x} {tail.bottom + 40} {side + 30} {tail.bottom} {side} {middle}"
    curve = f"M{x} {tail.bottom} {down} L{head.x + BOX_WIDTH} {middle}"
    return Arrow(verdict, label, curve, side, (tail.bottom + middle) // 2)

"""Where the boxes and arrows of a scenario's map stand, in pixels. Standard library only.

It draws whatever there is: drafts have names that are missing or alike, and choices that lead nowhere yet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from modules.scenarios.graph import Node, Scenario
from modules.scenarios.lanes import LANE, chains, with_lanes
from modules.scenarios.layers import Spot, Way, layers, spots_by_name, ways
from modules.scenarios.soundness import Fault, faults

BOX_WIDTH, TITLE_HEIGHT, START_HEIGHT = 184, 56, 34
FAULT_LINE, LETTERS_A_LINE, LONGEST_FAULT = 15, 24, 84
LANE_WIDTH, SIDE_LANE = 12, 12
GAP_ACROSS, GAP_DOWN, GAP_APART = 24, 76, 40
MARGIN = 16


@dataclass(frozen=True, slots=True)
class Box:
    """A situation or an ending: its upper left corner, its height, who begins there and what is wrong with it."""

    key: str
    title: str
    kind: str
    x: int
    y: int
    height: int
    starts: tuple[str, ...]
    faults: tuple[str, ...]

    @property
    def width(self) -> int:
        """The same for each."""
        return BOX_WIDTH

    @property
    def bottom(self) -> int:
        """Its lower edge."""
        return self.y + self.height

    @property
    def is_ending(self) -> bool:
        """Whether nothing follows."""
        return self.kind.startswith("ending")


@dataclass(frozen=True, slots=True)
class Arrow:
    """A choice, as an SVG path from one box to another, and where its verdict is written."""

    verdict: str
    label: str
    curve: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Map:
    """The whole map. `apart` is where the part begins that no start leads to; `loose` are faults that have no box."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    width: int
    height: int
    apart: int | None
    loose: tuple[str, ...]

    @property
    def has_faults(self) -> bool:
        """Whether anything is wrong."""
        return bool(self.loose) or any(box.faults for box in self.boxes)


def draw(scenario: Scenario) -> Map:
    """Lay a scenario out, sound or not."""
    found = ways(scenario)
    joined, apart = layers(scenario, found)
    down = chains([*joined, *apart], found)
    rows = with_lanes([*joined, *apart], found, down)
    wrong, loose = _faults_by_spot(scenario)
    grid = _Grid(scenario, rows, wrong, first_apart=len(joined) if apart else None)
    back = [number for number in range(len(found)) if number not in down]
    arrows = [
        *(grid.arrow_down(found[number], chain) for number, chain in down.items()),
        *(grid.arrow_back(found[number], lane) for lane, number in enumerate(back)),
    ]
    width = grid.width + (len(back) + 1) * SIDE_LANE * bool(back)
    return Map(tuple(grid.boxes.values()), tuple(arrows), width, grid.height, grid.apart, tuple(loose))


def _faults_by_spot(scenario: Scenario) -> tuple[dict[Spot, list[str]], list[str]]:
    """Faults in words: at the situation or ending that they concern, and those that concern none."""
    named, loose = spots_by_name(scenario), []
    wrong: dict[Spot, list[str]] = {}
    for fault in faults(scenario):
        spot = named.get(fault.key) if fault.kind == "starts" else (fault.kind, fault.index)
        if fault.kind and spot and (fault.kind != "starts" or scenario.node(fault.key)):
            wrong.setdefault(spot, []).append(_in_words(fault))
        else:
            loose.append(_in_words(fault))
    return wrong, loose


def _in_words(fault: Fault) -> str:
    if fault.choice is not None:
        return f"Choice {fault.choice + 1}: {fault.message}"
    return f"Start {fault.index + 1}: {fault.message}" if fault.kind == "starts" else fault.message


class _Grid:
    """Rows of boxes and lanes. In a row all are as high as its highest, so that between rows there are no boxes."""

    def __init__(
        self,
        scenario: Scenario,
        rows: Sequence[Sequence[Spot]],
        wrong: dict[Spot, list[str]],
        *,
        first_apart: int | None,
    ) -> None:
        self.scenario, self.wrong = scenario, wrong
        self.boxes: dict[Spot, Box] = {}
        self.lanes: dict[Spot, list[tuple[int, int, int]]] = {}
        self.apart: int | None = None
        self.width = 2 * MARGIN + max((_width(row) for row in rows), default=BOX_WIDTH)
        y = 2 * MARGIN
        for number, row in enumerate(rows):
            if number == first_apart:
                self.apart, y = y, y + GAP_APART
            y = self._place(row, y) + GAP_DOWN
        ends = bool(rows) and all(spot[0] == "endings" for spot in rows[-1])
        self.height = y - GAP_DOWN + MARGIN if ends else y

    def _place(self, row: Sequence[Spot], y: int) -> int:
        """Place a row in the middle of the width. Returns its lower edge."""
        height = max((self._height(spot) for spot in row if spot[0] != LANE), default=TITLE_HEIGHT)
        x = (self.width - _width(row)) // 2
        for spot in row:
            if spot[0] == LANE:
                self.lanes.setdefault(spot, []).append((x + LANE_WIDTH // 2, y, y + height))
            else:
                self.boxes[spot] = self._box(spot, x, y, height)
            x += (LANE_WIDTH if spot[0] == LANE else BOX_WIDTH) + GAP_ACROSS
        return y + height

    def _starts(self, spot: Spot) -> tuple[str, ...]:
        key = self.scenario.nodes[spot[1]].key if spot[0] == "nodes" else ""
        return tuple(start.label for start in self.scenario.starts if key and start.node == key)

    def _height(self, spot: Spot) -> int:
        lines = sum(
            ceil(min(len(fault) + 2, LONGEST_FAULT) / LETTERS_A_LINE) for fault in self.wrong.get(spot, ())
        )
        return TITLE_HEIGHT + len(self._starts(spot)) * START_HEIGHT + lines * (FAULT_LINE + 2)

    def _box(self, spot: Spot, x: int, y: int, height: int) -> Box:
        kind, index = spot
        found = self.scenario.nodes[index] if kind == "nodes" else self.scenario.endings[index]
        looks = "situation" if isinstance(found, Node) else f"ending-{found.kind or 'open'}"
        starts, wrong = self._starts(spot), tuple(self.wrong.get(spot, ()))
        return Box(found.key, found.title, looks, x, y, height, starts, wrong)

    def _port(self, way: Way) -> int:
        """Where on the lower edge of its situation a choice leaves."""
        of = len(self.scenario.nodes[way.tail[1]].choices)
        return self.boxes[way.tail].x + BOX_WIDTH * (way.number + 1) // (of + 1)

    def _arrow(self, way: Way, curve: str) -> Arrow:
        tail, head = self.boxes[way.tail], self.boxes[way.head]
        label = f"{tail.title or tail.key}: {way.choice.text} → {head.title or head.key}"
        return Arrow(
            way.choice.verdict, label, curve, self._port(way), tail.bottom + 16 + 13 * (way.number % 2)
        )

    def arrow_down(self, way: Way, chain: Sequence[Spot]) -> Arrow:
        """Through its lanes to the upper edge of where it leads."""
        x, y, head = self._port(way), self.boxes[way.tail].bottom, self.boxes[way.head]
        curve = f"M{x} {y}"
        stops = [*(self.lanes[chain[1]] if len(chain) > 2 else ()), (head.x + BOX_WIDTH // 2, head.y, head.y)]
        for to, top, bottom in stops:
            bend = (top - y) // 2
            curve += f" C{x} {y + bend} {to} {top - bend} {to} {top}" + (
                f" V{bottom}" if bottom > top else ""
            )
            x, y = to, bottom
        return self._arrow(way, curve)

    def arrow_back(self, way: Way, lane: int) -> Arrow:
        """Back up by the side."""
        tail, head = self.boxes[way.tail], self.boxes[way.head]
        side, shift = self.width + lane * SIDE_LANE, lane % 5 * 4
        under, over = tail.bottom + 34 + shift, head.y - 10 - shift // 2
        to = head.x + BOX_WIDTH - 16 - shift
        curve = f"M{self._port(way)} {tail.bottom} V{under} H{side} V{over} H{to} V{head.y}"
        return self._arrow(way, curve)


def _width(row: Sequence[Spot]) -> int:
    return sum(LANE_WIDTH if spot[0] == LANE else BOX_WIDTH for spot in row) + GAP_ACROSS * (len(row) - 1)

"""In which row of a scenario's map each situation and ending stands. Standard library only.

Arrows lead down wherever they can: a situation stands below all that lead to it, but for ways back. Endings stand last.
What no start leads to stands apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from modules.scenarios.graph import Choice, Scenario

type Spot = tuple[str, int]
"""A situation, ("nodes", 3), or an ending, ("endings", 0), by its place: in a draft, names are alike or missing."""


@dataclass(frozen=True, slots=True)
class Way:
    """A choice that leads from one spot to another. `number` counts the choices of its situation from 0."""

    tail: Spot
    head: Spot
    choice: Choice
    number: int


def spots_by_name(scenario: Scenario) -> dict[str, Spot]:
    """Where choices lead by name. Of two of one name, the one that `Scenario.node` gives."""
    endings = {ending.key: ("endings", index) for index, ending in enumerate(scenario.endings)}
    nodes = {node.key: ("nodes", index) for index, node in enumerate(scenario.nodes)}
    return {key: spot for key, spot in (endings | nodes).items() if key}


def ways(scenario: Scenario) -> tuple[Way, ...]:
    """Every choice that leads somewhere."""
    spots = spots_by_name(scenario)
    return tuple(
        Way(("nodes", index), spots[choice.next], choice, number)
        for index, node in enumerate(scenario.nodes)
        for number, choice in enumerate(node.choices)
        if choice.next in spots
    )


def layers(scenario: Scenario, found: Sequence[Way]) -> tuple[list[list[Spot]], list[list[Spot]]]:
    """The rows of what can be reached from the starts, and the rows of the rest."""
    named = spots_by_name(scenario)
    starts = [named[start.node] for start in scenario.starts if scenario.node(start.node) and start.node]
    onward: dict[Spot, list[Spot]] = {}
    for way in found:
        onward.setdefault(way.tail, []).append(way.head)
    nodes = [("nodes", index) for index in range(len(scenario.nodes))]
    endings = [("endings", index) for index in range(len(scenario.endings))]
    joined = _downwards(starts, onward)
    apart = [spot for spot in _downwards([*nodes, *endings], onward) if spot not in set(joined)]
    return _rows(joined, onward), _rows(apart, onward)


def _downwards(roots: Iterable[Spot], onward: Mapping[Spot, Sequence[Spot]]) -> list[Spot]:
    """What can be reached from these, each before all that it leads to, but for ways back."""
    seen: set[Spot] = set()
    left: list[Spot] = []
    waiting = [(root, False) for root in roots]
    while waiting:
        spot, is_done = waiting.pop()
        if is_done:
            left.append(spot)
        elif spot not in seen:
            seen.add(spot)
            waiting.append((spot, True))
            waiting += [(head, False) for head in onward.get(spot, ())]
    return left[::-1]


def _rows(spots: Sequence[Spot], onward: Mapping[Spot, Sequence[Spot]]) -> list[list[Spot]]:
    order = {spot: number for number, spot in enumerate(spots)}
    depth = dict.fromkeys(spots, 0)
    for spot in spots:
        for head in onward.get(spot, ()):
            if order.get(head, -1) > order[spot]:
                depth[head] = max(depth[head], depth[spot] + 1)
    lowest = max((depth[spot] + 1 for spot in spots if spot[0] == "nodes"), default=0)
    rows: list[list[Spot]] = [[] for _ in range(lowest + 1)]
    for spot in sorted(spots, key=lambda each: each[1]):
        rows[depth[spot] if spot[0] == "nodes" else lowest].append(spot)
    return [row for row in rows if row]

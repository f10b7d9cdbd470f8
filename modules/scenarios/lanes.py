"""Which way the arrows of a scenario's map take: down through lanes between the boxes. Standard library only."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import mean

from modules.scenarios.layers import Spot, Way

LANE = "lane"


def chains(rows: Sequence[Sequence[Spot]], found: Sequence[Way]) -> dict[int, list[Spot]]:
    """For each way that leads down, by its number: its spots from row to row, with a lane wherever it passes a row."""
    row_of = {spot: number for number, row in enumerate(rows) for spot in row}
    down = {}
    for number, way in enumerate(found):
        passed = row_of[way.head] - row_of[way.tail] - 1
        if passed >= 0:
            down[number] = [way.tail, *[(LANE, number)] * passed, way.head]
    return down


def with_lanes(
    rows: Sequence[Sequence[Spot]], found: Sequence[Way], down: dict[int, list[Spot]]
) -> list[list[Spot]]:
    """The rows with the lanes that pass through them, each spot as near as may be to what leads to it."""
    row_of = {spot: number for number, row in enumerate(rows) for spot in row}
    full = [list(row) for row in rows]
    leads_to: dict[tuple[int, Spot], list[Spot]] = {}
    for number, chain in down.items():
        top = row_of[found[number].tail]
        for step, (above, here) in enumerate(pairwise(chain), start=top + 1):
            leads_to.setdefault((step, here), []).append(above)
            if here[0] == LANE:
                full[step].append(here)
    for number in range(1, len(full)):
        full[number] = _ordered(full[number - 1], full[number], number, leads_to)
    return full


def _ordered(
    above: Sequence[Spot], row: Sequence[Spot], number: int, leads_to: dict[tuple[int, Spot], list[Spot]]
) -> list[Spot]:
    """A row, ordered by the middle of what leads to each from the row above; others keep their share of the width."""
    place = {spot: index / len(above) for index, spot in enumerate(above)}
    middle = {}
    for index, spot in enumerate(row):
        before = [place[each] for each in leads_to.get((number, spot), ()) if each in place]
        middle[spot] = mean(before) if before else index / len(row)
    return sorted(row, key=lambda spot: middle[spot])

"""Somebody who works out hidden numbers from all that is published, by rational arithmetic.

What is published is a list of facts: a sum of unknowns lies between two bounds. The attacker solves those that are
exact by elimination, and narrows what each unknown can be by all of them, as far as that goes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, inf

from learners.dashboards.figures import Share
from learners.dashboards.suppression import NEAREST, Published

type Unknown = tuple[str, ...]
OFF = NEAREST // 2  # a number to the nearest five may be off by so much


@dataclass(frozen=True)
class Fact:
    """Some unknowns, each with its factor, add up to something between two bounds."""

    factors: Mapping[Unknown, int]
    least: float
    most: float


def facts_of(shown: Published, *month: str) -> list[Fact]:
    """All that is published of one module on one day: cells, the whole, and that both sets of parts add up to it."""
    found = []
    for kind, cells in (("organisation", shown.organisations), ("group", shown.staff_groups)):
        off = OFF if shown.is_rounded and kind == "group" else 0
        for key, share in cells.items():
            found += _cell((*month, kind, key), share, off)
        found += _adds_up(month, kind, cells) if cells else []
    found += _cell((*month, "whole"), shown.whole, OFF if shown.is_rounded else 0)
    return found


def _cell(name: Unknown, share: Share | None, off: int) -> list[Fact]:
    done, not_done = (*name, "done"), (*name, "not done")
    known = [Fact({done: 1}, 0, inf), Fact({not_done: 1}, 0, inf)]
    if share is not None:
        known.append(Fact({done: 1}, share.number - off, share.number + off))
        known.append(Fact({done: 1, not_done: 1}, share.total - off, share.total + off))
    return known


def _adds_up(month: Unknown, kind: str, cells: Iterable[str]) -> list[Fact]:
    return [
        Fact({**{(*month, kind, key, part): 1 for key in cells}, (*month, "whole", part): -1}, 0, 0)
        for part in ("done", "not done")
    ]


def derived(facts: list[Fact]) -> dict[Unknown, int]:
    """Every unknown that can be told exactly."""
    ranges = _narrowed(facts)
    exact = {name: int(least) for name, (least, most) in ranges.items() if least == most}
    return exact | _eliminated([fact for fact in facts if fact.least == fact.most])


def _narrowed(facts: list[Fact]) -> dict[Unknown, tuple[float, float]]:
    ranges: dict[Unknown, tuple[float, float]] = {name: (0, inf) for fact in facts for name in fact.factors}
    moved = True
    while moved:
        moved = False
        for fact in facts:
            for name, factor in fact.factors.items():
                before = ranges[name]
                ranges[name] = _narrow(fact, name, factor, ranges)
                moved |= ranges[name] != before
    return ranges


def _narrow(
    fact: Fact, name: Unknown, factor: int, ranges: dict[Unknown, tuple[float, float]]
) -> tuple[float, float]:
    low = high = 0.0
    for other, by in fact.factors.items():
        if other != name:
            ends = sorted(end * by for end in ranges[other])
            low, high = low + ends[0], high + ends[1]
    least, most = sorted(((fact.least - high) / factor, (fact.most - low) / factor))
    was = ranges[name]
    return (
        max(was[0], least if least == -inf else ceil(least)),
        min(was[1], most if most == inf else floor(most)),
    )


def _eliminated(facts: list[Fact]) -> dict[Unknown, int]:
    names = sorted({name for fact in facts for name in fact.factors})
    rows = [
        [*(Fraction(fact.factors.get(name, 0)) for name in names), Fraction(int(fact.least))]
        for fact in facts
    ]
    pivots = 0
    for column in range(len(names)):
        found = next((row for row in range(pivots, len(rows)) if rows[row][column]), None)
        if found is None:
            continue
        rows[pivots], rows[found] = rows[found], rows[pivots]
        rows[pivots] = [cell / rows[pivots][column] for cell in rows[pivots]]
        for number, row in enumerate(rows):
            if number != pivots and row[column]:
                by = row[column]
                rows[number] = [cell - by * top for cell, top in zip(row, rows[pivots], strict=True)]
        pivots += 1
    solved = (row for row in rows if sum(map(bool, row[:-1])) == 1)
    return {names[next(n for n, cell in enumerate(row) if cell)]: int(row[-1]) for row in solved}

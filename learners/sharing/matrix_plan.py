"""What a file of lines would change. Standard library only.

A file names every line that holds: what it does not name ends.
"""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from learners.sharing.matrix_csv import Line


class Outcome(StrEnum):
    """What happens to a line."""

    ADDED = "added"
    CHANGED = "changed"
    ENDED = "ended"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a plan: what there is (None for a new one), and what will be (None for one that goes)."""

    outcome: Outcome
    pk: int | None
    before: Line | None
    after: Line | None


def plan(existing: Mapping[int, Line], wanted: Collection[Line], today: datetime.date) -> list[Step]:
    """What a file would do to the lines there are, by their keys. What is over already is no part of it.

    A line that the file does not name ends today; one that has not begun goes.
    """
    by_key = {line.key: pk for pk, line in existing.items()}
    paired = {by_key[line.key]: line for line in wanted if line.key in by_key}
    new = [line for line in wanted if line.key not in by_key]
    left = {
        pk: line
        for pk, line in existing.items()
        if pk not in paired and (not line.ends_on or line.ends_on >= today)
    }
    moved = _moved(left, new)
    steps = [_kept(pk, existing[pk], after) for pk, after in (paired | moved).items()]
    began_elsewhen = set(moved.values())
    steps += [Step(Outcome.ADDED, None, None, line) for line in new if line not in began_elsewhen]
    steps += [_ended(pk, line, today) for pk, line in left.items() if pk not in moved]
    return sorted(steps, key=lambda step: ((step.after or step.before).key, step.outcome))  # type: ignore[union-attr]


def _moved(left: Mapping[int, Line], new: Iterable[Line]) -> dict[int, Line]:
    """Lines that begin on another day than they did: of what has the same subject, the first is the first."""
    waiting: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for pk in sorted(left, key=lambda pk: left[pk].starts_on):
        waiting[left[pk].about].append(pk)
    ordered = sorted(new, key=lambda line: line.starts_on)
    return {waiting[line.about].pop(0): line for line in ordered if waiting[line.about]}


def _kept(pk: int, before: Line, after: Line) -> Step:
    return Step(Outcome.SAME if before == after else Outcome.CHANGED, pk, before, after)


def _ended(pk: int, line: Line, today: datetime.date) -> Step:
    if line.starts_on > today:
        return Step(Outcome.ENDED, pk, line, None)
    if line.ends_on == today:
        return Step(Outcome.SAME, pk, line, line)
    return Step(Outcome.ENDED, pk, line, replace(line, ends_on=today))


def counts(steps: Iterable[Step]) -> dict[str, int]:
    """How many lines of each outcome."""
    found = {outcome.value: 0 for outcome in Outcome}
    for step in steps:
        found[step.outcome.value] += 1
    return found

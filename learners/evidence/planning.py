"""What a file of awards would add, line by line, and why a line is refused. Standard library only.

Whose an award is, is told by the employer's number for the person or the post, never by a name.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from learners.rosters.reading.compliance import Award


class Outcome(StrEnum):
    """What becomes of a line."""

    NEW = "new"
    ALREADY = "already"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        """In words."""
        return {"new": "Is added", "already": "Is here already", "refused": "Is refused"}[self.value]


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says, and no more of it than is used. Days are written as 2026-03-27; empty: none."""

    number: int
    employee: str
    assignment: str
    competence: str
    awarded_on: str
    expires_on: str
    is_met: bool
    faults: tuple[str, ...] = ()

    @classmethod
    def of(cls, award: Award, employee: str = "") -> "Said":
        """From what was read; `employee` is whose the awards are that say nothing of it."""
        says_whose = award.employee_number or award.assignment_number
        return cls(
            award.number,
            award.employee_number if says_whose else employee,
            award.assignment_number,
            award.competency.title,
            award.awarded_on.isoformat() if award.awarded_on else "",
            award.expires_on.isoformat() if award.expires_on else "",
            award.met or not award.status,
            award.faults,
        )

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Said":
        """From what `written` made."""
        return cls(**{**kept, "faults": tuple(kept["faults"])})

    def written(self) -> dict[str, Any]:
        """To be kept as JSON."""
        return {**asdict(self), "faults": list(self.faults)}

    @property
    def key(self) -> str:
        """By what a competence is known here."""
        return key_of(self.competence)


@dataclass(frozen=True, slots=True)
class Known:
    """What an organisation knows: whose each number is, the course of each competence, and what is here already."""

    people: Mapping[str, Set[int]]
    courses: Mapping[str, int]
    already: Set[tuple[int, int, datetime.date]]
    today: datetime.date


@dataclass(frozen=True, slots=True)
class Row:
    """What becomes of one line, and why."""

    number: int
    outcome: Outcome
    reason: str
    whose: str
    competence: str
    person: int | None = None
    course: int | None = None
    done_on: str = ""
    expires_on: str = ""

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Row":
        """From what `written` made."""
        return cls(**{**kept, "outcome": Outcome(kept["outcome"])})

    def written(self) -> dict[str, Any]:
        """To be kept as JSON."""
        return asdict(self)


class _Refused(Exception):
    """Why a line is not taken."""


def key_of(competence: str) -> str:
    """By what a competence is known: its title in small letters."""
    return competence.casefold()[:200]


def plan(lines: Iterable[Said], known: Known) -> list[Row]:
    """What becomes of each line. Of two that say the same, the first is taken."""
    return list(_rows(lines, known))


def unknown_competences(lines: Iterable[Said], courses: Mapping[str, Any]) -> list[str]:
    """The competences of which nobody has said what they stand for, each once, by name."""
    found = {line.key: line.competence for line in lines if line.competence and line.key not in courses}
    return sorted(found.values(), key=str.casefold)


def _rows(lines: Iterable[Said], known: Known) -> Iterator[Row]:
    seen: dict[tuple[int, int, datetime.date], int] = {}
    for line in lines:
        row = Row(line.number, Outcome.REFUSED, "", line.employee or line.assignment, line.competence)
        try:
            person, course, day = _person(line, known), _course(line, known), _day(line, known)
        except _Refused as refused:
            yield replace(row, reason=str(refused))
            continue
        found = (person, course, day)
        row = replace(row, person=person, course=course, done_on=day.isoformat(), expires_on=line.expires_on)
        if found in known.already:
            yield replace(row, outcome=Outcome.ALREADY, reason="It counts here, or waits to be checked.")
        elif found in seen:
            yield replace(row, outcome=Outcome.ALREADY, reason=f"Line {seen[found]} says the same.")
        else:
            seen[found] = line.number
            yield replace(row, outcome=Outcome.NEW)


def _person(line: Said, known: Known) -> int:
    if line.faults:
        raise _Refused(" ".join(line.faults))
    numbers = [number for number in (line.employee, line.assignment) if number]
    if not numbers:
        raise _Refused("The line has no employee number and no assignment number. We never match by name.")
    found = [known.people.get(number, set()) for number in numbers]
    people = set().union(*found)
    if not people:
        raise _Refused(f"Nobody who works here today has the number {numbers[0]}.")
    if len(people) > 1:
        raise _Refused(f"The number {' or '.join(numbers)} could be more than one person here.")
    return people.pop()


def _course(line: Said, known: Known) -> int:
    if not line.is_met:
        raise _Refused("The file says that this is not met.")
    if line.key not in known.courses:
        raise _Refused("Nobody has chosen yet which course this is.")
    return known.courses[line.key]


def _day(line: Said, known: Known) -> datetime.date:
    if not line.awarded_on:
        raise _Refused("The line does not say when it was awarded.")
    day = datetime.date.fromisoformat(line.awarded_on)
    if day > known.today:
        raise _Refused("The day of the award is still to come.")
    if line.expires_on and line.expires_on < line.awarded_on:
        raise _Refused("It expires before it was awarded.")
    return day

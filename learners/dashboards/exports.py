"""A dashboard as a file for a spreadsheet."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from learners.dashboards.board import Board
from learners.dashboards.focus import Focus, asked_of, shows
from learners.requirements.selectors import PersonHere, PersonStanding
from learners.spreadsheets import csv_lines

HEADINGS = (
    "Name", "E-mail", "Team", "Staff group", "Role", "Module", "State", "Due", "Completed on",
)  # fmt: skip


def lines(board: Board, focus: Focus | None, module: UUID | None) -> Iterator[str]:
    """The file line by line: a line for each person and each module asked of them that a manager looks for.

    Dates are year-month-day.
    """
    rows = (
        _cells(person, each)
        for person in board.find(focus, module)
        for each in asked_of(person, module)
        if shows(focus, each.standing, board.on)
    )
    return csv_lines(HEADINGS, rows)


def _cells(person: PersonHere, each: PersonStanding) -> list[Any]:
    return [
        person.name,
        person.hat.email,
        person.teams,
        person.staff_groups,
        person.roles,
        each.module.title,
        each.standing.state.label,
        each.standing.due,
        each.standing.completed_on,
    ]

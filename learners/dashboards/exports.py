"""A dashboard as a file for a spreadsheet."""

import csv
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from learners.dashboards.board import Board
from learners.dashboards.focus import Focus, asked_of, shows
from learners.requirements.selectors import PersonHere, PersonStanding

HEADINGS = (
    "Name", "E-mail", "Team", "Staff group", "Role", "Module", "State", "Due", "Completed on",
)  # fmt: skip
FORMULA_STARTS = tuple("=+-@\t\r\n")


class _Echo:
    """A file that hands back each line instead of keeping it."""

    def write(self, line: str) -> str:
        """Hand it back."""
        return line


def lines(board: Board, focus: Focus | None, module: UUID | None) -> Iterator[str]:
    """The file line by line: a line for each person and each module asked of them that a manager looks for.

    It opens with a byte order mark, by which Excel knows that it is UTF-8. Dates are year-month-day.
    """
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(HEADINGS)
    for person in board.find(focus, module):
        for each in asked_of(person, module):
            if shows(focus, each.standing, board.on):
                yield writer.writerow([guarded(cell) for cell in _cells(person, each)])


def guarded(cell: Any) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before what looks like one."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


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

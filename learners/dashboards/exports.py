"""The people of a dashboard as a file for a spreadsheet, in constant memory."""

import datetime
from collections.abc import Iterator
from itertools import batched
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from learners.dashboards.selectors import Place, rows_wanted
from learners.dashboards.selectors.names import all_titles, role_choices, site_choices, team_choices
from learners.dashboards.selectors.network import Line, lines_of
from learners.dashboards.wanted import Wanted
from learners.organisations.models import Network, StaffGroup
from learners.requirements.standing import State
from learners.spreadsheets import csv_lines

HEADINGS = (
    "Name", "E-mail", "Site", "Team", "Staff group", "Role", "Module", "State", "Due", "Expires", "Completed on",
)  # fmt: skip
FIELDS = ("person__first_name", "person__last_name", "person__email", "site_id", "team_id", "staff_group",
          "role_id", "module_key", "state", "due", "expires", "done_on")  # fmt: skip
AT_ONCE = 2_000
LINES_A_PIECE = 200
HIDDEN = "Too few to show"

type Cells = tuple[str | datetime.date | None, ...]


def lines(place: Place, wanted: Wanted) -> Iterator[str]:
    """The file piece by piece: a line for each person and module that is looked for. Dates are year-month-day."""
    for piece in batched(csv_lines(HEADINGS, cells_of(place, wanted)), LINES_A_PIECE, strict=False):
        yield "".join(piece)


def cells_of(place: Place, wanted: Wanted) -> Iterator[Cells]:
    """The same lines as cells, under HEADINGS, by last name. Names of places and modules are read once."""
    rows = rows_wanted(place, wanted).order_by(
        "person__last_name", "person__first_name", "person_id", "module_id"
    )
    return _cells(rows, place)


def _cells(rows: Any, place: Place) -> Iterator[Cells]:
    sites = dict(site_choices(place.organisation))
    teams = dict(team_choices(place.organisation, None))
    roles, groups = dict(role_choices()), dict(StaffGroup.choices)
    states = {state.value: state.label for state in State}
    titles = all_titles()
    for first, last, email, site, team, group, role, key, state, due, expires, done_on in rows.values_list(
        *FIELDS
    ).iterator(chunk_size=AT_ONCE):
        yield (
            f"{first} {last}".strip() or email,
            email,
            sites.get(str(site), ""),
            teams.get(str(team), ""),
            groups.get(group, ""),
            roles.get(str(role), ""),
            titles.get(key, "A module"),
            states[state],
            due,
            expires,
            done_on,
        )


def network_lines(
    network: Network, on: datetime.date, rows: QuerySet[Any], modules: dict[UUID, str]
) -> Iterator[str]:
    """The organisations of a network, as they were published: the page's numbers, and no others."""
    keys = list(modules)
    headings = ["Organisation", "People"]
    for title in modules.values():
        headings += [f"{title}: done", f"{title}: of"]
    lines = (
        line
        for some in batched(rows.iterator(chunk_size=AT_ONCE), LINES_A_PIECE, strict=False)
        for line in lines_of(network, on, list(some), keys)
    )
    yield from csv_lines(headings, (_network_cells(line) for line in lines))


def _network_cells(line: Line) -> Iterator[Any]:
    yield line.name
    yield line.people.total if line.people else HIDDEN
    for cell in line.cells:
        if not cell.is_asked:
            yield from ("Not asked", "")
        else:
            yield from (cell.share.number, cell.share.total) if cell.share else (HIDDEN, HIDDEN)

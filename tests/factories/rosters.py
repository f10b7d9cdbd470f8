"""Staff lists, as they are read."""

from typing import Any

from learners.organisations.models import Organisation
from learners.rosters.actions import Source, apply, preview
from learners.rosters.models import RosterImport
from learners.rosters.reading.heading import Heading
from learners.rosters.reading.line import Line

HEADING = Heading(headers=("a", "b"), shape=None, mapping={}, ignored=3, sensitive=1)


def line(number: int = 2, **said: Any) -> Line:
    """Ann Archer, staff nurse on Ward 6, unless said otherwise."""
    usual = {
        "employee_number": "100",
        "first_name": "Ann",
        "last_name": "Archer",
        "work_email": "ann.archer@example.org",
        "staff_group": "nursing",
        "job_role": "Staff nurse",
        "department": "Ward 6",
    }
    return Line(number=number, **(usual | said))


def bob(number: int = 3, **said: Any) -> Line:
    """Bob Bright, a doctor."""
    usual = {
        "employee_number": "200",
        "first_name": "Bob",
        "last_name": "Bright",
        "work_email": "bob.bright@example.org",
        "staff_group": "medical",
        "department": "",
        "job_role": "Registrar",
    }
    return line(number, **(usual | said))


def previewed(
    organisation: Organisation, *lines: Line, is_whole: bool = False, by: Any = None
) -> RosterImport:
    """A list that was brought in and not decided on."""
    return preview(
        organisation=organisation, lines=lines, source=Source("staff.csv", HEADING, is_whole=is_whole), by=by
    )


def applied(organisation: Organisation, *lines: Line, **options: Any) -> RosterImport:
    """A list that was applied."""
    return apply(roster_import=previewed(organisation, *lines, **options))

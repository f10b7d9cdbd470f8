"""A plan in words: what a person who keeps the list reads before deciding."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format

from learners.organisations.models import Organisation, StaffGroup
from learners.rosters.deciding.plan import Change, Outcome, Row
from learners.rosters.models import RosterImport
from modules.models import Role

WORDS = {
    Outcome.CONFLICT: (
        "In conflict",
        "red",
        "Somebody has to look: these lines could mean two people. They are left out.",
    ),
    Outcome.REFUSED: ("Refused", "red", "These lines cannot be read. They are left out."),
    Outcome.LEAVING: ("Leaving", "orange", "Their membership ends on the day shown."),
    Outcome.NEW: ("New", "blue", "They are added to this organisation."),
    Outcome.MOVED: ("Moved", "purple", "They change team or site."),
    Outcome.CHANGED: ("Changed", "yellow", "Something about them is corrected."),
    Outcome.UNCHANGED: ("Unchanged", "grey", "Nothing is done."),
}
FIELDS = {
    "first_name": "First name", "last_name": "Last name", "email": "E-mail address",
    "professional_number": "Registration number", "employee_number": "Employee number",
    "assignment_number": "Assignment number", "team": "Team", "site": "Site", "job_title": "Job title",
    "manager_email": "Manager's e-mail address", "role": "Role", "staff_group": "Staff group",
    "starts_on": "First day", "ends_on": "Last day",
}  # fmt: skip
CSV_HEADINGS = ("Row", "Outcome", "Name", "Employee number", "Why", "What changes")


@dataclass(frozen=True, slots=True)
class Count:
    """How many lines come to one outcome."""

    outcome: Outcome
    label: str
    colour: str
    meaning: str
    number: int


@dataclass(frozen=True, slots=True)
class Said:
    """One field that changes, in words. `before` is "" for something new."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Reported:
    """One row in words."""

    row: Row
    label: str
    colour: str
    changes: tuple[Said, ...]


def counts_of(roster_import: RosterImport) -> list[Count]:
    """Every outcome, what needs somebody first."""
    return [
        Count(outcome, label, colour, meaning, roster_import.counts.get(outcome, 0))
        for outcome, (label, colour, meaning) in WORDS.items()
    ]


def _in_short(hat: tuple[Change, ...]) -> list[Change]:
    """What there is to know of somebody new, besides the name."""
    return [change for change in hat if change[0] in ("job_title", "team", "role", "starts_on", "ends_on")]


class Speaker:
    """Says what rows of one organisation mean."""

    def __init__(self, organisation: Organisation) -> None:
        self._roles = dict(Role.objects.values_list("pk", "name"))
        self._sites = {str(pk): name for pk, name in organisation.sites.values_list("pk", "name")}

    def report(self, rows: Iterable[Row]) -> Iterator[Reported]:
        """Rows in words."""
        for row in rows:
            label, colour, _ = WORDS[row.outcome]
            changed = (*row.account, *row.hat) if row.outcome != Outcome.NEW else _in_short(row.hat)
            changes = (self._said(change) for change in changed if change[1] != change[2])
            yield Reported(row, label, colour, tuple(said for said in changes if said.after or said.before))

    def csv(self, rows: Iterable[Row]) -> Iterator[tuple[Any, ...]]:
        """Rows for a spreadsheet, so that the list can be mended where it is kept."""
        for each in self.report(rows):
            said = "; ".join(f"{one.field}: {one.before or 'nothing'} to {one.after}" for one in each.changes)
            row = each.row
            new = row.outcome == Outcome.NEW
            yield row.number, each.label, row.name, row.number_here, row.reason, "" if new else said

    def _said(self, change: Change) -> Said:
        name, before, after = change
        return Said(FIELDS[name], self._words(name, before), self._words(name, after))

    def _words(self, name: str, value: Any) -> str:
        if value in (None, ""):
            return ""
        if name == "role":
            return self._roles.get(value, "")
        if name == "site":
            return self._sites.get(value, "")
        if name == "staff_group":
            return StaffGroup(value).label
        return date_format(value, "j F Y") if name in ("starts_on", "ends_on") else str(value)

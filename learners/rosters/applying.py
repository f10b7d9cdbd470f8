"""Writes a plan: teams, people, memberships, and the row by which each can be undone."""

import secrets
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.utils import timezone

from learners.organisations.models import Membership, Team
from learners.people.addresses import forget_addresses
from learners.people.models import User
from learners.rosters.bulk import insert, refresh_statistics, update
from learners.rosters.deciding.plan import Change, Outcome, Plan, Row
from learners.rosters.models import RosterChange, RosterImport
from learners.rosters.progress import Progress

MANY = 1_000
HAT_FIELDS = ("employee_number", "assignment_number", "team_id", "site_id", "job_title", "manager_email", "role_id",
              "staff_group", "starts_on", "ends_on")  # fmt: skip
ACCOUNT_FIELDS = ("first_name", "last_name", "email", "professional_number")
COLUMNS = {"team": "team_id", "site": "site_id", "role": "role_id"}
CHANGE_FIELDS = ("roster_import_id", "kind", "row", "person", "before", "after")


def write(roster_import: RosterImport, plan: Plan, *, progress: Progress) -> None:
    """Write what the plan says. Inside the caller's transaction."""
    writer = _Writer(roster_import)
    rows = [row for row in plan.rows if row.writes]
    writer.add_teams(rows)
    writer.add_people([row for row in rows if row.outcome == Outcome.NEW and row.person is None])
    progress(55)
    writer.change_people([row for row in rows if row.person is not None and row.account])
    writer.add_hats([row for row in rows if row.membership is None])
    progress(75)
    writer.change_hats([row for row in rows if row.membership is not None and row.hat])
    progress(85)
    writer.keep_changes()
    if len(rows) > MANY:
        refresh_statistics([User, Membership])
    progress(100)


class _Writer:
    """Writes for one list, and remembers what it wrote."""

    def __init__(self, roster_import: RosterImport) -> None:
        self._import = roster_import
        self._organisation = roster_import.organisation_id
        self._teams = dict(Team.objects.filter(organisation=self._organisation).values_list("name", "pk"))
        self._people: dict[tuple[str, ...], int] = {}
        self._changes: list[tuple[Any, ...]] = []

    def add_teams(self, rows: list[Row]) -> None:
        """Teams that the list names and nobody has made."""
        named = {after for row in rows for name, _, after in row.hat if name == "team" and after}
        missing = sorted(named - set(self._teams))
        keys = insert(Team, ("organisation_id", "name"), [(self._organisation, name) for name in missing])
        self._teams |= dict(zip(missing, keys, strict=True))
        self._changes += [
            (self._import.pk, "team", pk, None, None, {"name": name})
            for pk, name in zip(keys, missing, strict=True)
        ]

    def add_people(self, rows: list[Row]) -> None:
        """People whom nobody knows yet. Two lines for two posts of one person make one."""
        first: dict[tuple[str, ...], dict[str, Any]] = {}
        for row in rows:
            wanted = _after(row.account)
            first.setdefault(_who(row), wanted)
        at = timezone.now()
        values = [
            (*(wanted[name] for name in ACCOUNT_FIELDS), unusable_password(), at) for wanted in first.values()
        ]
        keys = insert(User, (*ACCOUNT_FIELDS, "password", "date_joined"), values)
        self._people = dict(zip(first, keys, strict=True))
        self._changes += [
            (self._import.pk, "person", pk, pk, None, wanted)
            for pk, wanted in zip(keys, first.values(), strict=True)
        ]

    def change_people(self, rows: list[Row]) -> None:
        """Names, registrations and addresses that the list corrects."""
        changes: dict[int, dict[str, Any]] = {}
        before: dict[int, dict[str, Any]] = {}
        for row in rows:
            assert row.person is not None  # noqa: S101 - chosen so by the caller
            changes.setdefault(row.person, {}).update(_after(row.account))
            for name, was, _ in row.account:
                before.setdefault(row.person, {}).setdefault(name, was)
        update(User, changes)
        forget_addresses([pk for pk, values in changes.items() if "email" in values])
        self._changes += [
            (self._import.pk, "person", pk, pk, before[pk], values) for pk, values in changes.items()
        ]

    def add_hats(self, rows: list[Row]) -> None:
        """Memberships that begin."""
        values, people = [], []
        for row in rows:
            wanted = self._columns(_after(row.hat))
            person = row.person or self._people[_who(row)]
            people.append(person)
            values.append((person, self._organisation, *(wanted[name] for name in HAT_FIELDS)))
        keys = insert(Membership, ("person_id", "organisation_id", *HAT_FIELDS), values)
        self._changes += [
            (
                self._import.pk,
                "membership",
                pk,
                person,
                None,
                dict(zip(HAT_FIELDS, _plain(given[2:]), strict=True)),
            )
            for pk, person, given in zip(keys, people, values, strict=True)
        ]

    def change_hats(self, rows: list[Row]) -> None:
        """Memberships that change or end."""
        changes: dict[int, dict[str, Any]] = {}
        for row in rows:
            assert row.membership is not None  # noqa: S101 - chosen so by the caller
            after = self._columns(_after(row.hat))
            before = self._columns({name: was for name, was, _ in row.hat})
            changes[row.membership] = after
            self._changes.append(
                (
                    self._import.pk, "membership", row.membership, row.person,
                    dict(zip(before, _plain(before.values()), strict=True)),
                    dict(zip(after, _plain(after.values()), strict=True)),
                )
            )  # fmt: skip
        update(Membership, changes)

    def keep_changes(self) -> None:
        """The rows by which this list can be undone."""
        insert(RosterChange, CHANGE_FIELDS, self._changes)

    def _columns(self, values: dict[str, Any]) -> dict[str, Any]:
        """Fields as columns: a team's name and a site's key become keys of rows."""
        found = {COLUMNS.get(name, name): value for name, value in values.items()}
        if "team_id" in found:
            found["team_id"] = self._teams[found["team_id"]] if found["team_id"] else None
        if "site_id" in found:
            found["site_id"] = int(found["site_id"]) if found["site_id"] else None
        return found


def unusable_password() -> str:
    """As Django's own, which takes half a minute of chance for every 100,000 people."""
    return f"{UNUSABLE_PASSWORD_PREFIX}{secrets.token_urlsafe(30)}"


def _after(changes: tuple[Change, ...]) -> dict[str, Any]:
    return {name: after for name, _, after in changes}


def _who(row: Row) -> tuple[str, ...]:
    """What makes two lines of somebody new the same person."""
    wanted = _after(row.account)
    if row.number_here:
        return ("number", row.number_here)
    return ("address", wanted["email"])


def _plain(values: Any) -> list[Any]:
    """Days as text, as JSON keeps them."""
    return [value.isoformat() if hasattr(value, "isoformat") else value for value in values]

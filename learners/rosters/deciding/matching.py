"""Whom a line of a staff list means: by the employer's number, the work address, or the registration and surname.

Never by name alone (ADR 17). Where two of these point at two people, a person has to look.
"""

from collections import defaultdict
from dataclasses import dataclass

from learners.rosters.deciding.roster import Account, Hat, Roster, key
from learners.rosters.reading.line import Line


class Conflict(Exception):
    """A line that could mean two people. Its text says why, and names nobody of another organisation."""


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a line means: an account, if there is one, and all their hats here, oldest first."""

    account: Account | None
    hats: tuple[Hat, ...] = ()


class Matcher:
    """Finds people for the lines of one file."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._by_number: dict[str, list[Hat]] = defaultdict(list)
        self._by_person: dict[int, list[Hat]] = defaultdict(list)
        for hat in sorted(roster.hats, key=lambda hat: (hat.starts_on, hat.membership)):
            self._by_person[hat.account.person].append(hat)
            if hat.employee_number:
                self._by_number[hat.employee_number].append(hat)

    def find(self, line: Line) -> Found:
        """The person meant, or nobody. Raises Conflict."""
        numbered = self._by_number_of(line)
        addressed = self._roster.by_email.get(line.work_email) if line.work_email else None
        if numbered and addressed and numbered.person != addressed.person:
            raise Conflict(
                f"Employee number {line.employee_number} is one person here, and the address {line.work_email} another."
            )
        account = numbered or self._by_address(line, addressed) or self._by_registration(line)
        if account is None:
            return Found(None)
        if not account.is_active:
            raise Conflict(
                "This person's account was closed. Ask the people who run this service to open it again."
            )
        return Found(account, tuple(self._by_person.get(account.person, ())))

    def _by_number_of(self, line: Line) -> Account | None:
        hats = self._by_number.get(line.employee_number, []) if line.employee_number else []
        people = {hat.account.person: hat.account for hat in hats}
        if len(people) > 1:
            raise Conflict(f"Two people here have employee number {line.employee_number}.")
        account = next(iter(people.values()), None)
        if account and not _alike(line, account):
            raise Conflict(
                f"Employee number {line.employee_number} is {account.first_name} {account.last_name} here. "
                "Neither the name nor the address is the same."
            )
        return account

    def _by_address(self, line: Line, account: Account | None) -> Account | None:
        if account is None:
            return None
        if not _same_name(line, account):
            raise Conflict(f"The address {line.work_email} belongs to an account with another name.")
        theirs = {
            hat.employee_number for hat in self._by_person.get(account.person, ()) if hat.employee_number
        }
        if line.employee_number and theirs and line.employee_number not in theirs:
            raise Conflict(f"The person with the address {line.work_email} has another employee number here.")
        return account

    def _by_registration(self, line: Line) -> Account | None:
        if not line.prn:
            return None
        account = self._roster.by_prn.get((line.prn.upper(), key(line.last_name)))
        if account and line.work_email and account.email and account.email != line.work_email:
            raise Conflict(f"Registration {line.prn} belongs to an account with another address.")
        return account


def _same_name(line: Line, account: Account) -> bool:
    """Whether one of the names is the same: people marry, and shorten their first names, but seldom at once."""
    first = key(line.first_name) == key(account.first_name)
    return first or key(line.last_name) == key(account.last_name)


def _alike(line: Line, account: Account) -> bool:
    return _same_name(line, account) or bool(line.work_email and line.work_email == account.email)

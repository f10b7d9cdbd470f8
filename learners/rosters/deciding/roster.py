"""What is known already, as plain data: hats at one organisation, and the accounts that a staff list may mean."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """A person who has an account, here or anywhere."""

    person: int
    first_name: str
    last_name: str
    email: str
    prn: str
    is_active: bool
    is_ours: bool  # works or worked nowhere else, and has no duties: this organisation may correct the name
    has_signed_in: bool


@dataclass(frozen=True, slots=True)
class Hat:
    """A membership of this organisation, whether it still lasts or not. `role`, `team` and `site` are keys."""

    membership: int
    account: Account
    employee_number: str
    assignment_number: str
    starts_on: datetime.date
    ends_on: datetime.date | None
    role: int
    staff_group: str
    team: str
    site: str
    job_title: str
    manager_email: str

    def lasts(self, on: datetime.date) -> bool:
        """Whether it has not ended before a day. One that begins later counts."""
        return self.ends_on is None or self.ends_on >= on


@dataclass(frozen=True, slots=True)
class Roster:
    """One organisation as it is, and what the words of its staff list mean here.

    `codes` are the ODS codes that a line may name; `sites` the keys of sites by ODS code. Roles are keys, by job title
    (as `key` makes it) and by staff group; `role_not_known` is for titles that nobody has placed yet.
    """

    hats: tuple[Hat, ...]
    by_email: Mapping[str, Account]
    by_prn: Mapping[tuple[str, str], Account]
    codes: frozenset[str]
    sites: Mapping[str, str]
    roles_by_title: Mapping[str, int]
    roles_by_staff_group: Mapping[str, int]
    role_not_known: int
    staff_group: str  # for lines without one


def key(words: str) -> str:
    """Words as they are compared: without case, accents of typing, and double spaces."""
    return " ".join(words.casefold().split())

"""What a line asks for, beside what is there. An empty cell asks for nothing."""

import datetime
from typing import Any

from learners.rosters.deciding.plan import Change, Outcome
from learners.rosters.deciding.roster import Account, Hat, Roster
from learners.rosters.reading.line import Line

MOVES = {"team", "site"}


def new_account(line: Line) -> tuple[Change, ...]:
    """Somebody whom nobody knows yet."""
    return (
        ("first_name", None, line.first_name),
        ("last_name", None, line.last_name),
        ("email", None, line.work_email),
        ("professional_number", None, line.prn.upper()),
    )


def account_changes(line: Line, account: Account) -> tuple[Change, ...]:
    """What this organisation may correct of an account.

    An address is filled in, or corrected while nobody has signed in with it: a list must not take an account over.
    Names and registrations are corrected only of people who work nowhere else.
    """
    found: list[Change] = []
    if line.work_email and line.work_email != account.email and not account.has_signed_in and account.is_ours:
        found.append(("email", account.email, line.work_email))
    if account.is_ours:
        wanted = (
            ("first_name", account.first_name, line.first_name),
            ("last_name", account.last_name, line.last_name),
            ("professional_number", account.prn, line.prn.upper()),
        )
        found += [change for change in wanted if change[2] and change[1] != change[2]]
    return tuple(found)


def new_hat(
    line: Line, roster: Roster, role: int, on: datetime.date, ends_on: datetime.date | None
) -> tuple[Change, ...]:
    """A post that begins: on the day the list gives, or else today."""
    starts_on = line.start_date or on
    wanted = {
        **_said(line, roster),
        "role": role,
        "staff_group": line.staff_group or roster.staff_group,
        "starts_on": starts_on,
        "ends_on": max(ends_on, starts_on) if ends_on else None,
    }
    return tuple((name, None, value) for name, value in wanted.items())


def hat_changes(
    line: Line, hat: Hat, roster: Roster, role: int, ends_on: datetime.date | None
) -> tuple[Change, ...]:
    """What changes of a post that is there."""
    wanted: dict[str, Any] = {name: value for name, value in _said(line, roster).items() if value}
    wanted["role"] = role
    if line.staff_group:
        wanted["staff_group"] = line.staff_group
    if line.start_date:
        wanted["starts_on"] = line.start_date
    starts_on = line.start_date or hat.starts_on
    if line.leaving_date:
        wanted["ends_on"] = max(line.leaving_date, starts_on)
    elif ends_on and hat.lasts(ends_on + datetime.timedelta(days=1)):
        wanted["ends_on"] = max(ends_on, starts_on)
    changes = ((name, getattr(hat, name), value) for name, value in wanted.items())
    return tuple(change for change in changes if change[1] != change[2])


def outcome_of(account: tuple[Change, ...], hat: tuple[Change, ...]) -> Outcome:
    """What a line with these changes comes to."""
    names = {name for name, _, _ in hat}
    if any(name == "ends_on" and after is not None for name, _, after in hat):
        return Outcome.LEAVING
    if names & MOVES:
        return Outcome.MOVED
    return Outcome.CHANGED if account or hat else Outcome.UNCHANGED


def _said(line: Line, roster: Roster) -> dict[str, str]:
    return {
        "employee_number": line.employee_number,
        "assignment_number": line.assignment_number,
        "team": line.department,
        "site": roster.sites.get(line.site_ods_code, ""),
        "job_title": line.position_title or line.job_role,
        "manager_email": line.manager_email,
    }

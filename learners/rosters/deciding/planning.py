"""Makes a plan of a staff list and a roster."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from learners.rosters.deciding.matching import Conflict, Found, Matcher
from learners.rosters.deciding.plan import Outcome, Plan, Row
from learners.rosters.deciding.roster import Hat, Roster, key
from learners.rosters.deciding.wanted import account_changes, hat_changes, new_account, new_hat, outcome_of
from learners.rosters.reading.line import Line

MOST_LEAVERS = 10  # per cent of those with a number: more than that is a wrong file more often than not


def make_plan(lines: Iterable[Line], roster: Roster, on: datetime.date, *, is_whole: bool) -> Plan:
    """What the lines would do to the roster on a day.

    `is_whole` says that the file lists everybody: whoever has an employee number here and is not on it leaves. If that
    were more than one in ten, the whole file is refused.
    """
    lines = list(lines)
    maker = _Maker(roster, on, lines)
    rows = list(maker.rows(lines))
    leavers = list(maker.absent(rows)) if is_whole else []
    refusal = _too_many(len(leavers), maker.numbered) if leavers else ""
    return Plan(on, tuple(rows + leavers), refusal, dict(sorted(maker.unknown.items())))


def _too_many(leaving: int, of: int) -> str:
    if leaving * 100 <= of * MOST_LEAVERS:
        return ""
    return (
        f"{leaving:,} of {of:,} people are not on this list and would leave. That is more than one in ten, so nothing "
        "can be applied. Is a part of the list missing? If so many have left, give their leaving dates in the list."
    )


def _doubles(lines: list[Line]) -> dict[int, str]:
    """Lines that cannot all be right, by number, each with its reason."""
    posts: Counter[tuple[str, str]] = Counter(map(_post, lines))
    people: dict[tuple[str, ...], str] = {}  # whom an address means, or a registration with surname
    names: dict[str, str] = {}  # by employee number
    shared: set[tuple[str, ...]] = set()
    renamed: set[str] = set()
    for line in lines:
        name = key(f"{line.first_name} {line.last_name}")
        for mark in _marks(line):
            if people.setdefault(mark, line.employee_number or name) != (line.employee_number or name):
                shared.add(mark)
        if line.employee_number and names.setdefault(line.employee_number, name) != name:
            renamed.add(line.employee_number)
    if len(posts) == len(lines) and not shared and not renamed:
        return {}
    return {line.number: why for line in lines if (why := _double(line, posts, shared, renamed))}


def _double(
    line: Line, posts: Counter[tuple[str, str]], shared: set[tuple[str, ...]], renamed: set[str]
) -> str:
    post = _post(line)
    if post[0] and posts[post] > 1:
        return f"The list has more than one line for {post[0]} with the same assignment number."
    if line.employee_number in renamed:
        return f"The list has employee number {line.employee_number} with different names."
    found = [mark for mark in _marks(line) if mark in shared]
    return f"The list has {' with the name '.join(found[0])} for more than one person." if found else ""


def _post(line: Line) -> tuple[str, str]:
    return line.employee_number or line.work_email, line.assignment_number


def _marks(line: Line) -> list[tuple[str, ...]]:
    """What only one person can have, besides an employee number."""
    marks: list[tuple[str, ...]] = [(f"the address {line.work_email}",)] if line.work_email else []
    if line.prn:
        marks.append((f"registration {line.prn.upper()}", line.last_name))
    return marks


class _Maker:
    """Decides line by line, and remembers which hats the file named."""

    def __init__(self, roster: Roster, on: datetime.date, lines: list[Line]) -> None:
        self._roster, self._on = roster, on
        self._doubles = _doubles(lines)
        self._posts = {_post(line) for line in lines}
        self._matcher = Matcher(roster)
        self._named: set[int] = set()
        self.unknown: Counter[str] = Counter()
        self._current = [hat for hat in roster.hats if hat.lasts(on) and hat.employee_number]
        self.numbered = len(self._current)

    def rows(self, lines: list[Line]) -> Iterator[Row]:
        for line in lines:
            yield self._row(line)

    def absent(self, rows: list[Row]) -> Iterator[Row]:
        """Those whom a list of everybody does not name. A line in question speaks for nobody's leaving."""
        in_doubt = {row.number_here for row in rows if row.outcome in (Outcome.CONFLICT, Outcome.REFUSED)}
        for hat in self._current:
            if hat.membership in self._named or hat.employee_number in in_doubt or hat.ends_on is not None:
                continue
            end = max(self._on - datetime.timedelta(days=1), hat.starts_on)
            yield Row(
                None,
                Outcome.LEAVING,
                _name_of(hat),
                hat.employee_number,
                "Not on the list.",
                hat.account.person,
                hat.membership,
                hat=(("ends_on", None, end),),
            )

    def _row(self, line: Line) -> Row:
        name = f"{line.first_name} {line.last_name}".strip() or f"Row {line.number}"
        row = Row(line.number, Outcome.REFUSED, name, line.employee_number)
        if line.faults:
            return replace(row, reason=" ".join(line.faults))
        if line.org_ods_code and line.org_ods_code not in self._roster.codes:
            return replace(
                row, reason=f"This line is for organisation {line.org_ods_code}, not for this one."
            )
        if why := self._doubles.get(line.number):
            return replace(row, outcome=Outcome.CONFLICT, reason=why)
        try:
            return self._decide(row, line, self._matcher.find(line))
        except Conflict as conflict:
            return replace(row, outcome=Outcome.CONFLICT, reason=str(conflict))

    def _decide(self, row: Row, line: Line, found: Found) -> Row:
        hat = self._hat_of(line, found)
        if hat:
            self._named.add(hat.membership)
        ends_on = _last_day(line, self._on)
        if hat is None and ends_on is not None and ends_on < self._on:
            return replace(row, outcome=Outcome.UNCHANGED, reason="Has left, and was not here.")
        wanted_role = self._role(line, hat)
        account = account_changes(line, found.account) if found.account else new_account(line)
        person = found.account.person if found.account else None
        if hat is None:
            changes = new_hat(line, self._roster, wanted_role, self._on, ends_on)
            reason = "Has an account already." if found.account else ""
            return replace(
                row, outcome=Outcome.NEW, reason=reason, person=person, account=account, hat=changes
            )
        changes = hat_changes(line, hat, self._roster, wanted_role, ends_on)
        return replace(
            row,
            outcome=outcome_of(account, changes),
            reason=_note(line, hat),
            person=person,
            membership=hat.membership,
            account=account,
            hat=changes,
        )

    def _hat_of(self, line: Line, found: Found) -> Hat | None:
        """The post that a line speaks of: the one with its assignment number, or the only one that has none."""
        lasting = [hat for hat in found.hats if hat.lasts(self._on) and hat.membership not in self._named]
        same = [hat for hat in lasting if hat.assignment_number == line.assignment_number]
        if same:
            return same[-1]
        unnumbered = [
            hat
            for hat in lasting
            if not (hat.assignment_number and line.assignment_number)
            and (_post(line)[0], hat.assignment_number) not in self._posts  # another line speaks of that one
        ]
        if unnumbered:
            return unnumbered[-1]
        ended = [hat for hat in found.hats if hat.assignment_number == line.assignment_number]
        ended = [hat for hat in ended if hat.membership not in self._named]
        return ended[-1] if ended and _says_the_same(line, ended[-1], self._on) else None

    def _role(self, line: Line, hat: Hat | None) -> int:
        title = key(line.job_role or line.position_title)
        if title in self._roster.roles_by_title:
            return self._roster.roles_by_title[title]
        if hat and hat.role != self._roster.role_not_known:
            return hat.role
        by_group = self._roster.roles_by_staff_group.get(line.staff_group, 0)
        if title and not by_group:
            self.unknown[line.job_role or line.position_title] += 1
        return by_group or self._roster.role_not_known


def _last_day(line: Line, on: datetime.date) -> datetime.date | None:
    """The last day that a line gives. Somebody who is said not to work here, without a day, left yesterday."""
    if line.leaving_date or line.active:
        return line.leaving_date
    return on - datetime.timedelta(days=1)


def _says_the_same(line: Line, hat: Hat, on: datetime.date) -> bool:
    """Whether a line tells of a post that has ended already, so that the same file twice changes nothing."""
    if not line.active and not line.leaving_date:
        return True
    starts = line.start_date is None or line.start_date == hat.starts_on
    return bool(line.leaving_date) and line.leaving_date == hat.ends_on and starts


def _note(line: Line, hat: Hat) -> str:
    account = hat.account
    if line.work_email and account.email and line.work_email != account.email and account.has_signed_in:
        return "The address differs from the one this person signs in with, which only they can change."
    return ""


def _name_of(hat: Hat) -> str:
    return f"{hat.account.first_name} {hat.account.last_name}".strip() or hat.account.email

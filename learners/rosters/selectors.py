"""Reading a roster for comparison with a staff list. A handful of queries, however many people."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from learners.organisations.models import Kind, Membership, Organisation, StaffGroup
from learners.people.models import User
from learners.rosters.deciding.roster import Account, Hat, Roster, key
from learners.rosters.models import TitleMeaning
from learners.rosters.reading.line import Line
from modules.models import Role

HAT = ("pk", "person_id", "employee_number", "assignment_number", "starts_on", "ends_on", "role_id", "staff_group",
       "team__name", "site_id", "job_title", "manager_email")  # fmt: skip
ACCOUNT = ("pk", "first_name", "last_name", "email", "professional_number", "is_active", "last_login")
AT_ONCE = 5_000  # parameters in a query
ROLES = {
    StaffGroup.MEDICAL: "doctor",
    StaffGroup.NURSING: "nurse",
    StaffGroup.ALLIED_HEALTH: "allied-health-professional",
    StaffGroup.SOCIAL_CARE: "care-worker",
    StaffGroup.VOLUNTEERS: "volunteer",
}
SOCIAL_CARE = {Kind.COUNCIL, Kind.CARE_GROUP, Kind.CARE_HOME, Kind.HOME_CARE}
NOT_KNOWN = "not-known"


def roster_of(organisation: Organisation, lines: Sequence[Line]) -> Roster:
    """An organisation as it is, with every account that the lines may mean."""
    here = Membership.objects.filter(organisation=organisation)
    ours = _ours(here, organisation)
    known = User.objects.filter(memberships__organisation=organisation).distinct()
    accounts = {account.person: account for account in _accounts(known, ours)}
    by_email = {account.email: account for account in accounts.values() if account.email}
    wanted = {line.work_email for line in lines if line.work_email} - set(by_email)
    by_email |= {found.email: found for found in _accounts(with_address(sorted(wanted)), ours)}
    roles = dict(Role.objects.values_list("slug", "pk"))
    return Roster(
        hats=tuple(_hats(here, accounts)),
        by_email=by_email,
        by_prn=_by_prn(lines, accounts.values(), ours),
        codes=_codes(organisation),
        sites={
            code: str(pk)
            for pk, code in organisation.sites.exclude(ods_code="").values_list("pk", "ods_code")
        },
        roles_by_title=dict(
            TitleMeaning.objects.filter(organisation=organisation).values_list("title", "role_id")
        ),
        roles_by_staff_group={group: roles[slug] for group, slug in ROLES.items() if slug in roles},
        role_not_known=roles[NOT_KNOWN],
        staff_group=_usual_staff_group(organisation),
    )


def with_address(addresses: list[str]) -> QuerySet[User]:
    """People by many addresses at once: on PostgreSQL as one array, which is read in a fifth of the time."""
    if connection.vendor != "postgresql":
        return User.objects.filter(email__in=addresses)
    return User.objects.extra(where=['"people_user"."email" = ANY(%s)'], params=[addresses])


def _hats(here: QuerySet[Membership], accounts: dict[int, Account]) -> Iterator[Hat]:
    for pk, person, number, post, starts, ends, role, group, team, site, title, manager in here.values_list(
        *HAT
    ):
        yield Hat(
            pk, accounts[person], number, post, starts, ends, role, group, team or "",
            str(site or ""), title, manager,
        )  # fmt: skip


def _accounts(people: QuerySet[User], ours: set[int]) -> Iterator[Account]:
    for pk, first, last, email, prn, is_active, last_login in people.values_list(*ACCOUNT):
        yield Account(pk, first, last, email, prn, is_active, pk in ours, last_login is not None)


def _ours(here: QuerySet[Membership], organisation: Organisation) -> set[int]:
    """The people who are known of here alone, and who have no duties: nobody else's list speaks for them."""
    people = set(here.values_list("person_id", flat=True))
    elsewhere = Membership.objects.exclude(organisation=organisation).filter(
        person__memberships__organisation=organisation
    )
    duties = User.objects.filter(
        Q(groups__isnull=False) | Q(is_superuser=True) | Q(is_staff=True) | Q(appointments__isnull=False),
        memberships__organisation=organisation,
    )
    return (
        people - set(elsewhere.values_list("person_id", flat=True)) - set(duties.values_list("pk", flat=True))
    )


def _by_prn(
    lines: Iterable[Line], accounts: Iterable[Account], ours: set[int]
) -> dict[tuple[str, str], Account]:
    """Accounts by registration and surname. One that two people share tells nothing."""
    numbers = {line.prn.upper() for line in lines if line.prn}
    found: dict[int, Account] = {account.person: account for account in accounts if account.prn in numbers}
    for some in batched(sorted(numbers), AT_ONCE):
        others = User.objects.filter(professional_number__in=some)
        found |= {account.person: account for account in _accounts(others, ours)}
    by_prn: dict[tuple[str, str], Account] = {}
    doubled = set()
    for account in found.values():
        who = (account.prn.upper(), key(account.last_name))
        doubled |= {who} & set(by_prn)
        by_prn[who] = account
    return {who: account for who, account in by_prn.items() if who not in doubled}


def _codes(organisation: Organisation) -> frozenset[str]:
    """The codes by which a list may name this organisation: its own, and its sites'."""
    codes = {organisation.ods_code, *organisation.sites.values_list("ods_code", flat=True)}
    return frozenset(codes - {""})


def _usual_staff_group(organisation: Organisation) -> str:
    if organisation.kind in SOCIAL_CARE:
        return StaffGroup.SOCIAL_CARE
    return StaffGroup.VOLUNTEERS if organisation.kind == Kind.VOLUNTARY else StaffGroup.NOT_KNOWN


def values_of(model: Any, keys: Iterable[int], fields: Sequence[str]) -> dict[int, dict[str, Any]]:
    """Some fields of many rows, by key."""
    found: dict[int, dict[str, Any]] = {}
    for some in batched(keys, AT_ONCE):
        for pk, *values in model.objects.filter(pk__in=some).values_list("pk", *fields):
            found[pk] = dict(zip(fields, values, strict=True))
    return found

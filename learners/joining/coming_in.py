"""Coming in by a code. Whoever comes twice is in once; a code lets in no more than it may."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from learners.joining.accounts import account_with, give_address, mark_proven, new_account
from learners.joining.codes import same_last_name
from learners.joining.models import JoinCode, Joining, State
from learners.joining.proving import TWICE, spend
from learners.organisations.models import Membership
from learners.people.models import User


class NotInForce(Exception):
    """The code lets nobody in any more: `state` says why."""

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.state = state


class ProofOver(Exception):
    """The address was proven too long ago, or somebody came in by that proof already."""


class Retired(Exception):
    """The account of this address was closed."""


class NumberTaken(Exception):
    """The staff number belongs to somebody who cannot be taken to be the one who gave it."""


@dataclass(frozen=True)
class Arrival:
    """Somebody who is in, and whether that is new. What a double click sends second finds it new, too."""

    person: Any
    membership: Membership
    is_new: bool


@transaction.atomic
def come_in(*, code: JoinCode, person: Any) -> Arrival:
    """Bring in somebody who has an account. Raises NotInForce and Retired."""
    return _arrive(_locked(code), person)


@transaction.atomic
def come_in_by_address(
    *,
    code: JoinCode,
    proof: uuid.UUID,
    email: str,
    first_name: str = "",
    last_name: str = "",
    employee_number: str = "",
) -> Arrival:
    """Bring in whoever has proven this address: as the account that has it, as the person on the staff list, or anew.

    Raises ProofOver, NotInForce, Retired and NumberTaken; then nothing was written.
    """
    locked = _locked(code)
    if not spend(proof=proof):
        raise ProofOver
    person, listed = account_with(email), None
    if person is None and employee_number:
        listed = _on_staff_list(locked, employee_number, last_name)
    if listed is not None:
        give_address(person=listed, email=email)
        person = listed
    if person is None:
        person = new_account(email=email, first_name=first_name, last_name=last_name)
    arrival = _arrive(locked, person, employee_number=employee_number, listed=listed is not None)
    mark_proven(person=person, email=email)
    return arrival


def _locked(code: JoinCode) -> JoinCode:
    """The code as it is now, held until all is written: whoever comes by it comes one after the other."""
    return JoinCode.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=code.pk)


def _arrive(code: JoinCode, person: Any, *, employee_number: str = "", listed: bool = False) -> Arrival:
    today = timezone.localdate()
    if not person.is_active:
        raise Retired
    here = Membership.objects.in_force(on=today).filter(person=person, organisation=code.organisation).first()
    if here and not listed:
        now = Joining.objects.filter(membership=here, code=code, joined_at__gt=timezone.now() - TWICE)
        return Arrival(person, here, is_new=now.exists())
    state = code.state(on=today)
    if state != State.IN_FORCE:
        raise NotInForce(state)
    membership = here or Membership.objects.create(
        person=person,
        organisation=code.organisation,
        role=code.role,
        staff_group=code.staff_group,
        team=code.team,
        site=code.site,
        employee_number=employee_number,
        starts_on=today,
    )
    Joining.objects.get_or_create(
        membership=membership,
        defaults={"code": code, "joined_at": timezone.now(), "was_on_staff_list": listed},
    )
    return Arrival(person, membership, is_new=True)


def _on_staff_list(code: JoinCode, number: str, last_name: str) -> User | None:
    """The one person here with this number and last name, who has no address; None where nobody has the number.

    Raises NumberTaken where somebody has it who is spelt otherwise, can sign in, or may do more than learn: a number
    and a name are known to colleagues, so they open nothing that is in use.
    """
    numbered = Membership.objects.filter(organisation=code.organisation, employee_number__iexact=number)
    holders = User.objects.filter(pk__in=numbered.values("person"))
    if not holders.exists():
        return None
    found = list(_never_signed_in(holders).select_for_update(of=("self",)))
    if len(found) != 1 or holders.count() != 1 or not same_last_name(found[0].last_name, last_name):
        raise NumberTaken
    return found[0]


def _never_signed_in(people: QuerySet[User]) -> QuerySet[User]:
    powerful = (
        Q(is_staff=True) | Q(is_superuser=True) | Q(groups__isnull=False) | Q(appointments__isnull=False)
    )
    out = User.objects.filter(powerful).values("pk")
    return people.filter(email="", last_login=None, is_active=True, anonymised_at=None).exclude(pk__in=out)

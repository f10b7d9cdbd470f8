"""Organisations are asked to sign an agreement, and sign it, mean to, decline, or leave."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from learners.organisations.models import NetworkMembership, Organisation
from learners.sharing.actions.agreements import locked
from learners.sharing.actions.refusals import Refused
from learners.sharing.models import Agreement, Party, Stage

SIGNABLE = frozenset({Stage.SIGNING, Stage.ACTIVE})
BEFORE = {
    Party.State.LEFT: Party.State.SIGNED,
    Party.State.SIGNED: Party.State.ASKED,
    Party.State.DECLINED: Party.State.ASKED,
}
"""What a party was before what was noted of it by mistake."""


@transaction.atomic
def add_parties(
    *, agreement: Agreement, organisations: Iterable[Organisation], today: datetime.date, by: Any
) -> int:
    """Ask organisations to sign. Who is a party already stays as it is. Raises Refused outside the network."""
    found = _going(locked(agreement))
    keys = {each.pk for each in organisations}
    if keys - set(_members(found, today).values_list("organisation", flat=True)):
        raise Refused("organisations", "Choose organisations that are in this network today")
    new = sorted(keys - set(found.parties.values_list("organisation", flat=True)))
    for key in new:
        Party.objects.create(agreement=found, organisation_id=key)
    if new:
        log(instance=found, action="sharing.parties", user=by, data={"added": len(new)})
    return len(new)


@transaction.atomic
def sign(*, party: Party, on: datetime.date, signatory: str, today: datetime.date, by: Any) -> None:
    """An organisation signed, on a day. Said twice, the first counts.

    Raises Refused while the text is not there to be signed, for a day to come, and outside the network.
    """
    row = _locked(party)
    if row.state == Party.State.SIGNED:
        return
    if row.state == Party.State.LEFT:
        raise Refused("answer", "It left this version. It can sign the next one")
    if row.agreement.stage not in SIGNABLE:
        raise Refused("answer", "It can be signed once it has come to signing")
    if on > today:
        raise Refused("on", "Choose today or a day in the past")
    if not _members(row.agreement, today).filter(organisation=row.organisation_id).exists():
        raise Refused("answer", f"{row.organisation} is not in this network any more")
    row.signed_on, row.signatory, row.planned_on, row.note = on, signatory, None, ""
    _note(row, Party.State.SIGNED, by)


@transaction.atomic
def plan_signing(*, party: Party, on: datetime.date, today: datetime.date, by: Any) -> None:
    """An organisation means to sign by a day. Raises Refused for a day that has passed, and after its signature."""
    row = _locked(party)
    _refuse_after_signature(row)
    if on < today:
        raise Refused("on", "Choose today or a day to come")
    if (row.state, row.planned_on) != (Party.State.ASKED, on):
        row.planned_on, row.note = on, ""
        _note(row, Party.State.ASKED, by)


@transaction.atomic
def decline(*, party: Party, note: str, by: Any) -> None:
    """An organisation will not sign, and says why. Said twice, the first counts. Raises Refused after its signature."""
    row = _locked(party)
    _refuse_after_signature(row)
    if row.state != Party.State.DECLINED:
        row.planned_on, row.note = None, note
        _note(row, Party.State.DECLINED, by)


@transaction.atomic
def leave(*, party: Party, on: datetime.date, note: str = "", by: Any) -> None:
    """An organisation's signature holds until a day, which may be to come. Said twice, the first counts."""
    row = _locked(party)
    if row.state == Party.State.LEFT:
        return
    if row.state != Party.State.SIGNED or row.signed_on is None:
        raise Refused("answer", "It has not signed. It can decline")
    if on < row.signed_on:
        raise Refused("on", "Choose a day on which it had signed")
    row.left_on, row.note = on, note
    _note(row, Party.State.LEFT, by)


@transaction.atomic
def take_back(*, party: Party, note: str, by: Any) -> None:
    """What was noted last of a party was a mistake: it stands as before. Raises Refused where nothing was noted."""
    row = _locked(party)
    if row.state not in BEFORE:
        raise Refused("answer", "Nothing is noted that could be taken back")
    was, row.left_on, row.note = row.get_state_display(), None, note
    before = BEFORE[Party.State(row.state)]
    if before == Party.State.ASKED:
        row.signed_on, row.signatory = None, ""
    _note(row, before, by, mistake=was)


def _going(agreement: Agreement) -> Agreement:
    if agreement.stage == Stage.EXPIRED:
        raise Refused("", "This version has expired. Make a new version")
    return agreement


def _locked(party: Party) -> Party:
    """The row as it is now, after its agreement's, so that what is written about one agreement goes one by one."""
    agreement = _going(locked(Agreement(pk=party.agreement_id)))
    row = Party.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=party.pk)
    row.agreement = agreement
    return row


def _refuse_after_signature(row: Party) -> None:
    if row.state in (Party.State.SIGNED, Party.State.LEFT):
        raise Refused("answer", "It has signed. It can leave")


def _members(agreement: Agreement, today: datetime.date) -> Any:
    return NetworkMembership.objects.in_force(on=today).filter(network=agreement.network_id)


def _note(row: Party, state: str, by: Any, **more: str) -> None:
    row.state = state
    row.save()
    said = {"organisation": row.organisation.name, "state": row.get_state_display(), "note": row.note}
    log(instance=row.agreement, action="sharing.party", user=by, data=said | more)

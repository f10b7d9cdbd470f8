"""Organisations are asked to sign an agreement, and sign it, mean to, decline, or leave."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q
from wagtail.log_actions import log

from learners.organisations.models import Organisation
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
MEANWHILE = "Something else was noted meanwhile. Look again"


@transaction.atomic
def add_parties(
    *, agreement: Agreement, organisations: Iterable[Organisation], today: datetime.date, by: Any
) -> int:
    """Ask organisations to sign. Who is a party already stays as it is. Raises Refused outside the network."""
    found = _going(locked(agreement))
    keys = {each.pk for each in organisations}
    here = Organisation.objects.in_network(found.network_id, on=today)
    if keys - set(here.values_list("pk", flat=True)):
        raise Refused("organisations", "Choose organisations that are in this network today")
    new = sorted(keys - set(found.parties.values_list("organisation", flat=True)))
    Party.objects.bulk_create(Party(agreement=found, organisation_id=key) for key in new)
    if new:
        log(instance=found, action="sharing.parties", user=by, data={"added": len(new)})
    return len(new)


@transaction.atomic
def sign(*, party: Party, on: datetime.date, signatory: str, today: datetime.date, by: Any) -> bool:
    """An organisation signed, on a day. Said twice, the first counts. Whether it was noted now.

    Raises Refused while the text is not there to be signed, for a day to come, and outside the network.
    """
    row = _locked(party)
    if row.state == Party.State.SIGNED:
        return False
    if row.state == Party.State.LEFT:
        raise Refused("answer", "It left this version. It can sign the next one")
    if row.agreement.stage not in SIGNABLE:
        raise Refused("answer", "It can be signed once it has come to signing")
    if on > today:
        raise Refused("on", "Choose today or a day in the past")
    here = Organisation.objects.in_network(row.agreement.network_id, on=today)
    if not here.filter(pk=row.organisation_id).exists():
        raise Refused("answer", f"{row.organisation} is not in this network any more")
    row.signed_on, row.signatory, row.planned_on, row.note = on, signatory, None, ""
    return _note(row, Party.State.SIGNED, by)


@transaction.atomic
def plan_signing(*, party: Party, on: datetime.date, today: datetime.date, by: Any) -> bool:
    """An organisation means to sign by a day. Whether it was noted now.

    Raises Refused for a day that has passed, and after its signature.
    """
    row = _locked(party)
    _refuse_after_signature(row)
    if on < today:
        raise Refused("on", "Choose today or a day to come")
    if (row.state, row.planned_on) == (Party.State.ASKED, on):
        return False
    row.planned_on, row.note = on, ""
    return _note(row, Party.State.ASKED, by)


@transaction.atomic
def decline(*, party: Party, note: str, by: Any) -> bool:
    """An organisation will not sign, and says why. Said twice, the first counts. Whether it was noted now.

    Raises Refused after its signature.
    """
    row = _locked(party)
    _refuse_after_signature(row)
    if row.state == Party.State.DECLINED:
        return False
    row.planned_on, row.note = None, note
    return _note(row, Party.State.DECLINED, by)


@transaction.atomic
def leave(*, party: Party, on: datetime.date, note: str = "", by: Any) -> bool:
    """An organisation's signature holds until a day, which may be to come. Said twice, the first counts.

    Whether it was noted now.
    """
    row = _locked(party)
    if row.state == Party.State.LEFT:
        return False
    if row.state != Party.State.SIGNED or row.signed_on is None:
        raise Refused("answer", "It has not signed. It can decline")
    if on < row.signed_on:
        raise Refused("on", "Choose a day on which it had signed")
    row.left_on, row.note = on, note
    return _note(row, Party.State.LEFT, by)


@transaction.atomic
def take_back(*, party: Party, note: str, by: Any, was: str = "") -> bool:
    """What was noted last of a party was a mistake: it stands as before. Whether it was taken back now.

    `was`: its state as whoever takes it back saw it, so that a double click takes back one step. Raises Refused where
    nothing was noted, or something else meanwhile.
    """
    row = _locked(party)
    if was and was != row.state:
        if BEFORE.get(Party.State(was)) == row.state:
            return False
        raise Refused("answer", MEANWHILE)
    if row.state not in BEFORE:
        raise Refused("answer", "Nothing is noted that could be taken back")
    mistake, row.left_on, row.note = row.get_state_display(), None, note
    before = BEFORE[Party.State(row.state)]
    if before == Party.State.ASKED:
        row.signed_on, row.signatory = None, ""
    return _note(row, before, by, mistake=mistake)


@transaction.atomic
def ask_no_more(*, party: Party, note: str, by: Any) -> bool:
    """An organisation was asked by mistake: it is no party. Raises Refused where it has answered, or scope names it."""
    row = _locked(party)
    if row.state != Party.State.ASKED:
        raise Refused("answer", "It has answered. What it said can be taken back")
    named = Q(providers=row.organisation_id) | Q(viewers=row.organisation_id)
    if row.agreement.scope.filter(named).exists():
        raise Refused("answer", "The scope names it. Take it out there first")
    said = {"organisation": row.organisation.name, "state": "Asked by mistake", "note": note}
    row.delete()
    log(instance=row.agreement, action="sharing.party", user=by, data=said)
    return True


def _going(agreement: Agreement) -> Agreement:
    if agreement.stage == Stage.EXPIRED:
        raise Refused("", "This version has expired. Make a new version")
    return agreement


def _locked(party: Party) -> Party:
    """The row as it is now, after its agreement's, so that what is written about one agreement goes one by one."""
    agreement = _going(locked(Agreement(pk=party.agreement_id)))
    rows = Party.objects.select_for_update(of=("self",)).select_related("organisation")
    row = rows.filter(pk=party.pk).first()
    if row is None:
        raise Refused("answer", "It is not asked any more")
    row.agreement = agreement
    return row


def _refuse_after_signature(row: Party) -> None:
    if row.state in (Party.State.SIGNED, Party.State.LEFT):
        raise Refused("answer", "It has signed. It can leave")


def _note(row: Party, state: str, by: Any, **more: str) -> bool:
    row.state = state
    row.save()
    said = {"organisation": row.organisation.name, "state": row.get_state_display(), "note": row.note}
    log(instance=row.agreement, action="sharing.party", user=by, data=said | more)
    return True

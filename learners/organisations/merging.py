"""Mergers: planned, reviewed, applied, and undone for 30 days.

The history stays where it is. Hats end on the predecessor's last day and others begin in the successor on the day
after, so that a report of a day before the merger reads the same after it.
"""

import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.organisations.merging_changes import Ledger, put_back
from learners.organisations.merging_obstacles import undo_obstacles
from learners.organisations.merging_plan import MergerPlan, plan_of, refusals_of
from learners.organisations.models import (
    Membership,
    Merger,
    MergerMove,
    MergerState,
    Organisation,
)
from learners.organisations.signals import posts_written

PERMISSION = "organisations.merge_organisation"


class MergerRefused(Exception):
    """A merger cannot be planned, applied or undone. `reasons` say why, in words."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@transaction.atomic
def plan_merger(
    *,
    predecessor: Organisation,
    successor: Organisation,
    on: datetime.date,
    by: Any,
    with_appointments: bool = True,
) -> Merger:
    """Plan that one organisation becomes another from a day. Writes nothing but the plan.

    Raises PermissionDenied, or MergerRefused where the two cannot merge on that day.
    """
    _allow(by)
    Organisation.objects.select_for_update().get(pk=predecessor.pk)
    merger = Merger(
        predecessor=predecessor,
        successor=successor,
        on=on,
        with_appointments=with_appointments,
        planned_by=by,
        planned_at=timezone.now(),
    )
    if reasons := refusals_of(merger):
        raise MergerRefused(reasons)
    if other := predecessor.mergers_from.filter(undone_at=None).first():
        raise MergerRefused([f"A merger of {other} is planned or done already."])
    merger.save()
    log(instance=merger, action="organisations.plan_merger", user=by, data={"on": str(on)})
    return merger


@transaction.atomic
def withdraw_plan(*, merger: Merger, by: Any) -> bool:
    """Give a plan up. False where it is no plan any more: then nothing changes."""
    _allow(by)
    found = _locked(merger)
    if found.state is not MergerState.PLANNED:
        return False
    _stamp_undone(found, by)
    log(instance=found, action="organisations.withdraw_merger", user=by)
    return True


@transaction.atomic
def apply_merger(*, merger: Merger, reviewed: str, by: Any) -> bool:
    """Carry out a plan as it was reviewed. False where that was done before: then nothing changes.

    `reviewed` is the digest of the plan that somebody has read. Raises PermissionDenied; and MergerRefused where
    the plan cannot be carried out, or has changed since it was read.
    """
    _allow(by)
    found = _locked(merger)
    if found.state is not MergerState.PLANNED:
        return False
    plan = _reviewed_plan(found, reviewed)
    _write(plan)
    found.applied_by, found.applied_at = by, timezone.now()
    found.save(update_fields=["applied_by", "applied_at"])
    _tell(found)
    log(instance=found, action="organisations.apply_merger", user=by, data=_counts(plan))
    return True


@transaction.atomic
def move_latecomers(*, merger: Merger, reviewed: str, by: Any) -> bool:
    """Move those who have come into the predecessor since the merger was applied. False where nobody has.

    Raises as `apply_merger` does.
    """
    _allow(by)
    found = _locked(merger)
    if found.state is not MergerState.APPLIED:
        return False
    plan = plan_of(found)
    if not (plan.moves or plan.unsettled):
        return False
    plan = _reviewed_plan(found, reviewed)
    _write(plan)
    _tell(found)
    log(instance=found, action="organisations.apply_merger", user=by, data=_counts(plan))
    return True


@transaction.atomic
def undo_merger(*, merger: Merger, by: Any) -> bool:
    """Put everything back as it was before. False where it is not applied any more: then nothing changes.

    Raises PermissionDenied; and MergerRefused after 30 days, or where something has moved on since.
    """
    _allow(by)
    found = _locked(merger)
    if found.state is not MergerState.APPLIED:
        return False
    if reasons := reasons_against_undoing(found):
        raise MergerRefused(reasons)
    people = found.moves.values("ended__person").distinct().count()
    try:
        with transaction.atomic():
            put_back(found)
    except IntegrityError as error:
        raise MergerRefused(["Something that the merger ended has been replaced since."]) from error
    _stamp_undone(found, by)
    _tell(found)
    log(instance=found, action="organisations.undo_merger", user=by, data={"people": people})
    return True


def reasons_against_undoing(merger: Merger) -> list[str]:
    """Why a merger that was applied cannot be undone, in words; empty where it can."""
    if merger.undo_until and timezone.localdate() > merger.undo_until:
        return ["It was done more than 30 days ago."]
    return undo_obstacles(merger)


def _tell(merger: Merger) -> None:
    posts_written.send(sender=Merger, organisations=[merger.predecessor_id, merger.successor_id])


def _allow(by: Any) -> None:
    if not by.has_perm(PERMISSION):
        raise PermissionDenied


def _locked(merger: Merger) -> Merger:
    """The merger's row and both organisations', so that two tabs and two mergers come one after the other."""
    found = Merger.objects.select_for_update().get(pk=merger.pk)
    keys = (found.predecessor_id, found.successor_id)
    both = {
        row.pk: row for row in Organisation.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    }
    found.predecessor, found.successor = both[found.predecessor_id], both[found.successor_id]
    return found


def _reviewed_plan(merger: Merger, reviewed: str) -> MergerPlan:
    plan = plan_of(merger)
    if plan.refusals:
        raise MergerRefused(plan.refusals)
    if plan.digest != reviewed:
        raise MergerRefused(["Something has changed since this was shown. Read it again, then go on."])
    return plan


def _write(plan: MergerPlan) -> None:
    merger, ledger = plan.merger, Ledger(plan.merger)
    if merger.predecessor.ends_on != merger.last_day:
        ledger.change([merger.predecessor], ends_on=merger.last_day)
    ledger.make(plan.places.new_sites)
    for team in plan.places.new_teams:  # one by one: each rests on the one above
        ledger.make([team])
    _write_hats(plan, ledger)
    ledger.make(plan.pauses)
    ledger.make(plan.appointments)
    for network in plan.networks:
        if network.starts_on > merger.last_day:
            ledger.remove(network)
        else:
            ledger.change([network], ends_on=merger.last_day)
    ledger.save()


def _write_hats(plan: MergerPlan, ledger: Ledger) -> None:
    merger = plan.merger
    ended = {move.ended.pk: move.ended for move in plan.moves if not move.is_put_off}
    ledger.change(ended.values(), ends_on=merger.last_day)
    ledger.make([move.begun for move in plan.made])
    for move in plan.put_off:
        hat: Membership = move.ended
        team, site = plan.places.team(hat.team_id), plan.places.site(hat.site_id)
        ledger.change(
            [hat],
            organisation_id=merger.successor_id,
            team_id=team and team.pk,
            site_id=site and site.pk,
        )
    MergerMove.objects.bulk_create(
        MergerMove(merger=merger, ended=move.ended, begun=move.begun, was_made=move.was_made)
        for move in plan.moves
    )


def _stamp_undone(merger: Merger, by: Any) -> None:
    merger.undone_by, merger.undone_at = by, timezone.now()
    merger.save(update_fields=["undone_by", "undone_at"])


def _counts(plan: MergerPlan) -> dict[str, int]:
    return {
        "people": plan.people,
        "new posts": len(plan.made),
        "there already": len(plan.already_there),
        "begin later": len(plan.put_off),
    }

"""Writing a network's roadmap: what it wants to reach, and what goes live when and where."""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.organisations.models import Network
from learners.programme.actions.keeping import keep_of_network
from learners.programme.models import Milestone, MilestoneChange, Objective

Status = Milestone.Status
NEEDS_REASON = frozenset({Status.PAUSED, Status.DROPPED})


class NotYet(Exception):
    """Nothing is live on a day to come."""


class NoReason(Exception):
    """What is paused or dropped needs a reason: others read it."""


def keep_objective(*, form: Any, by: Any) -> Objective:
    """Write an objective from its valid form, new or changed. The same new one twice is there once."""
    kept: Objective = keep_of_network(
        form=form,
        among=form.instance.network.objectives,
        same_in=("statement", "measure", "baseline", "target", "by"),
        kind="objective",
        by=by,
    )
    return kept


@transaction.atomic
def add_milestone(*, form: Any, by: Any) -> Milestone:
    """Plan a milestone from its valid form. The same one twice is there once; what was dropped can be planned anew."""
    Network.objects.select_for_update().get(pk=form.instance.network_id)
    names = ("organisation", "capability", "title", "on")
    same = {name: getattr(form.instance, name) for name in names}
    planned = form.instance.network.milestones.exclude(status=Status.DROPPED)
    if there := planned.filter(**same).first():
        return there
    milestone: Milestone = form.save()
    _append(milestone, Status.PLANNED, milestone.on, "", by)
    move_go_live(milestone=milestone)
    return milestone


@transaction.atomic
def keep_milestone(*, form: Any, by: Any) -> Milestone:
    """Change what a milestone is about, from its valid form. Where it stands is `change_milestone`'s."""
    held = Milestone.objects.select_for_update().get(pk=form.instance.pk)
    form.instance.status, form.instance.on = held.status, held.on  # somebody may have moved it meanwhile
    milestone: Milestone = form.save()
    move_go_live(milestone=milestone)
    if form.changed_data:
        data = {"fields": list(form.changed_data)}
        log(instance=milestone, action="programme.change_milestone", user=by, data=data)
    return milestone


@transaction.atomic
def change_milestone(
    *, milestone: Milestone, status: str, on: datetime.date, reason: str, by: Any
) -> MilestoneChange | None:
    """Say where a milestone stands and its day; its go-live moves along. None: it stands so already.

    Raises NotYet, NoReason.
    """
    status, reason = Status(status), reason.strip()
    if status in NEEDS_REASON and not reason:
        raise NoReason
    if status == Status.LIVE and on > timezone.localdate():
        raise NotYet
    held = Milestone.objects.select_for_update().get(pk=milestone.pk)
    newest = held.changes.last()
    stands_so = (held.status, held.on) == (status, on)
    if stands_so and (not reason or (newest and newest.reason == reason)):
        return None
    made = _append(held, status, on, reason, by)
    held.status, held.on = status, on
    held.save(update_fields=["status", "on"])
    move_go_live(milestone=held)
    milestone.status, milestone.on = status, on
    return made


def _append(milestone: Milestone, status: str, on: datetime.date, reason: str, by: Any) -> MilestoneChange:
    return MilestoneChange.objects.create(milestone=milestone, status=status, on=on, reason=reason, by=by)


@transaction.atomic
def move_go_live(*, milestone: Milestone) -> None:
    """Its go-live takes its day. Saved as a row of its own, so that `requirements.stirring` hears of it."""
    go_live = milestone.go_live
    if go_live and go_live.on != milestone.on:
        go_live.on = milestone.on
        go_live.save(update_fields=["on"])

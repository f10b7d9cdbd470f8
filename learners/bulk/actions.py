"""Choosing, doing and taking back, each once."""

import datetime
from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.bulk.deciding import outcomes_of
from learners.bulk.models import BulkAction, BulkItem, Kind, Outcome
from learners.organisations.models import Organisation
from learners.organisations.scope import Scope
from learners.reminders.actions import ask_to_remind, take_back
from learners.reminders.models import Nudge
from learners.requirements.actions.individual import assign, exempt, withdraw
from learners.requirements.models import Assignment, Exemption
from modules.models import ModulePage

AT_ONCE = 1_000
FORGOTTEN_AFTER = datetime.timedelta(days=1)

type Made = dict[int, int]
"""The key of what was made, by the key of its person."""


@transaction.atomic
def choose(*, organisation: Organisation, kind: Kind, people: Iterable[int], by: Any) -> BulkAction:
    """Note whom somebody chose, and for what. What was chosen days ago and never done is forgotten."""
    old = BulkAction.objects.filter(
        organisation=organisation,
        state=BulkAction.State.CHOSEN,
        made_at__lt=timezone.now() - FORGOTTEN_AFTER,
    )
    old.delete()
    action = BulkAction.objects.create(
        organisation=organisation, kind=kind, made_by=by, is_settled=kind is Kind.REMIND
    )
    items = (BulkItem(action=action, person_id=person) for person in dict.fromkeys(people))
    BulkItem.objects.bulk_create(items, batch_size=AT_ONCE)
    return action


@transaction.atomic
def settle(
    *, action: BulkAction, module: ModulePage | None, day: datetime.date | None, reason: str = ""
) -> None:
    """Say what exactly is to be done. Once it is done, this changes nothing."""
    waiting = BulkAction.objects.filter(pk=action.pk, state=BulkAction.State.CHOSEN)
    waiting.update(module=module, day=day, reason=reason, is_settled=True)


@transaction.atomic
def carry_out(*, action: BulkAction, by: Any) -> BulkAction:
    """Do it for those for whom it can be done now, and note what came of each. A second click changes nothing."""
    action = _held(action)
    if action.state != BulkAction.State.CHOSEN or not action.is_settled:
        return action
    outcomes = outcomes_of(action, Scope.of(by))
    wanted = sorted(person for person, outcome in outcomes.items() if outcome is Outcome.DONE)
    made = DOING[Kind(action.kind)](action, wanted, by)
    items = list(action.items.all())
    for item in items:
        item.made = made.get(item.person_id)
        item.outcome = outcomes[item.person_id] if item.made else _instead(action, outcomes[item.person_id])
    BulkItem.objects.bulk_update(items, ["made", "outcome"], batch_size=AT_ONCE)
    action.state, action.done_at = BulkAction.State.DONE, timezone.now()
    action.save(update_fields=["state", "done_at"])
    _log(action, "bulk.done", by, len(made))
    return action


def _instead(action: BulkAction, outcome: Outcome) -> Outcome:
    """Somebody else did the same for them in this moment."""
    if outcome is not Outcome.DONE:
        return outcome
    return Outcome.WAITING if action.kind == Kind.REMIND else Outcome.ASKED


@transaction.atomic
def undo(*, action: BulkAction, by: Any) -> BulkAction:
    """Take back what this did and what is not over yet, and nothing else. A second click changes nothing."""
    action = _held(action)
    if action.state != BulkAction.State.DONE:
        return action
    back = set(UNDOING[Kind(action.kind)](action, _made_by(action)))
    action.items.filter(made__in=back).update(taken_back=True)
    action.state, action.undone_at, action.undone_by = BulkAction.State.UNDONE, timezone.now(), by
    action.save(update_fields=["state", "undone_at", "undone_by"])
    _log(action, "bulk.undone", by, len(back))
    return action


def _held(action: BulkAction) -> BulkAction:
    """The action as it is now, held until this transaction ends."""
    return (
        BulkAction.objects.select_for_update(of=("self",))
        .select_related("organisation", "module")
        .get(pk=action.pk)
    )


def _made_by(action: BulkAction) -> list[int]:
    made = action.items.exclude(made=None).order_by().values_list("made", flat=True)
    return [key for key in made if key is not None]


def _log(action: BulkAction, name: str, by: Any, people: int) -> None:
    data = {"what": action.kind, "people": people, "id": str(action.uuid)}
    if action.module:
        data["module"] = action.module.title
    log(instance=action.organisation, action=name, user=by, data=data)


def _remind(action: BulkAction, people: list[int], by: Any) -> Made:
    nudges = ask_to_remind(organisation=action.organisation, people=people, by=by)
    return {nudge.person_id: nudge.pk for nudge in nudges}


def _assign(action: BulkAction, people: list[int], by: Any) -> Made:
    if action.module is None or action.day is None:
        return {}
    rows = assign(
        organisation=action.organisation, module=action.module, people=people, due_on=action.day, by=by
    )
    return {row.person_id: row.pk for row in rows}


def _exempt(action: BulkAction, people: list[int], by: Any) -> Made:
    rows = exempt(
        organisation=action.organisation,
        module=action.module,
        people=people,
        until=action.day,
        reason=action.reason,
        by=by,
    )
    return {row.person_id: row.pk for row in rows}


def _not_remind(action: BulkAction, made: list[int]) -> list[int]:
    """Those that are in no e-mail yet."""
    waiting = Nudge.objects.select_for_update().filter(pk__in=made, digest=None, taken_back_at=None)
    keys = list(waiting.values_list("pk", flat=True))
    take_back(nudges=keys)
    return keys


def _not_assign(action: BulkAction, made: list[int]) -> list[int]:
    return withdraw(model=Assignment, rows=made, organisation=action.organisation)


def _not_exempt(action: BulkAction, made: list[int]) -> list[int]:
    return withdraw(model=Exemption, rows=made, organisation=action.organisation)


DOING: dict[Kind, Callable[[BulkAction, list[int], Any], Made]] = {
    Kind.REMIND: _remind,
    Kind.ASSIGN: _assign,
    Kind.EXEMPT: _exempt,
}
UNDOING: dict[Kind, Callable[[BulkAction, list[int]], list[int]]] = {
    Kind.REMIND: _not_remind,
    Kind.ASSIGN: _not_assign,
    Kind.EXEMPT: _not_exempt,
}

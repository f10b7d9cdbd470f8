"""For whom it is done, and who is left out and why. Decided for the preview, and again when it is done."""

from typing import Any

from django.db.models import Q
from django.utils import timezone

from learners.bulk.models import BulkAction, BulkItem, Kind, Outcome
from learners.organisations.scope import Scope
from learners.records.models import Completion
from learners.reminders.models import Nudge
from learners.reminders.selectors import SPOKEN_OF, reachable
from learners.requirements.models import Assignment, Exemption, KeptStanding

type Outcomes = dict[int, Outcome]


def outcomes_of(action: BulkAction, scope: Scope) -> Outcomes:
    """What would come of it for each person who was chosen, by key; in a fixed number of queries."""
    chosen = BulkItem.objects.filter(action=action).order_by().values("person")
    keys = set(chosen.values_list("person", flat=True))
    roster = scope.roster(action.organisation).filter(person__in=chosen).order_by()
    gone = keys - set(roster.values_list("person_id", flat=True))
    left_out = LEFT_OUT[Kind(action.kind)](action, chosen) | dict.fromkeys(gone, Outcome.GONE)
    return {person: left_out.get(person, Outcome.DONE) for person in keys}


def _not_to_remind(action: BulkAction, chosen: Any) -> Outcomes:
    here: dict[str, Any] = {"organisation": action.organisation, "person__in": chosen}
    keys = set(chosen.values_list("person", flat=True))
    spoken_of = KeptStanding.objects.current().filter(state__in=SPOKEN_OF, **here)
    waiting = Nudge.objects.filter(digest=None, taken_back_at=None, **here)
    return {
        **_each(waiting, Outcome.WAITING),
        **dict.fromkeys(keys - set(reachable(action.organisation, keys)), Outcome.NO_EMAIL),
        **dict.fromkeys(keys - _each(spoken_of, Outcome.DONE).keys(), Outcome.NOTHING_OPEN),
    }


def _not_to_ask(action: BulkAction, chosen: Any) -> Outcomes:
    if action.module is None:
        return {}
    key, today = action.module.translation_key, timezone.localdate()
    here: dict[str, Any] = {"organisation": action.organisation, "person__in": chosen}
    still_good = Q(expires_on=None) | Q(expires_on__gte=today)
    done = Completion.objects.standing().filter(still_good, person__in=chosen, module_key=key)
    asked = KeptStanding.objects.current().filter(module_key=key, **here)
    assigned = Assignment.objects.holding_from(today).filter(
        module__translation_key=key, withdrawn_at=None, **here
    )
    return {
        **_each(done, Outcome.HAS_DONE),
        **_each(asked, Outcome.ASKED),
        **_each(assigned, Outcome.ASKED),
    }


def _not_to_excuse(action: BulkAction, chosen: Any) -> Outcomes:
    """Who is exempt from as much, for as long, already."""
    as_much = Q(module=None) | Q(module=action.module) if action.module else Q(module=None)
    as_long = Q(ends_on=None) | Q(ends_on__gte=action.day) if action.day else Q(ends_on=None)
    excused = Exemption.objects.in_force(on=timezone.localdate()).filter(
        as_much, as_long, organisation=action.organisation, person__in=chosen, withdrawn_at=None
    )
    return _each(excused, Outcome.EXCUSED)


def _each(rows: Any, outcome: Outcome) -> Outcomes:
    return dict.fromkeys(rows.order_by().values_list("person_id", flat=True), outcome)


LEFT_OUT = {Kind.REMIND: _not_to_remind, Kind.ASSIGN: _not_to_ask, Kind.EXEMPT: _not_to_excuse}

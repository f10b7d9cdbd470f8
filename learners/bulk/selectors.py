"""Reading what was done for many people, within what somebody may see."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Count, Q, QuerySet

from learners.bulk.deciding import outcomes_of
from learners.bulk.models import BulkAction, BulkItem, Kind, Outcome
from learners.organisations.models import Organisation
from learners.organisations.scope import Scope

NAMES_SHOWN = 100


def actions_of(scope: Scope, organisation: Organisation) -> QuerySet[BulkAction]:
    """What somebody may see of what was done: their own doings; an administrator, everybody's once they are done."""
    own = Q(made_by=scope.person)
    rows = BulkAction.objects.filter(organisation=organisation, organisation__in=scope.organisations())
    if scope.administers(organisation):
        rows = rows.filter(own | ~Q(state=BulkAction.State.CHOSEN))
    else:
        rows = rows.filter(own).exclude(kind=Kind.EXEMPT)
    return rows.select_related("organisation", "module", "made_by", "undone_by")


def done_at(scope: Scope, organisation: Organisation) -> QuerySet[BulkAction]:
    """Those that were done, newest first, each with for how many, and how many were left out."""
    done = Q(items__outcome=Outcome.DONE)
    rows = actions_of(scope, organisation).exclude(state=BulkAction.State.CHOSEN)
    rows = rows.annotate(people=Count("items", filter=done), left_out=Count("items", filter=~done))
    return rows.order_by("-done_at", "-pk")


@dataclass(frozen=True, slots=True)
class Part:
    """People of whom the same comes: the first of them by name, and how many there are."""

    outcome: Outcome
    total: int
    names: list[str]

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.total - len(self.names)


def parts_of(action: BulkAction, scope: Scope) -> list[Part]:
    """What comes or came of it: first for whom it is done, then who is left out and why."""
    if action.state == BulkAction.State.CHOSEN:
        outcomes = outcomes_of(action, scope)
    else:
        rows = action.items.values_list("person_id", "outcome")
        outcomes = {person: Outcome(outcome) for person, outcome in rows}
    counts = Counter(outcomes.values())
    names = _names(action, scope, outcomes)
    return [Part(each, counts[each], names.get(each, [])) for each in Outcome if counts[each]]


def _names(action: BulkAction, scope: Scope, outcomes: dict[int, Outcome]) -> dict[Outcome, list[str]]:
    """Names of those who are in scope today; some of each outcome."""
    items = BulkItem.objects.filter(action=action).order_by().values("person")
    seen = scope.roster(action.organisation).filter(person__in=items).order_by().values("person")
    people: QuerySet[Any] = get_user_model().objects.filter(pk__in=seen)
    found: dict[Outcome, list[str]] = {}
    for person in people.order_by("last_name", "first_name", "pk").only("first_name", "last_name", "email"):
        names = found.setdefault(outcomes[person.pk], [])
        if len(names) < NAMES_SHOWN:
            names.append(f"{person.first_name} {person.last_name}".strip() or person.email)
    return found

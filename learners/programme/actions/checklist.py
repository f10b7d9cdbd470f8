"""Going through the early-project checklist, and what is done about what is missing."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from learners.organisations.models import Network, Organisation
from learners.programme.models import Assessment, ChecklistAction, ChecklistAnswer, ChecklistItem, Standing

MISSING = frozenset({Standing.NOT, Standing.UNSURE})
"""What counts as not in place: whoever is unsure does not have it."""


class AlreadyClosed(Exception):
    """The assessment was finished, perhaps in another tab. What it says stays."""


class OpenAlready(Exception):
    """The item has another action that is open."""


class Unanswered(Exception):
    """Some items have no answer yet."""

    def __init__(self, numbers: list[int]) -> None:
        super().__init__(f"Not answered yet: {', '.join(map(str, numbers))}")
        self.numbers = numbers


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one item."""

    standing: str
    note: str = ""


@transaction.atomic
def begin(*, owner: Network | Organisation, by: Any) -> Assessment:
    """The assessment under way; a new one, where there is none. Twice at once begins one."""
    found, _ = Assessment.objects.get_or_create(
        **_whose(owner), closed_at=None, defaults={"begun_on": timezone.localdate(), "begun_by": by}
    )
    return found


@transaction.atomic
def answer(*, assessment: Assessment, said: Mapping[int, Said]) -> None:
    """Keep what is said of items, by key. Items of which nothing is said stay as they were. Raises AlreadyClosed."""
    _open(assessment)
    ChecklistAnswer.objects.bulk_create(
        [
            ChecklistAnswer(assessment=assessment, item_id=item, standing=each.standing, note=each.note)
            for item, each in sorted(said.items())
        ],
        update_conflicts=True,
        unique_fields=["assessment", "item"],
        update_fields=["standing", "note"],
    )


@transaction.atomic
def finish(*, assessment: Assessment, by: Any) -> list[ChecklistAction]:
    """Close it. A critical item that is not in place gets an action, unless one is open.

    Raises Unanswered, AlreadyClosed.
    """
    found = _open(assessment)
    given = {row.item_id: row for row in found.answers.select_related("item")}
    asked = {item.pk: item for item in ChecklistItem.objects.filter(is_retired=False)}
    if left := [item.number for key, item in asked.items() if key not in given]:
        raise Unanswered(left)
    found.closed_at = timezone.now()
    found.save(update_fields=["closed_at"])
    owner = {"network": found.network, "organisation": found.organisation}
    made = []
    for row in given.values():
        if row.item_id in asked and row.item.is_critical and row.standing in MISSING:
            action, is_new = ChecklistAction.objects.get_or_create(
                **owner, item=row.item, done_on=None, defaults={"what": row.item.statement, "made_by": by}
            )
            made += [action] if is_new else []
    return made


@transaction.atomic
def add_action(
    *,
    owner: Network | Organisation,
    item: ChecklistItem,
    what: str,
    who: str,
    due_on: datetime.date | None,
    by: Any,
) -> ChecklistAction:
    """Somebody does something about an item. The same sent twice is there once.

    Raises OpenAlready where the item has another action that is open: what it says is not written over.
    """
    said = {"what": what, "owner": who, "due_on": due_on}
    action, is_new = ChecklistAction.objects.get_or_create(
        **_whose(owner), item=item, done_on=None, defaults=said | {"made_by": by}
    )
    if not is_new and said != {name: getattr(action, name) for name in said}:
        raise OpenAlready
    return action


@transaction.atomic
def change_action(
    *, action: ChecklistAction, what: str, who: str, due_on: datetime.date | None, is_done: bool
) -> None:
    """Put an action better, or say that it is done, or that it is not. Done stays the day on which it was first said.

    Raises OpenAlready where one that was done would be open beside another.
    """
    found = ChecklistAction.objects.select_for_update().get(pk=action.pk)
    others = ChecklistAction.objects.filter(
        network=found.network_id, organisation=found.organisation_id, item=found.item_id, done_on=None
    )
    if not is_done and found.done_on and others.exists():
        raise OpenAlready
    found.what, found.owner, found.due_on = what, who, due_on
    found.done_on = (found.done_on or timezone.localdate()) if is_done else None
    found.save()


def _open(assessment: Assessment) -> Assessment:
    found = Assessment.objects.select_for_update().get(pk=assessment.pk)
    if found.closed_at:
        raise AlreadyClosed
    return found


def _whose(owner: Network | Organisation) -> dict[str, Any]:
    if isinstance(owner, Network):
        return {"network": owner, "organisation": None}
    return {"network": None, "organisation": owner}

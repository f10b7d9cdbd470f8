"""What the agreements of an organisation say of each category of information, for one of its roles."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from learners.organisations.models import Organisation
from learners.sharing.models import Party, Phase, ScopeItem, Stage
from learners.sharing.selectors.agreements import signed_by, with_stage
from modules.models import Role


class Agreed(IntEnum):
    """How far something is agreed, the best last: where several agreements speak of it, the best counts."""

    OUT_OF_SCOPE = 1
    PLANNED = 2
    WAITING = 3  # in scope now, but the agreement is not active yet, or this organisation has not signed it
    NOW = 4


@dataclass(frozen=True, slots=True)
class Scoped:
    """What is agreed of one category of information, and by which agreement."""

    information: int
    agreed: Agreed
    agreement: str
    purposes: tuple[str, ...]
    planned_for: datetime.date | None
    reason: str


def shared_with(
    organisation: Organisation,
    role: Role | None,
    on: datetime.date,
    *,
    information: Iterable[int] | None = None,
) -> dict[int, Scoped]:
    """What a role may come to see at an organisation, as agreed on a day, by the key of the category.

    A category that no agreement of the organisation names is not there. Without a role: what is for every role.
    A fixed number of queries, whatever the number of agreements.
    """
    bound = set(signed_by(organisation, on).values_list("agreement", flat=True))
    said: dict[int, list[Scoped]] = defaultdict(list)
    for item in _items_for(organisation, on, information):
        if _is_seen_by(item, organisation, role):
            binds = item.agreement_id in bound and item.agreement.stage_then == Stage.ACTIVE
            said[item.information_id].append(_scoped(item, on, binds=binds))
    return {key: _best(scoped) for key, scoped in said.items()}


def _items_for(organisation: Organisation, on: datetime.date, information: Iterable[int] | None) -> list[Any]:
    """The items of agreements that the organisation signed, or is asked to sign, and that have not expired."""
    asked = Party.objects.filter(organisation=organisation, state=Party.State.ASKED)
    keys = {*asked.values_list("agreement", flat=True)}
    keys |= {*signed_by(organisation, on).values_list("agreement", flat=True)}
    agreements = {row.pk: row for row in with_stage(on).filter(pk__in=keys).exclude(stage_then=Stage.EXPIRED)}
    rows = ScopeItem.objects.filter(agreement__in=agreements)
    if information is not None:
        rows = rows.filter(information__in=information)
    items = list(rows.prefetch_related("roles", "viewers"))
    for item in items:
        item.agreement = agreements[item.agreement_id]
    return items


def _is_seen_by(item: ScopeItem, organisation: Organisation, role: Role | None) -> bool:
    """Whether an item lets a role at an organisation see something."""
    viewers, roles = {each.pk for each in item.viewers.all()}, {each.pk for each in item.roles.all()}
    anybody = not viewers and not item.viewer_kinds
    here = anybody or organisation.pk in viewers or organisation.kind in item.viewer_kinds
    return here and (not roles or (role is not None and role.pk in roles))


def _scoped(item: ScopeItem, on: datetime.date, *, binds: bool) -> Scoped:
    """What an item says on a day. What was planned for a day that has passed stays planned until somebody says now."""
    agreed = {
        Phase.NOW: Agreed.NOW if binds else Agreed.WAITING,
        Phase.PLANNED: Agreed.PLANNED,
        Phase.OUT_OF_SCOPE: Agreed.OUT_OF_SCOPE,
    }[Phase(item.phase)]
    return Scoped(
        information=item.information_id,
        agreed=agreed,
        agreement=str(item.agreement),
        purposes=(item.purpose,),
        planned_for=item.planned_for if agreed is Agreed.PLANNED else None,
        reason=item.reason if agreed is Agreed.OUT_OF_SCOPE else "",
    )


def _best(scoped: list[Scoped]) -> Scoped:
    """The best of what is said of one category; of what is planned, the earliest; with the purposes of its equals."""
    best = max(scoped, key=lambda each: (each.agreed, -(each.planned_for or datetime.date.max).toordinal()))
    equals = [each for each in scoped if each.agreed is best.agreed]
    purposes = tuple(dict.fromkeys(purpose for each in equals for purpose in each.purposes))
    return Scoped(best.information, best.agreed, best.agreement, purposes, best.planned_for, best.reason)

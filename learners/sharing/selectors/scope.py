"""What the agreements of an organisation say of each category of information, for one of its roles."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from learners.organisations.models import Organisation
from learners.sharing.models import Party, Phase, ScopeItem, Stage
from learners.sharing.selectors.agreements import holding, with_stage
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


type Said = dict[int, Scoped]
"""What is agreed of each category of information, by the key of the category."""


def shared_with(
    organisation: Organisation,
    role: Role | None,
    on: datetime.date,
    *,
    information: Iterable[int] | None = None,
) -> Said:
    """What a role may come to see at an organisation, as agreed on a day, by the key of the category.

    A category that no agreement of the organisation names is not there. Without a role: what is for every role.
    A fixed number of queries, whatever the number of agreements.
    """
    return shared_among([organisation], [role], on, information=information)[
        organisation.pk, role.pk if role else None
    ]


def shared_among(
    organisations: Sequence[Organisation],
    roles: Sequence[Role | None],
    on: datetime.date,
    *,
    information: Iterable[int] | None = None,
) -> dict[tuple[int, int | None], Said]:
    """The same for each of these roles at each of these organisations, by both their keys, in as many queries."""
    bound, party_to = _agreements_of(organisations, on)
    items = _items_of(set().union(*party_to.values()), on, information)
    found: dict[tuple[int, int | None], Said] = {}
    for organisation in organisations:
        signed, theirs = bound[organisation.pk], party_to[organisation.pk]
        here = [item for item in items if item.agreement_id in theirs and _is_shown_at(item, organisation)]
        for role in roles:
            said: dict[int, list[Scoped]] = defaultdict(list)
            for item in here:
                if _is_for(item, role):
                    binds = item.agreement_id in signed and item.agreement.stage_then == Stage.ACTIVE
                    said[item.information_id].append(_scoped(item, on, binds=binds))
            found[organisation.pk, role.pk if role else None] = {
                key: _best(scoped) for key, scoped in said.items()
            }
    return found


def _agreements_of(
    organisations: Sequence[Organisation], on: datetime.date
) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """By organisation: the agreements that it signed, and those together with the ones that it is asked to sign."""
    bound: dict[int, set[int]] = defaultdict(set)
    party_to: dict[int, set[int]] = defaultdict(set)
    for organisation, agreement in (
        holding(on).filter(organisation__in=organisations).values_list("organisation", "agreement")
    ):
        bound[organisation].add(agreement)
        party_to[organisation].add(agreement)
    asked = Party.objects.filter(organisation__in=organisations, state=Party.State.ASKED)
    for organisation, agreement in asked.values_list("organisation", "agreement"):
        party_to[organisation].add(agreement)
    return bound, party_to


def _items_of(keys: set[int], on: datetime.date, information: Iterable[int] | None) -> list[Any]:
    """The items of these agreements, without those that have expired."""
    agreements = {row.pk: row for row in with_stage(on).filter(pk__in=keys).exclude(stage_then=Stage.EXPIRED)}
    rows = ScopeItem.objects.filter(agreement__in=agreements)
    if information is not None:
        rows = rows.filter(information__in=information)
    items = list(rows.prefetch_related("roles", "viewers"))
    for item in items:
        item.agreement = agreements[item.agreement_id]
    return items


def _is_shown_at(item: ScopeItem, organisation: Organisation) -> bool:
    """Whether an item lets anybody at an organisation see something."""
    viewers = {each.pk for each in item.viewers.all()}
    anybody = not viewers and not item.viewer_kinds
    return anybody or organisation.pk in viewers or organisation.kind in item.viewer_kinds


def _is_for(item: ScopeItem, role: Role | None) -> bool:
    """Whether an item lets a role see something, where it lets anybody."""
    roles = {each.pk for each in item.roles.all()}
    return not roles or (role is not None and role.pk in roles)


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

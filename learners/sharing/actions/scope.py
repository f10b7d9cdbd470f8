"""What an agreement covers: written freely until somebody signs it, and put right, with a reason, from then on.

What is kept here is a copy of what was signed. So nothing may be added to it or taken from it afterwards; that is a new
version's. What was planned begins on its day; what was copied wrongly is corrected, and the audit log keeps both.
"""

import datetime
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from learners.organisations.models import Organisation
from learners.sharing.actions.agreements import locked
from learners.sharing.actions.refusals import Refused
from learners.sharing.models import Agreement, Phase, Purpose, ScopeItem, Stage
from learners.sharing.selectors.agreements import is_settled
from learners.sharing.wording import scope_in_words
from modules.models import InformationCategory, Role

SIGNED = "Somebody has signed this version, so nothing is added to it or taken from it. Make a new version"
OVER = "This version has expired. Make a new version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Covers:
    """What an item says. No kinds and no organisations: every party; no roles: every role."""

    information: InformationCategory
    purpose: str = Purpose.DIRECT_CARE
    provider_kinds: tuple[str, ...] = ()
    providers: frozenset[Organisation] = field(default_factory=frozenset)
    viewer_kinds: tuple[str, ...] = ()
    viewers: frozenset[Organisation] = field(default_factory=frozenset)
    roles: frozenset[Role] = field(default_factory=frozenset)
    phase: str = Phase.NOW
    planned_for: datetime.date | None = None
    reason: str = ""


@transaction.atomic
def add_item(*, agreement: Agreement, covers: Covers, by: Any) -> ScopeItem:
    """Add an item. The same again is the one that is there. Raises Refused once somebody has signed."""
    found = locked(agreement)
    _refuse_settled(found)
    covers = _tidied(covers)
    for each in found.scope.filter(information=covers.information, purpose=covers.purpose):
        if covers_of(each) == covers:
            return each
    item = ScopeItem(agreement=found)
    _write(item, covers)
    log(instance=found, action="sharing.scope", user=by, data={"now": scope_in_words(item)})
    return item


@transaction.atomic
def change_item(*, item: ScopeItem, covers: Covers, note: str = "", by: Any) -> None:
    """Say it otherwise. Once somebody has signed it is a correction, which says what it rests on.

    Raises Refused without that, and where the agreement has expired.
    """
    row, found = _locked(item)
    if found.stage == Stage.EXPIRED:
        raise Refused("", OVER)
    covers = _tidied(covers)
    if covers_of(row) == covers:
        return
    if is_settled(found) and not note.strip():
        raise Refused("note", "Somebody has signed this. Say why what stands here is not what was signed")
    was = scope_in_words(row)
    _write(row, covers)
    action = "sharing.correction" if is_settled(found) else "sharing.scope"
    log(
        instance=found,
        action=action,
        user=by,
        data={"was": was, "now": scope_in_words(row), "note": note},
    )


@transaction.atomic
def remove_item(*, item: ScopeItem, by: Any) -> None:
    """Take an item away. Raises Refused once somebody has signed."""
    row, found = _locked(item)
    _refuse_settled(found)
    log(instance=found, action="sharing.scope", user=by, data={"was": scope_in_words(row), "now": ""})
    row.delete()


@transaction.atomic
def begin_item(*, item: ScopeItem, today: datetime.date, by: Any) -> None:
    """What was planned is shared now. Said twice, it began once. Raises Refused before its day."""
    row, found = _locked(item)
    if row.phase == Phase.NOW:
        return
    if found.stage == Stage.EXPIRED:
        raise Refused("", OVER)
    if row.phase != Phase.PLANNED or row.planned_for is None or row.planned_for > today:
        raise Refused("", "It can begin on the day for which it is planned, and not before")
    was = scope_in_words(row)
    row.phase, row.planned_for = Phase.NOW, None
    row.save(update_fields=["phase", "planned_for"])
    log(instance=found, action="sharing.scope", user=by, data={"was": was, "now": scope_in_words(row)})


def covers_of(item: ScopeItem) -> Covers:
    """What an item says now."""
    return Covers(
        information=item.information,
        purpose=item.purpose,
        provider_kinds=tuple(sorted(item.provider_kinds)),
        providers=frozenset(item.providers.all()),
        viewer_kinds=tuple(sorted(item.viewer_kinds)),
        viewers=frozenset(item.viewers.all()),
        roles=frozenset(item.roles.all()),
        phase=item.phase,
        planned_for=item.planned_for,
        reason=item.reason,
    )


def _locked(item: ScopeItem) -> tuple[ScopeItem, Agreement]:
    found = locked(Agreement(pk=item.agreement_id))
    row = ScopeItem.objects.filter(pk=item.pk).select_related("information").first()
    if row is None:
        raise Refused("", "Somebody took this away meanwhile")
    return row, found


def _refuse_settled(agreement: Agreement) -> None:
    if agreement.stage == Stage.EXPIRED:
        raise Refused("", OVER)
    if is_settled(agreement):
        raise Refused("", SIGNED)


def _tidied(covers: Covers) -> Covers:
    """A day only of what is planned, a reason only of what is left out. Raises Refused where one is missing."""
    is_planned, is_out = covers.phase == Phase.PLANNED, covers.phase == Phase.OUT_OF_SCOPE
    if is_planned and covers.planned_for is None:
        raise Refused("planned_for", "Say for which day it is planned")
    if is_out and not covers.reason.strip():
        raise Refused("reason", "Say why it is out of scope")
    return replace(
        covers,
        provider_kinds=tuple(sorted(covers.provider_kinds)),
        viewer_kinds=tuple(sorted(covers.viewer_kinds)),
        planned_for=covers.planned_for if is_planned else None,
        reason=covers.reason if is_out else "",
    )


def _write(item: ScopeItem, covers: Covers) -> None:
    for name in ("information", "purpose", "phase", "planned_for", "reason"):
        setattr(item, name, getattr(covers, name))
    item.provider_kinds, item.viewer_kinds = list(covers.provider_kinds), list(covers.viewer_kinds)
    item.save()
    item.providers.set(covers.providers)
    item.viewers.set(covers.viewers)
    item.roles.set(covers.roles)

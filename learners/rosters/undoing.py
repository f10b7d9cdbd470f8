"""Taking a staff list back: what it changed becomes what it was, unless somebody has gone on from there."""

import datetime
from itertools import batched
from typing import Any

from django.db import DEFAULT_DB_ALIAS, models, transaction
from django.db.models import ForeignObjectRel
from django.utils import timezone
from wagtail.log_actions import log

from learners.organisations.models import Membership, Organisation, Team
from learners.organisations.signals import posts_written
from learners.people.addresses import forget_addresses
from learners.people.models import User
from learners.rosters.bulk import update
from learners.rosters.models import RosterChange, RosterImport
from learners.rosters.selectors import AT_ONCE, values_of

MODELS: dict[str, type[models.Model]] = {"person": User, "membership": Membership, "team": Team}
ORDER = ("membership", "person", "team")  # what points before what is pointed at


@transaction.atomic
def undo(*, roster_import: RosterImport, by: Any = None) -> RosterImport:
    """Undo a list that was applied. Twice changes nothing.

    A row that has changed since, or that something rests on by now (an account that was used, say), stays as it is and
    is counted under "kept". Everything else is as it was before, keys included.
    """
    Organisation.objects.select_for_update(of=("self",)).get(pk=roster_import.organisation_id)
    found = RosterImport.objects.select_for_update(of=("self",)).get(pk=roster_import.pk)
    if found.state != RosterImport.State.APPLIED:
        return found
    kept = 0
    for kind in ORDER:
        kept += _undo(found, kind)
    found.state, found.undone_by, found.undone_at = RosterImport.State.UNDONE, by, timezone.now()
    found.counts |= {"kept": kept}
    found.save(update_fields=["state", "undone_by", "undone_at", "counts"])
    posts_written.send(sender=RosterImport, organisations=[found.organisation_id])
    log(found.organisation, "rosters.undo", user=by, data={"kept": kept})
    return found


def _undo(found: RosterImport, kind: str) -> int:
    """Take changes of one kind of row back. How many stay."""
    model, changes = MODELS[kind], list(found.changes.filter(kind=kind))
    fields = sorted({name for change in changes for name in change.after})
    now = values_of(model, [change.row for change in changes], fields)
    same = [change for change in changes if _is_as_left(change, now.get(change.row))]
    restored = {change.row: _read(model, change.before) for change in same if change.before is not None}
    update(model, restored)
    if model is User:
        forget_addresses([pk for pk, before in restored.items() if "email" in before])
    made = {change.row for change in same if change.before is None}
    gone = _delete(model, made, found, kind) if made else 0
    return len(changes) - len(restored) - gone


def _is_as_left(change: RosterChange, now: dict[str, Any] | None) -> bool:
    return now is not None and all(_plain(now[name]) == value for name, value in change.after.items())


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


def _read(model: type[models.Model], values: dict[str, Any]) -> dict[str, Any]:
    """Days from text."""
    columns = {field.attname: field for field in model._meta.concrete_fields}
    return {name: columns[name].to_python(value) for name, value in values.items()}


def _delete(model: type[models.Model], made: set[int], found: RosterImport, kind: str) -> int:
    """Delete the rows that nothing rests on. How many went."""
    rows = model._default_manager.all()
    if model is User:  # whoever has signed in knows of the account
        rows = rows.filter(last_login=None)
    listed = found.changes.filter(kind=kind, before__isnull=True).values("row")
    free = made - _held(model, listed)
    gone = 0
    for some in batched(sorted(free), AT_ONCE):
        gone += rows.filter(pk__in=some)._raw_delete(DEFAULT_DB_ALIAS) or 0
    return gone


def _held(model: type[models.Model], listed: Any) -> set[int]:
    """Those of the listed rows that any row of any table points at."""
    held: set[int] = set()
    for relation in model._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and not relation.many_to_many and not _follows(relation):
            pointing = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": listed})
            held |= set(pointing.values_list(relation.field.attname, flat=True))
    return held


def _follows(relation: ForeignObjectRel) -> bool:
    """Whether the rows that point are only derived from this one, and go after it."""
    return getattr(relation, "on_delete", None) is models.DO_NOTHING

"""Bringing a staff list in: preview, apply as one batch, drop."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.organisations.models import Organisation
from learners.organisations.signals import posts_written
from learners.rosters.applying import write
from learners.rosters.deciding.plan import Plan
from learners.rosters.deciding.planning import make_plan
from learners.rosters.deciding.roster import key
from learners.rosters.models import RosterImport, TitleMeaning
from learners.rosters.packing import mark_of, pack_lines, pack_plan, unpack_lines
from learners.rosters.progress import Progress, quietly
from learners.rosters.reading.file import Heading
from learners.rosters.reading.line import Line
from learners.rosters.selectors import roster_of
from modules.models import Role


class CannotApply(Exception):
    """A list that is not applied as it stands. Its text says why; nothing was written."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a list comes from, and what of it was read."""

    name: str
    heading: Heading
    is_whole: bool = False


@transaction.atomic
def preview(
    *,
    organisation: Organisation,
    lines: Iterable[Line],
    source: Source,
    by: Any = None,
    progress: Progress = quietly,
) -> RosterImport:
    """Compare a list with the roster, and keep what would happen. Nothing of the roster is written."""
    read = list(progress.over(lines, 0, 60))
    plan = make_plan(read, roster_of(organisation, read), timezone.localdate(), is_whole=source.is_whole)
    progress(90)
    packed = pack_plan(plan)
    made = RosterImport.objects.create(
        organisation=organisation,
        file_name=source.name[:150],
        shape=source.heading.shape.name if source.heading.shape else "Columns chosen by hand",
        is_whole=source.is_whole,
        ignored=source.heading.ignored,
        sensitive=source.heading.sensitive,
        lines=pack_lines(read),
        plan=packed,
        mark=mark_of(packed),
        counts=plan.counts,
        made_by=by,
        made_at=timezone.now(),
    )
    progress(100)
    return made


def apply(*, roster_import: RosterImport, by: Any = None, progress: Progress = quietly) -> RosterImport:
    """Do what the preview said, as one batch. Twice changes nothing.

    Raises CannotApply if the file as a whole is refused, or if the roster has changed since the preview: the list then
    shows what would happen now.
    """
    try:
        with transaction.atomic():
            found = _locked(roster_import)
            if found.state != RosterImport.State.PREVIEWED:
                return found
            plan = _plan_now(found)
            _refuse_if_not_as_previewed(found, plan)
            progress(40)
            write(found, plan, progress=progress)
            found.state, found.applied_by, found.applied_at = RosterImport.State.APPLIED, by, timezone.now()
            found.lines = b""
            found.save(update_fields=["state", "applied_by", "applied_at", "lines"])
            posts_written.send(sender=RosterImport, organisations=[found.organisation_id])
            log(found.organisation, "rosters.apply", user=by, data={"counts": found.counts})
            return found
    except IntegrityError as error:
        again(roster_import=roster_import)
        raise CannotApply(
            "Somebody else changed the same people just now. Look at the preview again."
        ) from error
    except _ChangedSince as changed:
        again(roster_import=roster_import)
        raise CannotApply(str(changed)) from changed


class _ChangedSince(CannotApply):
    """The roster is no longer what the preview was made from."""


def _locked(roster_import: RosterImport) -> RosterImport:
    """The list as it is now; nobody else applies to this organisation meanwhile."""
    Organisation.objects.select_for_update(of=("self",)).get(pk=roster_import.organisation_id)
    lists = RosterImport.objects.select_for_update(of=("self",)).select_related("organisation")
    return lists.get(pk=roster_import.pk)


def _plan_now(found: RosterImport) -> Plan:
    """What a list that waits would do today."""
    lines = unpack_lines(found.lines)
    roster = roster_of(found.organisation, lines)
    return make_plan(lines, roster, timezone.localdate(), is_whole=found.is_whole)


def _refuse_if_not_as_previewed(found: RosterImport, plan: Plan) -> None:
    if plan.refusal:
        raise CannotApply(plan.refusal)
    if mark_of(pack_plan(plan)) != found.mark:
        raise _ChangedSince(
            "The roster has changed since this preview. This is what would happen now: look once more."
        )
    if not plan.changes_something:
        raise CannotApply("There is nothing to apply: the roster is as the list says.")


@transaction.atomic
def again(*, roster_import: RosterImport) -> RosterImport:
    """Make the preview anew, of the same lines."""
    found = _locked(roster_import)
    if found.state == RosterImport.State.PREVIEWED:
        plan = _plan_now(found)
        found.plan = pack_plan(plan)
        found.mark, found.counts = mark_of(found.plan), plan.counts
        found.save(update_fields=["plan", "mark", "counts"])
    return found


@transaction.atomic
def drop(*, roster_import: RosterImport) -> None:
    """Forget a list that is not wanted. What was read of the file goes."""
    found = RosterImport.objects.select_for_update(of=("self",)).get(pk=roster_import.pk)
    if found.state == RosterImport.State.PREVIEWED:
        found.state, found.lines, found.plan = RosterImport.State.DROPPED, b"", b""
        found.save(update_fields=["state", "lines", "plan"])


def drop_old(*, before: datetime.datetime) -> int:
    """Forget the lists that nobody has decided on: how many."""
    old = RosterImport.objects.filter(state=RosterImport.State.PREVIEWED, made_at__lt=before)
    return old.update(state=RosterImport.State.DROPPED, lines=b"", plan=b"")


@transaction.atomic
def place_titles(*, organisation: Organisation, roles: dict[str, Role], by: Any) -> None:
    """Say which role each job title stands for, for this list and the next."""
    for title, role in roles.items():
        TitleMeaning.objects.update_or_create(
            organisation=organisation, title=key(title)[:150], defaults={"role": role}
        )
    log(organisation, "rosters.place_titles", user=by, data={"titles": len(roles)})

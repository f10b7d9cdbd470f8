"""All lines of an organisation from a file: seen first, applied as one batch, perhaps taken back."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.organisations.models import Organisation
from learners.sharing.actions.visibility import CannotDo, hold
from learners.sharing.matrix_csv import Line
from learners.sharing.matrix_plan import Outcome, Step, plan
from learners.sharing.models import Visibility, VisibilityFile
from learners.sharing.selectors.matrix import lines_of, plain_of
from modules.models import InformationCategory, Role


def plan_for(organisation: Organisation, lines: Iterable[Line], today: date) -> list[Step]:
    """What a file would do now."""
    existing = {line.pk: plain_of(line) for line in lines_of(organisation)}
    return plan(existing, list(lines), today)


@transaction.atomic
def preview_file(*, organisation: Organisation, lines: list[Line], name: str, by: Any) -> VisibilityFile:
    """Keep a file's lines with what they would do. Nothing of the matrix is written; their older preview goes."""
    steps = plan_for(organisation, lines, timezone.localdate())
    organisation.visibility_files.filter(state=VisibilityFile.State.PREVIEWED, made_by=by).delete()
    return VisibilityFile.objects.create(
        organisation=organisation,
        file_name=name[:150],
        rows=[line.plain() for line in lines],
        mark=_mark(steps),
        made_by=by,
        made_at=timezone.now(),
    )


def steps_of(file: VisibilityFile) -> list[Step]:
    """What a file that was previewed would do now; what it did, once it is applied."""
    if file.state == VisibilityFile.State.PREVIEWED:
        lines = [Line.read(row) for row in file.rows]
        return plan_for(file.organisation, lines, timezone.localdate())
    return [_step_of(change) for change in file.changes]


def apply_file(*, file: VisibilityFile, by: Any) -> VisibilityFile:
    """Do what the preview said, as one batch. Twice changes nothing.

    Raises CannotDo if the lines have changed since the preview: it then shows what would happen now.
    """
    with transaction.atomic():
        found = _locked(file)
        if found.state != VisibilityFile.State.PREVIEWED:
            return found
        steps = steps_of(found)
        is_same = _mark(steps) == found.mark
        if is_same:
            found.changes = _write(found.organisation, steps)
            found.state, found.applied_by = VisibilityFile.State.APPLIED, by
            found.applied_at = timezone.now()
            log(found.organisation, "sharing.file", user=by, data={"lines": len(found.changes)})
        found.mark = _mark(steps)
        found.save()
    if not is_same:
        raise CannotDo("The lines have changed since. Look at what would happen now, and apply it then.")
    return found


@transaction.atomic
def undo_file(*, file: VisibilityFile, by: Any) -> VisibilityFile:
    """Take a file back that was applied. Twice changes nothing.

    Raises CannotDo if another was applied after it, if any line that it touched has changed since, or if another has
    come to stand where one of them would be again.
    """
    found = _locked(file)
    if found.state != VisibilityFile.State.APPLIED:
        return found
    later = found.organisation.visibility_files.filter(state=VisibilityFile.State.APPLIED)
    if later.filter(applied_at__gt=found.applied_at).exists():
        raise CannotDo("Another file was applied after this one. Take that one back first.")
    now = {line.pk: plain_of(line) for line in lines_of(found.organisation)}
    if any(now.get(change["pk"]) != _line_or_none(change["after"]) for change in found.changes):
        raise CannotDo("A line of this file has been changed since. Change the lines one by one instead.")
    if _are_in_the_way(found.changes, now):
        raise CannotDo(
            "A line was added since, in place of one that this file ended. Change the lines one by one."
        )
    _take_back(found)
    found.state, found.undone_by, found.undone_at = VisibilityFile.State.UNDONE, by, timezone.now()
    found.save(update_fields=["state", "undone_by", "undone_at"])
    log(found.organisation, "sharing.file_undone", user=by, data={"lines": len(found.changes)})
    return found


def _locked(file: VisibilityFile) -> VisibilityFile:
    """The file, held against everybody else who writes lines here. Raises CannotDo where it has gone."""
    hold(file.organisation)
    found = VisibilityFile.objects.select_related("organisation").filter(pk=file.pk).first()
    if found is None:
        raise CannotDo("You chose another file meanwhile. Apply that one.")
    return found


def _are_in_the_way(changes: Iterable[dict[str, Any]], now: dict[int, Line]) -> bool:
    """Whether any other line has the source and a day of one that would be there again."""
    touched = {change["pk"] for change in changes}
    others = [line for pk, line in now.items() if pk not in touched]
    again = [Line.read(change["before"]) for change in changes if change["before"]]
    return any(line.overlaps(other) for line in again for other in others)


def _mark(steps: Iterable[Step]) -> str:
    said = [(step.outcome, step.pk, _plain(step.before), _plain(step.after)) for step in steps]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _plain(line: Line | None) -> dict[str, Any] | None:
    return line.plain() if line else None


def _line_or_none(plain: dict[str, Any] | None) -> Line | None:
    return Line.read(plain) if plain else None


def _step_of(change: dict[str, Any]) -> Step:
    before, after = _line_or_none(change["before"]), _line_or_none(change["after"])
    return Step(Outcome(change["outcome"]), change["pk"], before, after)


class _Writer:
    """Writes lines of one organisation; asks once for what slugs stand for."""

    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation
        self.information = dict(InformationCategory.objects.values_list("slug", "pk"))
        self.roles: dict[str, int | None] = {"": None, **dict(Role.objects.values_list("slug", "pk"))}

    def row(self, line: Line, pk: int | None = None) -> Visibility:
        """A line as a row. Raises CannotDo where what it names has gone."""
        if line.information not in self.information or line.role not in self.roles:
            raise CannotDo("This file names information or a role that is not in the lists any more.")
        return Visibility(
            pk=pk,
            organisation=self.organisation,
            information_id=self.information[line.information],
            role_id=self.roles[line.role],
            how=line.how,
            source=line.source,
            starts_on=line.starts_on,
            ends_on=line.ends_on,
            checked_on=line.checked_on,
        )


CHANGEABLE = ("how", "source", "starts_on", "ends_on", "checked_on")


def _write(organisation: Organisation, steps: Iterable[Step]) -> list[dict[str, Any]]:
    """Do it. What was done, by which it can be undone."""
    writer, done = _Writer(organisation), [step for step in steps if step.outcome is not Outcome.SAME]
    Visibility.objects.filter(pk__in=[step.pk for step in done if step.after is None]).delete()
    altered = [writer.row(step.after, step.pk) for step in done if step.pk and step.after]
    Visibility.objects.bulk_update(altered, CHANGEABLE)
    made = iter(
        Visibility.objects.bulk_create(writer.row(step.after) for step in done if not step.pk and step.after)
    )
    return [
        {
            "outcome": step.outcome.value,
            "pk": step.pk or next(made).pk,
            "before": _plain(step.before),
            "after": _plain(step.after),
        }
        for step in done
    ]


def _take_back(file: VisibilityFile) -> None:
    """Make every line what it was, keys included."""
    writer, changes = _Writer(file.organisation), file.changes
    made = [change["pk"] for change in changes if change["before"] is None]
    Visibility.objects.filter(pk__in=made).delete()
    before = [(change, Line.read(change["before"])) for change in changes if change["before"]]
    rows = [writer.row(line, change["pk"]) for change, line in before if change["after"]]
    Visibility.objects.bulk_update(rows, CHANGEABLE)
    gone = [writer.row(line, change["pk"]) for change, line in before if not change["after"]]
    Visibility.objects.bulk_create(gone)

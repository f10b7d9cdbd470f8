"""Bringing in a file of awards: preview, apply as one batch, undo, drop."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.evidence.actions.correcting import take_back
from learners.evidence.actions.recognising import count
from learners.evidence.actions.recording import hold
from learners.evidence.models import AwardImport, EquivalentCourse, Recognition
from learners.evidence.planning import Known, Outcome, Row, Said, plan
from learners.evidence.selectors.recognitions import counted_already, meanings_of, people_by_number
from learners.organisations.models import Organisation
from learners.people.models import User
from learners.records.models import Completion
from learners.rosters.reading.compliance import Award

UNDONE = "The file of awards that this came from was taken back."
MOST_LINES = 20_000


class CannotApply(Exception):
    """A file that is not applied as it stands. Its text says why; nothing was written."""


@transaction.atomic
def preview(
    *, organisation: Organisation, awards: Iterable[Award], name: str, employee: str = "", by: Any
) -> AwardImport:
    """Keep what would happen; nothing is recorded yet. Raises CannotApply for a file that is too long."""
    hold(organisation, by)
    lines = [Said.of(award, employee) for award in awards]
    if len(lines) > MOST_LINES:
        raise CannotApply(f"This file has more than {MOST_LINES:,} lines. Send it in parts.")
    return AwardImport.objects.create(
        organisation=organisation,
        file_name=name[:150],
        awards=[line.written() for line in lines],
        rows=[row.written() for row in plan(lines, known_to(organisation))],
        made_by=by,
        made_at=timezone.now(),
    )


@transaction.atomic
def again(*, award_import: AwardImport, by: Any) -> AwardImport:
    """Make the preview anew, of the same lines."""
    found = _locked(award_import, by)
    if found.state == AwardImport.State.PREVIEWED:
        found.rows = _rows_now(found)
        found.save(update_fields=["rows"])
    return found


def apply(*, award_import: AwardImport, by: Any) -> AwardImport:
    """Do what the preview said, as one batch. Twice changes nothing.

    Raises CannotApply where something has changed since: the preview then shows what would happen now.
    """
    with transaction.atomic():
        found = _locked(award_import, by)
        if found.state != AwardImport.State.PREVIEWED:
            return found
        now = _rows_now(found)
        if is_same := now == found.rows:
            _write(found, by)
    if not is_same:
        again(award_import=award_import, by=by)
        raise CannotApply(
            "Something has changed since this preview. This is what would happen now: look again."
        )
    return found


def _write(found: AwardImport, by: Any) -> None:
    rows = [row for row in map(Row.read, found.rows) if row.outcome is Outcome.NEW]
    if not rows:
        raise CannotApply("There is nothing to add.")
    courses = EquivalentCourse.objects.select_related("module").in_bulk({row.course for row in rows})
    people = User.objects.in_bulk({row.person for row in rows})
    now = timezone.now()
    count(
        [
            _recognition(found, row, courses[row.course], people[row.person], now)
            for row in rows
            if row.course and row.person
        ],
        by=by,
    )
    found.awards = []
    _decide(found, AwardImport.State.APPLIED, by)
    log(found.organisation, "evidence.apply", user=by, data={"added": len(rows)})


def _recognition(
    found: AwardImport, row: Row, course: EquivalentCourse, person: Any, now: datetime.datetime
) -> Recognition:
    day = datetime.date.fromisoformat(row.done_on)
    says = datetime.date.fromisoformat(row.expires_on) if row.expires_on else None
    return Recognition(
        person=person,
        course=course,
        organisation=found.organisation,
        done_on=day,
        expires_on=says or course.good_until(day),
        award_import=found,
        proposed_at=now,
    )


@transaction.atomic
def undo(*, award_import: AwardImport, by: Any) -> AwardImport:
    """Take back what a file added, by voiding; what was corrected since stays as it is. Twice changes nothing."""
    found = _locked(award_import, by)
    if found.state == AwardImport.State.APPLIED:
        came = Completion.objects.filter(recognition__award_import=found)
        take_back(completions=list(came), organisation=found.organisation, reason=UNDONE, by=by)
        _decide(found, AwardImport.State.UNDONE, by)
        log(found.organisation, "evidence.undo", user=by, data={"import": str(found.uuid)})
    return found


@transaction.atomic
def drop(*, award_import: AwardImport, by: Any) -> AwardImport:
    """Forget a file that is not wanted, and all that was read of it."""
    found = _locked(award_import, by)
    if found.state == AwardImport.State.PREVIEWED:
        found.awards, found.rows = [], []
        _decide(found, AwardImport.State.DROPPED, by)
    return found


def _decide(found: AwardImport, state: AwardImport.State, by: Any) -> None:
    found.state, found.decided_by, found.decided_at = state, by, timezone.now()
    found.save(update_fields=["state", "awards", "rows", "decided_by", "decided_at"])


def known_to(organisation: Organisation) -> Known:
    """What an organisation knows today, to decide on lines."""
    courses = {competence: course.pk for competence, course in meanings_of(organisation).items()}
    return Known(people_by_number(organisation), courses, counted_already(organisation), timezone.localdate())


def _rows_now(found: AwardImport) -> list[dict[str, Any]]:
    lines = [Said.read(kept) for kept in found.awards]
    return [row.written() for row in plan(lines, known_to(found.organisation))]


def _locked(award_import: AwardImport, by: Any) -> AwardImport:
    hold(award_import.organisation, by)
    rows = AwardImport.objects.select_for_update(of=("self",)).select_related("organisation")
    return rows.get(pk=award_import.pk)

"""What somebody completed, as one organisation sees it, and what its administrators may correct of it."""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from learners.evidence.models import Correction
from learners.organisations.models import Merger, Organisation
from learners.records.models import Completion
from learners.requirements.models import KeptStanding
from modules.models import Edition, ModulePage


@dataclass(frozen=True, slots=True)
class Recorded:
    """A completion, why it was added or taken back, and whether this organisation's administrators can correct it."""

    completion: Completion
    added: Correction | None
    voided: Correction | None
    is_ours: bool

    @property
    def who_can(self) -> str:
        """Who can correct it, where these administrators cannot."""
        return (
            ""
            if self.is_ours
            else f"Only the administrators of {self.completion.organisation} can correct it."
        )


def recorded_of(person: Any, organisation: Organisation) -> list[Recorded]:
    """What was recorded for this organisation or for none, and what it asks and was done elsewhere; newest first."""
    ours = _ours(organisation)
    asked = KeptStanding.objects.current().filter(person=person, organisation=organisation)
    mine = Q(organisation=None) | Q(organisation__in=ours)
    rows = Completion.objects.filter(
        mine | Q(voided_by=None, module_key__in=asked.values("module_key")), person=person
    ).select_related("edition", "organisation", "event", "voided_by")
    return _with_corrections(rows, ours)


def own_recorded(person: Any) -> list[Recorded]:
    """What administrators added to somebody's record or took back, for themselves; newest first."""
    touched = Q(voided_by__isnull=False) | Q(event__correction__isnull=False)
    rows = Completion.objects.filter(touched, person=person).select_related(
        "edition", "organisation", "event", "voided_by"
    )
    return _with_corrections(rows, set())


def corrections_about(completion: Completion) -> Recorded:
    """Why one completion was added or taken back."""
    return _with_corrections([completion], set())[0]


def _with_corrections(rows: QuerySet[Completion] | list[Completion], ours: set[int]) -> list[Recorded]:
    events = {key for row in rows for key in (row.event_id, row.voided_by_id) if key}
    found: dict[uuid.UUID, Correction] = {
        each.event_id: each
        for each in Correction.objects.filter(event__in=events).select_related(
            "organisation", "event", "by", "replaced_by__event__completion"
        )
    }
    return [
        Recorded(
            row,
            added=found.get(row.event_id),
            voided=found.get(row.voided_by_id) if row.voided_by_id else None,
            is_ours=row.organisation_id is None or row.organisation_id in ours,
        )
        for row in rows
    ]


def _ours(organisation: Organisation) -> set[int]:
    """An organisation, and those that became it."""
    merged = Merger.objects.filter(successor=organisation, applied_at__isnull=False, undone_at=None)
    return {organisation.pk, *merged.values_list("predecessor_id", flat=True)}


def is_correctable(completion: Completion, organisation: Organisation) -> bool:
    """Whether an organisation's administrators may void a completion: it was done for them, or for nobody."""
    return completion.organisation_id is None or completion.organisation_id in _ours(organisation)


def modules_offered() -> QuerySet[ModulePage]:
    """The modules for which something can be recorded: those that were published."""
    return ModulePage.objects.live().filter(editions__isnull=False).distinct().order_by("title")


def editions_on(days: Iterable[tuple[ModulePage, datetime.date]]) -> dict[tuple[int, datetime.date], Edition]:
    """The Edition of each module that was current on a day; on a day before the first, the first."""
    wanted = list(days)
    by_page: dict[int, list[Edition]] = {}
    for edition in Edition.objects.filter(page__in={module.pk for module, _ in wanted}).order_by("number"):
        by_page.setdefault(edition.page_id, []).append(edition)
    found = {}
    for module, day in wanted:
        first, *later = by_page[module.pk]
        known = [each for each in later if timezone.localdate(each.published_at) <= day]
        found[module.pk, day] = (known or [first])[-1]
    return found

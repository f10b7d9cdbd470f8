"""Freezing Editions, and reading them again."""

import datetime
from functools import lru_cache
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from modules.models.edition import Edition, EditionRecord
from modules.models.module import ModulePage
from modules.models.review import reviewer_of
from modules.outline import Outline
from modules.practice.pinning import records_in, with_pinned
from modules.reading import outline_of_page


@transaction.atomic
def freeze_edition(*, page: ModulePage, revision: Revision, by: Any = None) -> Edition:
    """Freeze what goes live. Freezing the same revision twice gives the same Edition.

    `by` is whoever published; where nobody is named (a schedule), it is the reviewer, or else the last editor.
    """
    ModulePage.objects.select_for_update().get(pk=page.pk)  # numbers are given one at a time
    found = Edition.objects.filter(revision=revision).first()
    if found:
        return found
    last, reviewer = page.editions.newest(), reviewer_of(revision)
    edition = Edition.objects.create(
        page=page,
        module_key=page.translation_key,
        revision=revision,
        number=last.number + 1 if last else 1,
        title=page.title,
        minutes=page.minutes,
        change=page.change,
        change_note=page.change_note,
        published_at=timezone.now(),
        published_by=by or reviewer or revision.user,
        reviewed_by=reviewer,
    )
    _pin_records(edition, revision)
    return edition


def _pin_records(edition: Edition, revision: Revision) -> None:
    """Keep each practice record as it stands now: an Edition never changes, whatever is written in the record later."""
    EditionRecord.objects.bulk_create(
        EditionRecord(
            edition=edition, record=record, revision=record.live_revision or record.save_revision(clean=False)
        )
        for record in records_in(revision.as_object()).values()
    )


def outline_of(edition: Edition) -> Outline:
    """The outline of an Edition. An Edition never changes, so each process builds it once."""
    return _outline(edition.revision_id, edition.published_at)


@lru_cache(
    maxsize=128
)  # an outline is some 60 kB: the working set of a network's modules in all its Editions
def _outline(revision_id: int, _published_at: datetime.datetime) -> Outline:
    # The moment is in the key because ids come again where transactions are rolled back, as in tests.
    revision = Revision.objects.get(pk=revision_id)
    rows = EditionRecord.objects.filter(edition__revision=revision).select_related("revision")
    pinned = {row.record_id: row.revision.as_object() for row in rows}
    return outline_of_page(with_pinned(revision.as_object(), pinned))

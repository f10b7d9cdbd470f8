"""Freezing Editions, and reading them again."""

import datetime
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from modules.models.edition import Edition
from modules.models.module import ModulePage
from modules.models.review import reviewer_of
from modules.outline import Outline, Passage, Section
from modules.questions.question import Question
from modules.questions.registry import is_question, question_from


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
    return Edition.objects.create(
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


def outline_of(edition: Edition) -> Outline:
    """The outline of an Edition. An Edition never changes, so each process builds it once."""
    return _outline(edition.revision_id, edition.published_at)


@lru_cache(
    maxsize=128
)  # an outline is some 30 kB: the working set of a network's modules in all its Editions
def _outline(revision_id: int, _published_at: datetime.datetime) -> Outline:
    # The moment is in the key because ids come again where transactions are rolled back, as in tests.
    return outline_of_page(Revision.objects.get(pk=revision_id).as_object())


def outline_of_page(page: ModulePage) -> Outline:
    """The outline of a module as it stands in `page`, published or not."""
    return Outline(
        title=page.title,
        sections=tuple(
            Section(id=str(child.id), title=child.value["title"], parts=tuple(_parts(child.value["content"])))
            for child in page.sections
        ),
        check=tuple(part for part in _parts(page.check_questions) if isinstance(part, Question)),
        pass_mark=page.pass_mark / 100,
    )


def _parts(stream: Iterable[Any]) -> Iterable[Passage | Question]:
    for child in stream:
        if is_question(child.block_type):
            yield question_from(child.block_type, str(child.id), child.value)
        else:
            yield Passage(id=str(child.id), html=child.render())

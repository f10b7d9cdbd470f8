"""Going through the sections of a module. What is sent twice, or from two tabs, counts once."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from learners.attempts.journal import NotNow, answered, extent_of, hold, journey
from learners.attempts.models import Attempt, Extent, Response, SectionRead
from learners.attempts.partial import part_for
from learners.attempts.player import may_open_section, percent_done, unanswered, unended
from learners.attempts.record_trail import opened_before
from learners.attempts.selectors import answers_in_place, ended_scenarios, progress_of
from learners.organisations.models import Organisation
from learners.records.actions import record_events
from learners.records.models import Verb
from modules.models import ModulePage
from modules.outline import Section
from modules.questions.question import Question


def start(
    *,
    module: ModulePage,
    organisation: Organisation | None,
    by: Any,
    session_id: UUID | None = None,
    extent: Extent = Extent.WHOLE,
) -> Attempt:
    """Start a module on its newest Edition, or carry on with the attempt that is open.

    A part of it is begun only by somebody for whom a part is enough; anybody else begins the whole.
    """
    edition = module.editions.newest()
    if edition is None:
        raise NotNow("This module has not been published.")
    now, part = timezone.now(), part_for(by, module, extent)
    try:
        with transaction.atomic():
            attempt = Attempt.objects.create(
                person=by,
                organisation=organisation,
                edition=edition,
                module_key=edition.module_key,
                started_at=now,
                last_active_at=now,
                extent=extent if part else Extent.WHOLE,
                section_ids=list(part.sections) if part else [],
                question_ids=list(part.questions) if part else [],
            )
            launched = journey(attempt, session_id).event(Verb.LAUNCHED, at=now, **extent_of(attempt))
            record_events([launched])
    except IntegrityError:  # one_open_attempt_at_a_module: another tab was first
        return Attempt.objects.of(by).unfinished().get(module_key=edition.module_key)
    return attempt


@transaction.atomic
def finish_section(*, attempt: Attempt, section: Section, session_id: UUID | None = None) -> None:
    """Note that a section was gone through.

    Raises NotNow while it is not open, or a question in it has no answer.
    """
    now = timezone.now()
    seconds = hold(attempt, now)
    outline, progress = attempt.outline, progress_of(attempt)
    if section.id in progress.sections_read:
        return
    number = outline.section_number(section.id)
    if number is None or not may_open_section(outline, progress, number):
        raise NotNow("This section is not open yet.")
    if section.questions and unanswered(section, answers_in_place(attempt)):
        raise NotNow("A question in this section has no answer yet.")
    if section.scenarios and unended(section, ended_scenarios(attempt)):
        raise NotNow("The scenario in this section has not ended yet.")
    SectionRead.objects.create(attempt=attempt, section_id=section.id, read_at=now)
    progress = replace(progress, sections_read=progress.sections_read | {section.id})
    event = journey(attempt, session_id).event(
        Verb.EXPERIENCED,
        at=now,
        section=section.id,
        title=section.title,
        seconds=seconds,
        progress=percent_done(outline, progress),
    )
    record_events([event])


@transaction.atomic
def skip_section(*, attempt: Attempt, section: Section) -> None:
    """Go on without a section that has a content warning. It stays open, and what it asks stays unanswered.

    Raises NotNow for a section that has none, or is not open.
    """
    now = timezone.now()
    hold(attempt, now)
    outline, progress = attempt.outline, progress_of(attempt)
    number = outline.section_number(section.id)
    if not section.warning or number is None or not may_open_section(outline, progress, number):
        raise NotNow("This section cannot be skipped.")
    SectionRead.objects.get_or_create(
        attempt=attempt, section_id=section.id, defaults={"read_at": now, "was_skipped": True}
    )


@transaction.atomic
def answer_in_place(
    *, attempt: Attempt, question: Question, answer: dict[str, Any], session_id: UUID | None = None
) -> Response:
    """Mark an answer inside a section. The first answer to a question stands; a later one changes nothing."""
    now = timezone.now()
    hold(attempt, now)
    given = attempt.responses.filter(sitting=None, question_id=question.id).first()
    if given:
        return given
    section = attempt.outline.section_of(question.id)
    if section is None:
        raise NotNow("This question belongs to the check.")
    mark, opened = question.mark(answer), opened_before(attempt, section, question)
    response = Response.objects.create(
        attempt=attempt,
        question_id=question.id,
        answer=answer,
        points=mark.points,
        available=mark.available,
        answered_at=now,
        opened=opened,
    )
    where: dict[str, Any] = {"section": section.id} | ({} if opened is None else {"opened": opened})
    event = answered(journey(attempt, session_id), response, at=now, **where)
    record_events([event])
    return response

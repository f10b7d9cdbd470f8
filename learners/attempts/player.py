"""Where a learner is in a module, and where they may go next. Standard library only."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from modules.outline import Outline, Section
from modules.questions.question import Question
from modules.scenarios.graph import Scenario

TRIES_BEFORE_REVIEW = 3
"""After so many sittings without a pass comes a guided review, and then another go. Nobody is locked out."""


class Stage(StrEnum):
    """What comes next."""

    SECTION = "section"
    CHECK = "check"
    QUESTION = "question"
    HAND_IN = "hand_in"
    RESULT = "result"
    REVIEW = "review"
    CONFIRM = "confirm"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Place:
    """A stage, and the number (from 1) of the section or question within it."""

    stage: Stage
    number: int = 0


@dataclass(frozen=True, slots=True)
class SittingFacts:
    """One go at the check, as far as finding one's way needs it."""

    number: int
    question_ids: tuple[str, ...]
    answered: frozenset[str] = frozenset()
    is_submitted: bool = False
    is_passed: bool = False

    @property
    def first_unanswered(self) -> int | None:
        """The number of the first question without an answer; None when all have one."""
        for number, question_id in enumerate(self.question_ids, start=1):
            if question_id not in self.answered:
                return number
        return None


@dataclass(frozen=True, slots=True)
class Progress:
    """What has been done of an attempt."""

    sections_read: frozenset[str] = frozenset()
    sitting: SittingFacts | None = None
    reviewed_sittings: int = 0
    took_check_first: bool = False
    is_finished: bool = False

    @property
    def needs_review(self) -> bool:
        """Whether the last sitting was one too many to simply try again."""
        last = self.sitting
        if last is None or not last.is_submitted or last.is_passed:
            return False
        return last.number - self.reviewed_sittings >= TRIES_BEFORE_REVIEW


def place(outline: Outline, progress: Progress) -> Place:
    """Where *Carry on* leads. Whoever took the check first and did not pass goes through the sections next."""
    if progress.is_finished:
        return Place(Stage.FINISHED)
    sitting, unread = progress.sitting, first_unread(outline, progress)
    if unread and (sitting is None or sitting.is_submitted):
        return Place(Stage.SECTION, unread)
    if not outline.check:
        return Place(Stage.CONFIRM)
    if sitting is None or (sitting.is_submitted and progress.took_check_first and sitting.number == 1):
        return Place(Stage.CHECK)
    if sitting.is_submitted:
        return Place(Stage.REVIEW if progress.needs_review else Stage.RESULT)
    question = sitting.first_unanswered
    return Place(Stage.QUESTION, question) if question else Place(Stage.HAND_IN)


def first_unread(outline: Outline, progress: Progress) -> int | None:
    """The number of the first section that was not gone through to its end; None when all were."""
    for number, section in enumerate(outline.sections, start=1):
        if section.id not in progress.sections_read:
            return number
    return None


def may_open_section(outline: Outline, progress: Progress, number: int) -> bool:
    """Sections open one after the other; what was read stays open."""
    unread = first_unread(outline, progress)
    return 1 <= number <= len(outline.sections) and (unread is None or number <= unread)


def may_begin_sitting(outline: Outline, progress: Progress) -> bool:
    """A sitting begins once everything is read, when none is open, passed, or waiting for a guided review.

    A module that lets people test out opens its check once before the first section was gone through, too.
    """
    if may_test_out(outline, progress):
        return True
    if first_unread(outline, progress) or progress.is_finished or progress.needs_review:
        return False
    if not outline.check:
        return False
    return progress.sitting is None or (progress.sitting.is_submitted and not progress.sitting.is_passed)


def may_confirm(outline: Outline, progress: Progress) -> bool:
    """Whether all was read of what has no check: sections that changed, while no question did."""
    return not outline.check and not progress.is_finished and first_unread(outline, progress) is None


def may_test_out(outline: Outline, progress: Progress) -> bool:
    """Whether the check may be taken first: by somebody who has just started, once."""
    fresh = not progress.sections_read and progress.sitting is None and not progress.is_finished
    return outline.may_test_out and fresh


def unanswered(section: Section, answered: Collection[str]) -> tuple[Question, ...]:
    """The questions that are still to be answered before the section is done."""
    return tuple(question for question in section.questions if question.id not in answered)


def unended(section: Section, ended: Collection[str]) -> tuple[Scenario, ...]:
    """The scenarios that have not come to an ending yet."""
    return tuple(scenario for scenario in section.scenarios if scenario.id not in ended)


def percent_done(outline: Outline, progress: Progress) -> int:
    """How far somebody is, in whole per cent: each section is a step, and so is the check. 100 when finished."""
    if progress.is_finished:
        return 100
    read = sum(section.id in progress.sections_read for section in outline.sections)
    return read * 100 // (len(outline.sections) + 1)

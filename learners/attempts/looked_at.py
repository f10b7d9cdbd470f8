"""What was looked at in a practice record before an answer, told back to the learner."""

from collections.abc import Collection
from dataclasses import dataclass

from modules.practice.record import SECTIONS
from modules.questions.find_in_record import FindInRecord
from modules.questions.question import Question


@dataclass(frozen=True, slots=True)
class LookedAt:
    """Names of sections: those that were opened, and those that were not and hold a right row.

    `was_in` says whether the record was opened at all; its overview is no section.
    """

    was_in: bool
    opened: tuple[str, ...]
    passed_by: tuple[str, ...]


def looked_at(question: Question, opened: Collection[str] | None) -> LookedAt | None:
    """What an answer rested on. `opened` are slugs as Response.opened keeps them; None where there was no record."""
    if opened is None:
        return None
    wanted = question.answered_in if isinstance(question, FindInRecord) else ()
    return LookedAt(
        was_in=bool(opened),
        opened=tuple(name for slug, name in SECTIONS.items() if slug in opened),
        passed_by=tuple(SECTIONS[slug] for slug in wanted if slug not in opened),
    )

"""Attempts, made through the actions that learners use."""

from collections.abc import Mapping
from typing import Any

from learners.attempts.actions import answer_in_place, finish_section, start
from learners.attempts.checking import answer_in_sitting, begin_sitting, hand_in
from learners.attempts.models import Attempt, Sitting
from modules.questions.question import Question
from tests.factories import questions

RIGHT: Mapping[str, dict[str, Any]] = {
    "single_choice": {"chosen": "right"},
    "multiple_choice": {"chosen": ["a", "b"]},
    "true_false": {"verdict": "false", "reason": "late"},
    **questions.RIGHT,
}
WRONG: Mapping[str, dict[str, Any]] = {
    "single_choice": {"chosen": "wrong"},
    "multiple_choice": {"chosen": ["c"]},
    "true_false": {"verdict": "true", "reason": "never"},
    **questions.WRONG,
}


def answer_to(question: Question, *, right: bool = True) -> dict[str, Any]:
    """An answer to a question of ModuleFactory."""
    return (RIGHT if right else WRONG)[question.type]


def start_attempt(person: Any, module: Any, organisation: Any = None) -> Attempt:
    """Start the module's newest Edition."""
    return start(module=module, organisation=organisation, by=person)


def read_all(attempt: Attempt) -> None:
    """Go through every section, with right answers in place."""
    for section in attempt.edition.outline.sections:
        for question in section.questions:
            answer_in_place(attempt=attempt, question=question, answer=answer_to(question))
        finish_section(attempt=attempt, section=section)


def sit_check(attempt: Attempt, *, right: bool = True) -> Sitting:
    """Begin the check, answer every question, and hand in."""
    sitting = begin_sitting(attempt=attempt)
    for question_id in sitting.question_ids:
        question = attempt.edition.outline.question(question_id)
        assert question
        answer_in_sitting(attempt=attempt, question=question, answer=answer_to(question, right=right))
    return hand_in(attempt=attempt)


def finish_attempt(person: Any, module: Any, organisation: Any = None) -> Attempt:
    """Go through a module of ModuleFactory and pass its check."""
    attempt = start_attempt(person, module, organisation)
    read_all(attempt)
    sit_check(attempt)
    attempt.refresh_from_db()
    return attempt

"""Attempts, made through the actions that learners use."""

import random
from typing import Any

from learners.attempts.actions import answer_in_place, finish_section, start
from learners.attempts.checking import answer_in_sitting, begin_sitting, hand_in
from learners.attempts.models import Attempt, Sitting
from learners.attempts.scenario_actions import begin, choose
from modules.outline import Section
from modules.questions.question import Question
from modules.scenarios.graph import Scenario
from modules.scenarios.paths import best_path
from training.demo.answering import right_answer, wrong_answer


def answer_to(question: Question, *, right: bool = True) -> dict[str, Any]:
    """An answer to any question, as it is stored."""
    return right_answer(question) if right else wrong_answer(question, random.Random(1))


def start_attempt(person: Any, module: Any, organisation: Any = None) -> Attempt:
    """Start the module's newest Edition."""
    return start(module=module, organisation=organisation, by=person)


def read_all(attempt: Attempt) -> None:
    """Go through every section, with right answers in place and the best way through scenarios."""
    for section in attempt.edition.outline.sections:
        read_section(attempt, section)


def read_section(attempt: Attempt, section: Section) -> None:
    """Do everything that a section asks, and go on."""
    for scenario in section.scenarios:
        walk_best(attempt, scenario)
    for question in section.questions:
        answer_in_place(attempt=attempt, question=question, answer=answer_to(question))
    finish_section(attempt=attempt, section=section)


def walk_best(attempt: Attempt, scenario: Scenario) -> None:
    """Walk a scenario by its best path, from the start for everybody."""
    start = scenario.start_for(None)
    path = best_path(scenario, start.node) if start else None
    assert start
    assert path
    begin(attempt=attempt, scenario=scenario, start=start.node)
    for step in path.steps:
        choose(attempt=attempt, scenario=scenario, node=step.node, choice=step.choice)


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

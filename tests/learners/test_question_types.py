"""Every type of question on its way from the learner's form to the record store."""

import json
from typing import Any

import pytest
from django.urls import reverse

from learners.attempts.actions import answer_in_place
from learners.attempts.models import Attempt, Response
from learners.records.models import LearningEvent
from learners.statements.models import Statement
from learners.statements.reading import in_words
from tests.factories import MembershipFactory, ModuleFactory, read_all, sit_check, start_attempt
from tests.factories.modules import block_id, section
from tests.factories.questions import (
    PARTLY,
    RIGHT,
    WRONG,
    certainty_question,
    one_of_each,
    order_question,
)
from tests.fakes import statement_rules

pytestmark = pytest.mark.django_db
WORD_COUNT = "https://w3id.org/xapi/shared-records/extensions/word-count"


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory().person


@pytest.fixture
def visitor(signed_in: Any, nurse: Any) -> Any:
    return signed_in(nurse)


@pytest.fixture
def attempt(nurse: Any) -> Attempt:
    return start_attempt(nurse, ModuleFactory(sections=[section("Habits", *one_of_each())]))


def send(visitor: Any, attempt: Attempt, question: Any, **fields: Any) -> Any:
    """An answer as its form sends it."""
    url = reverse("attempts:answer", args=[attempt.pk, 1, question.id])
    return visitor.post(url, {f"{question.id}-{name}": value for name, value in fields.items()}, follow=True)


def questions(attempt: Attempt) -> Any:
    return attempt.edition.outline.sections[0].questions


@pytest.mark.parametrize("given", [RIGHT, WRONG, {**WRONG, **PARTLY}], ids=["right", "wrong", "partly"])
def test_each_is_asked_answered_and_told_of(visitor: Any, attempt: Attempt, given: Any) -> None:
    for question in questions(attempt):
        answer = given[question.type]
        page = send(visitor, attempt, question, **question.initial(answer))
        stored = Response.objects.get(question_id=question.id)
        assert stored.answer == answer
        assert stored.points == question.mark(answer).points
        assert f'id="feedback-{question.id}" tabindex="-1" autofocus' in page.text
    for statement in Statement.objects.all():
        statement_rules.statement(json.loads(statement.payload))


def test_statements_say_each_answer_by_its_ids(attempt: Attempt) -> None:
    for question in questions(attempt):
        answer_in_place(attempt=attempt, question=question, answer=WRONG[question.type])
    told = {}
    for event in LearningEvent.objects.filter(verb="answered").select_related("statement"):
        statement = json.loads(event.statement.payload)
        told[event.detail["question"]] = (
            statement["object"]["definition"]["interactionType"],
            statement["result"].get("response"),
        )
    assert told == {
        block_id("match"): ("matching", "own[.]shared[,]shared[.]copy"),
        block_id("order"): ("sequencing", "look[,]ask[,]write[,]act"),
        block_id("categorise"): ("matching", "ward[.]no[,]neighbour[.]yes[,]clinic[.]no"),
        block_id("best source"): ("sequencing", "list[,]notes[,]person"),
        block_id("with ties"): ("other", "list[,]notes[,]person"),
        block_id("short reason"): ("long-fill-in", None),
        block_id("certainty"): ("choice", "wrong[,]very"),
    }


def test_what_is_not_scored_has_neither_success_nor_score_nor_response(attempt: Attempt) -> None:
    question = next(one for one in questions(attempt) if one.type == "short_reason")
    answer_in_place(attempt=attempt, question=question, answer={"text": "Four words of mine"})
    statement = json.loads(Statement.objects.get(event__verb="answered").payload)
    assert statement["result"] == {"extensions": {WORD_COUNT: 4}}
    assert in_words(statement).startswith("Answered: Name one moment")


def test_two_steps_with_one_number_are_told_of_and_nothing_is_lost(visitor: Any, attempt: Attempt) -> None:
    question = next(one for one in questions(attempt) if one.type == "order")
    first, second = question.shown[:2]
    sent = dict(zip((item.id for item in question.shown), ("2", "2", "3", ""), strict=True))
    page = send(visitor, attempt, question, **sent).text
    assert f"“{first.text}” is number 2 too. Give each a number of its own" in page
    assert f"Choose a number for “{question.shown[3].text}”" in page
    assert page.count('<option value="2" selected>2</option>') == 2
    assert f'href="#id_{question.id}-{second.id}"' in page
    assert not Response.objects.exists()


def test_what_was_not_offered_is_refused(visitor: Any, attempt: Attempt) -> None:
    for question in questions(attempt):
        if question.type != "short_reason":
            forged = dict.fromkeys(question.form_fields(), "forged")
            assert "nhsuk-error-summary" in send(visitor, attempt, question, **forged).text
    assert not Response.objects.exists()


def test_a_wrong_answer_in_place_says_what_would_have_been_right(visitor: Any, attempt: Attempt) -> None:
    told = {
        "match": "It goes with “What your service writes”.",
        "order": "It belongs in place 2.",
        "categorise": "It belongs to “Yes”.",
        "best_source": "It belongs in place 1.",
    }
    for question in questions(attempt):
        answer_in_place(attempt=attempt, question=question, answer=WRONG[question.type])
    page = visitor.get(reverse("attempts:section", args=[attempt.pk, 1])).text
    for sentence in told.values():
        assert sentence in page
    assert "You were very sure. This is worth a second look." in page


def failed(nurse: Any, *checked: Any) -> Attempt:
    attempt = start_attempt(nurse, ModuleFactory(check_questions=list(checked)))
    read_all(attempt)
    sit_check(attempt, right=False)
    return attempt


def test_a_failed_try_does_not_say_what_would_have_been_right(visitor: Any, nurse: Any) -> None:
    attempt = failed(nurse, *one_of_each())
    page = visitor.get(reverse("attempts:result", args=[attempt.pk])).text
    assert "About own." in page
    for text in ("It goes with", "It belongs", "The right answer"):
        assert text not in page


def test_the_guided_review_says_it_and_leaves_out_what_is_not_scored(visitor: Any, nurse: Any) -> None:
    attempt = failed(nurse, *one_of_each())
    for _ in range(2):
        sit_check(attempt, right=False)
    page = visitor.get(reverse("attempts:review", args=[attempt.pk])).text
    for text in ("It goes with", "It belongs in place", "The right answer"):
        assert text in page
    assert "Name one moment" not in page


def test_confident_errors_are_counted_out_of_what_one_was_very_sure_of(visitor: Any, nurse: Any) -> None:
    attempt = failed(nurse, certainty_question("one"), certainty_question("two"), certainty_question("three"))
    sure = {"one": ("wrong", "very"), "two": ("right", "very"), "three": ("wrong", "guess")}
    for name, (chosen, level) in sure.items():
        Response.objects.filter(question_id=block_id(name)).update(answer={"chosen": chosen, "sure": level})
    page = visitor.get(reverse("attempts:result", args=[attempt.pk])).text
    assert "Sure, but wrong: 1 of 2 answers that you were very sure of." in page


def test_without_a_question_of_certainty_nothing_is_counted(visitor: Any, nurse: Any) -> None:
    attempt = failed(nurse, order_question("alone"))
    assert "Sure, but wrong" not in visitor.get(reverse("attempts:result", args=[attempt.pk])).text


def test_answers_are_looked_over_in_words_before_they_are_handed_in(visitor: Any, nurse: Any) -> None:
    attempt = start_attempt(nurse, ModuleFactory(check_questions=one_of_each()))
    read_all(attempt)
    visitor.post(reverse("attempts:check", args=[attempt.pk]))
    for number, question in enumerate(attempt.edition.outline.check, start=1):
        sent = question.initial(RIGHT[question.type]).items()
        url = reverse("attempts:question", args=[attempt.pk, number])
        visitor.post(url, {f"{question.id}-{name}": value for name, value in sent})
        assert "checked" in (again := visitor.get(url).text) or "selected" in again or "I look." in again
    page = visitor.get(reverse("attempts:hand_in", args=[attempt.pk])).text
    for text in (
        "Your own record: What your service writes",
        "Place 1: Ask the person",
        "A neighbour: No, that is not my business",
        "How sure you were: Very sure",
        "Before I phone, I look.",
    ):
        assert text in page

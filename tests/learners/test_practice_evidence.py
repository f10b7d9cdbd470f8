"""What somebody looked at in a practice record is kept, and told back to them after an answer."""

from typing import Any

import pytest
from django.urls import reverse

from learners.attempts.actions import finish_section
from learners.attempts.models import RecordView, Response
from learners.records.models import LearningEvent, Verb
from tests.factories import MembershipFactory, ModuleFactory, start_attempt
from tests.factories.modules import block_id
from tests.factories.practice import PracticeRecordFactory
from tests.learners.at_a_record import QUESTION, answer, give, module_with, seen, viewer, words

pytestmark = pytest.mark.django_db
LETTERS, MEDICINES = "Letters and documents", "Medicines"


@pytest.fixture
def record() -> Any:
    return PracticeRecordFactory()


@pytest.fixture
def module(record: Any) -> Any:
    return module_with(record)


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory(person__first_name="Amara").person


@pytest.fixture
def attempt(nurse: Any, module: Any) -> Any:
    return start_attempt(nurse, module, nurse.memberships.get().organisation)


@pytest.fixture
def visitor(signed_in: Any, nurse: Any) -> Any:
    return signed_in(nurse)


def test_looking_is_kept_once_with_its_first_time(visitor: Any, attempt: Any) -> None:
    give(visitor, attempt)
    visitor.get(viewer(attempt, section="medicines"))
    first = RecordView.objects.get(section="medicines").seen_at
    visitor.get(viewer(attempt, section="medicines"))
    visitor.get(viewer(attempt, section="problems"))
    assert seen() == ["overview", "medicines", "problems"]
    assert RecordView.objects.get(section="medicines").seen_at == first


def test_everything_counts_as_looking_at_the_sections_that_it_shows(visitor: Any, attempt: Any) -> None:
    give(visitor, attempt)
    visitor.get(viewer(attempt, section="all", within="30"))
    assert set(seen()) == {"overview", "medicines", "documents"}


def test_an_answer_says_what_was_opened_and_what_was_passed_by(visitor: Any, attempt: Any) -> None:
    give(visitor, attempt)
    visitor.get(viewer(attempt, section="medicines"))
    said = words(answer(visitor, attempt, "wrong"))
    assert f"Before you answered, you opened: {MEDICINES}." in said
    assert f"You did not open: {LETTERS}, where the answer was." in said
    assert Response.objects.get().opened == ["overview", "medicines"]
    assert LearningEvent.objects.get(verb=Verb.ANSWERED).detail["opened"] == ["overview", "medicines"]


def test_what_is_opened_after_the_answer_does_not_count(visitor: Any, attempt: Any) -> None:
    answer(visitor, attempt, "right")
    give(visitor, attempt)
    visitor.get(viewer(attempt, section="documents"))
    said = words(visitor.get(reverse("attempts:section", args=[attempt.pk, 1])))
    assert f"You answered without opening the record. The answer was in: {LETTERS}." in said
    assert Response.objects.get().opened == []


def test_whoever_looked_in_the_right_place_hears_of_nothing_missed(visitor: Any, attempt: Any) -> None:
    give(visitor, attempt)
    visitor.get(viewer(attempt, section="documents"))
    said = words(answer(visitor, attempt, "right"))
    assert f"you opened: {LETTERS}." in said
    assert "You did not open" not in said


def test_whoever_opened_no_section_hears_that(visitor: Any, attempt: Any) -> None:
    give(visitor, attempt)
    assert "You opened the record, but none of its sections" in words(answer(visitor, attempt, "right"))


def test_other_questions_beside_a_visit_keep_it_too_and_those_elsewhere_do_not(
    visitor: Any, attempt: Any, nurse: Any
) -> None:
    plain = block_id("plain")
    url = reverse("attempts:answer", args=[attempt.pk, 1, plain])
    assert "without opening the record." in words(
        visitor.post(url, {f"{plain}-chosen": "right"}, follow=True)
    )
    elsewhere = ModuleFactory()
    other = start_attempt(nurse, elsewhere)
    finish_section(attempt=other, section=other.edition.outline.sections[0])
    in_place = block_id("in place")
    url = reverse("attempts:answer", args=[other.pk, 2, in_place])
    page = visitor.post(url, {f"{in_place}-chosen": "right"}, follow=True)
    assert "app-looked-at" not in page.text
    assert other.responses.get().opened is None
    assert (
        "opened" not in LearningEvent.objects.filter(registration=other.pk, verb=Verb.ANSWERED).get().detail
    )


# Cost


@pytest.mark.parametrize("screen", ["overview", "medicines", "all", "looked"])
def test_a_screen_costs_ten_queries_at_most(
    visitor: Any, attempt: Any, screen: str, django_assert_max_num_queries: Any
) -> None:
    give(visitor, attempt)
    with django_assert_max_num_queries(10):
        visitor.get(viewer(attempt, section=screen))


def test_a_section_with_a_visit_and_its_answer_stay_cheap(
    visitor: Any, attempt: Any, django_assert_max_num_queries: Any
) -> None:
    visitor.get(reverse("attempts:section", args=[attempt.pk, 1]))
    with django_assert_max_num_queries(9):
        visitor.get(reverse("attempts:section", args=[attempt.pk, 1]))
    url = reverse("attempts:answer", args=[attempt.pk, 1, QUESTION])
    with django_assert_max_num_queries(15):
        visitor.post(url, {f"{QUESTION}-chosen": "right"})

"""Who already knows may take the check first, once."""

from typing import Any

import pytest
from django.urls import reverse

from learners.attempts.checking import begin_sitting
from learners.attempts.journal import NotNow
from learners.attempts.player import Stage, place
from learners.attempts.selectors import progress_of
from learners.records.models import Completion, Evidence, LearningEvent, Verb
from tests.factories import MembershipFactory, ModuleFactory, read_all, sit_check, start_attempt

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory()


def begin(nurse: Any, **fields: Any) -> Any:
    return start_attempt(nurse.person, ModuleFactory(**fields), nurse.organisation)


def stage_of(attempt: Any) -> Stage:
    attempt.refresh_from_db()
    return place(attempt.edition.outline, progress_of(attempt)).stage


def test_passing_it_completes_the_module_and_the_evidence_says_how(nurse: Any) -> None:
    attempt = begin(nurse)
    assert sit_check(attempt).passed
    completion = Completion.objects.get()
    assert completion.evidence == Evidence.TESTED_OUT
    assert not LearningEvent.objects.filter(verb=Verb.EXPERIENCED).exists()
    assert stage_of(attempt) == Stage.FINISHED


def test_who_does_not_pass_goes_through_the_module_and_then_has_three_tries(nurse: Any) -> None:
    attempt = begin(nurse)
    assert not sit_check(attempt, right=False).passed
    assert stage_of(attempt) == Stage.SECTION
    with pytest.raises(NotNow):
        begin_sitting(attempt=attempt)
    read_all(attempt)
    assert stage_of(attempt) == Stage.CHECK
    for _ in range(3):
        assert not progress_of(attempt).needs_review
        sit_check(attempt, right=False)
        attempt.refresh_from_db()
    assert progress_of(attempt).needs_review


def test_after_reading_the_evidence_is_the_usual_one(nurse: Any) -> None:
    attempt = begin(nurse)
    sit_check(attempt, right=False)
    attempt.refresh_from_db()
    read_all(attempt)
    sit_check(attempt)
    assert Completion.objects.get().evidence == Evidence.MARKED


def test_a_module_may_refuse_it(nurse: Any) -> None:
    attempt = begin(nurse, may_test_out=False)
    with pytest.raises(NotNow):
        begin_sitting(attempt=attempt)


def test_the_first_section_offers_it_until_something_was_read(nurse: Any, signed_in: Any) -> None:
    attempt, visitor = begin(nurse), signed_in(nurse.person)
    check = reverse("attempts:check", args=[attempt.pk])
    first = reverse("attempts:section", args=[attempt.pk, 1])
    assert check in visitor.get(first).text
    assert "Take the check first" in visitor.get(check).text
    visitor.post(first)
    assert check not in visitor.get(first).text
    assert visitor.get(check).status_code == 302


def test_the_result_leads_back_to_the_sections(nurse: Any, signed_in: Any) -> None:
    attempt, visitor = begin(nurse), signed_in(nurse.person)
    sit_check(attempt, right=False)
    page = visitor.get(reverse("attempts:result", args=[attempt.pk])).text
    assert "Go through the module" in page
    assert "Try again" not in page

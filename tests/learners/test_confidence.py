"""How confident somebody is, before a module and after: asked once each, shown to them, stopping nobody."""

from typing import Any

import pytest
from django.urls import reverse

from learners.attempts.actions import finish_section
from learners.records.models import LearningEvent
from learners.reflection.models import Confidence
from learners.statements.models import Statement
from tests.factories import MembershipFactory, PersonFactory, finish_attempt, sit_check, start_attempt
from tests.learners.afterwards import SURE, module_with_a_card, of, plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurse(signed_in: Any) -> Any:
    member = MembershipFactory()
    signed_in(member.person)
    return member


@pytest.fixture
def attempt(nurse: Any) -> Any:
    return start_attempt(nurse.person, module_with_a_card(), nurse.organisation)


def first_page(client: Any, attempt: Any) -> str:
    return str(client.get(reverse("attempts:section", args=[attempt.pk, 1])).text)


def levels() -> list[tuple[str, int]]:
    return sorted(Confidence.objects.values_list("moment", "level"))


def test_it_is_asked_at_the_top_of_the_first_section_until_it_is_given(attempt: Any, client: Any) -> None:
    assert SURE in first_page(client, attempt)
    page = client.post(of("confidence", attempt), {"level": "2"}, follow=True)
    assert page.request["PATH_INFO"] == reverse("attempts:section", args=[attempt.pk, 1])
    assert "You are asked again at the end" in page.text
    assert SURE not in page.text


def test_what_was_given_first_stands(attempt: Any, client: Any) -> None:
    for level in ("2", "2", "5"):  # a double click, and another tab
        client.post(of("confidence", attempt), {"level": level})
    assert levels() == [("before", 2)]


@pytest.mark.parametrize("data", [{}, {"level": ""}, {"level": "9"}, {"level": "a little"}])
def test_what_is_no_answer_is_told_and_stops_nobody(attempt: Any, client: Any, data: Any) -> None:
    assert "or go on without saying" in client.post(of("confidence", attempt), data, follow=True).text
    assert SURE in first_page(client, attempt)
    onward = client.post(reverse("attempts:section", args=[attempt.pk, 1]))
    assert onward.url == reverse("attempts:section", args=[attempt.pk, 2])
    assert levels() == []


def test_past_the_first_section_it_is_not_asked_any_more_nor_taken(attempt: Any, client: Any) -> None:
    finish_section(attempt=attempt, section=attempt.edition.outline.sections[0])
    assert SURE not in first_page(client, attempt)
    client.post(of("confidence", attempt), {"level": "2"})
    assert levels() == []


def test_it_is_not_asked_of_somebody_who_took_the_check_first(nurse: Any, client: Any) -> None:
    attempt = start_attempt(nurse.person, module_with_a_card(may_test_out=True), nurse.organisation)
    assert SURE in first_page(client, attempt)
    sit_check(attempt, right=False)
    assert SURE not in first_page(client, attempt)
    client.post(of("confidence", attempt), {"level": "2"})
    assert levels() == []


def test_a_module_that_does_not_say_what_about_asks_nothing(nurse: Any, client: Any) -> None:
    module = module_with_a_card(confidence="")
    attempt = start_attempt(nurse.person, module, nurse.organisation)
    assert "How confident" not in first_page(client, attempt)
    client.post(of("confidence", attempt), {"level": "2"})
    done = finish_attempt(nurse.person, module, nurse.organisation)
    assert "How confident" not in client.get(of("next_shift", done)).text
    assert plan(client, done).url == of("card", done)
    assert levels() == []


def test_the_learner_sees_the_change_in_words(attempt: Any, nurse: Any, client: Any) -> None:
    client.post(of("confidence", attempt), {"level": "2"})
    done = finish_attempt(nurse.person, nurse.person.attempts.get().edition.page, nurse.organisation)
    assert SURE in client.get(of("next_shift", done)).text
    plan(client, done, level="4")
    plan(client, done, level="1")
    assert levels() == [("after", 4), ("before", 2)]
    for name in ("card", "next_shift"):
        page = client.get(of(name, done)).text
        assert "Before: a little. Now: very." in page
        assert SURE not in page


def test_without_a_before_there_is_no_change_to_show(nurse: Any, client: Any) -> None:
    done = finish_attempt(nurse.person, module_with_a_card(), nurse.organisation)
    plan(client, done)
    assert levels() == [("after", 4)]
    assert "Now:" not in client.get(of("card", done)).text


def test_taking_the_module_again_keeps_the_first_pair(attempt: Any, nurse: Any, client: Any) -> None:
    client.post(of("confidence", attempt), {"level": "1"})
    page = attempt.edition.page
    plan(client, finish_attempt(nurse.person, page, nurse.organisation), level="3")
    again = start_attempt(nurse.person, page, nurse.organisation)
    client.post(of("confidence", again), {"level": "5"})
    given = Confidence.objects.filter(attempt=attempt)
    assert sorted(given.values_list("moment", "level")) == [("after", 3), ("before", 1)]


def test_it_is_in_no_event_and_no_statement(attempt: Any, nurse: Any, client: Any) -> None:
    events, statements = LearningEvent.objects.count(), Statement.objects.count()
    client.post(of("confidence", attempt), {"level": "2"})
    assert (LearningEvent.objects.count(), Statement.objects.count()) == (events, statements)


def test_somebody_elses_is_not_found(attempt: Any, signed_in: Any) -> None:
    stranger = signed_in(PersonFactory())
    assert stranger.post(of("confidence", attempt), {"level": "2"}).status_code == 404
    assert levels() == []

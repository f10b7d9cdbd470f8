"""A learner takes a module: through the addresses of the site, as a browser without JavaScript would."""

from typing import Any

import pytest
from django.urls import reverse

from learners.attempts.models import Attempt, Response
from learners.records.models import Completion, LearningEvent, Verb
from tests.factories import (
    MembershipFactory,
    ModuleFactory,
    PersonFactory,
    answer_to,
    read_all,
    sit_check,
    start_attempt,
)
from tests.factories.modules import publish_again

pytestmark = pytest.mark.django_db


def fields(question: Any, *, right: bool = True) -> dict[str, Any]:
    """An answer as its form sends it."""
    return {f"{question.id}-{name}": value for name, value in answer_to(question, right=right).items()}


@pytest.fixture
def module() -> Any:
    return ModuleFactory()


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory().person


@pytest.fixture
def visitor(signed_in: Any, nurse: Any) -> Any:
    return signed_in(nurse)


def start(visitor: Any, module: Any, **data: Any) -> Attempt:
    visitor.post(reverse("attempts:start", args=[module.translation_key]), data)
    return Attempt.objects.get()


def address(attempt: Attempt, name: str, **kwargs: Any) -> str:
    return reverse(f"attempts:{name}", kwargs={"attempt_id": attempt.pk, **kwargs})


def test_a_nurse_goes_from_start_to_completion(visitor: Any, module: Any, nurse: Any) -> None:
    attempt = start(visitor, module)
    outline = attempt.edition.outline
    for number, section in enumerate(outline.sections, start=1):
        page = visitor.get(address(attempt, "carry_on"), follow=True)
        assert section.title in page.text
        for question in section.questions:
            answer = address(attempt, "answer", number=number, question_id=question.id)
            page = visitor.post(answer, fields(question), follow=True)
            assert "About right." in page.text
        visitor.post(address(attempt, "section", number=number))
    visitor.post(address(attempt, "check"))
    for number, question in enumerate(outline.check, start=1):
        page = visitor.get(address(attempt, "carry_on"), follow=True)
        assert question.prompt in page.text
        visitor.post(address(attempt, "question", number=number), fields(question))
    page = visitor.post(address(attempt, "hand_in"), follow=True)
    assert "You have finished this module" in page.text
    completion = Completion.objects.get()
    assert (completion.person, completion.percent, completion.edition.number) == (nurse, 100, 1)
    assert completion.organisation == nurse.memberships.get().organisation
    verbs = list(LearningEvent.objects.values_list("verb", flat=True))
    assert verbs.count(Verb.ANSWERED) == 6
    assert (verbs.count(Verb.LAUNCHED), verbs.count(Verb.EXPERIENCED)) == (1, 3)
    assert (verbs.count(Verb.PASSED), verbs.count(Verb.COMPLETED)) == (1, 1)
    page = visitor.get(reverse("records:completion", args=[completion.uuid]))
    assert module.title in page.text


def test_sending_an_answer_twice_counts_once_and_the_first_stands(visitor: Any, module: Any) -> None:
    attempt = start(visitor, module)
    visitor.post(address(attempt, "section", number=1))
    question = attempt.edition.outline.sections[1].questions[0]
    answer = address(attempt, "answer", number=2, question_id=question.id)
    visitor.post(answer, fields(question, right=False))
    visitor.post(answer, fields(question, right=False))
    visitor.post(answer, fields(question, right=True))
    assert Response.objects.get().answer == answer_to(question, right=False)
    assert LearningEvent.objects.filter(verb=Verb.ANSWERED).count() == 1


def test_a_section_with_an_unanswered_question_is_not_left(visitor: Any, module: Any) -> None:
    attempt = start(visitor, module)
    visitor.post(address(attempt, "section", number=1))
    page = visitor.post(address(attempt, "section", number=2))
    assert "Answer this question to go on" in page.text
    assert attempt.sections_read.count() == 1


def test_an_answer_without_a_choice_is_asked_for_again(visitor: Any, module: Any) -> None:
    attempt = start(visitor, module)
    visitor.post(address(attempt, "section", number=1))
    question = attempt.edition.outline.sections[1].questions[0]
    answer = address(attempt, "answer", number=2, question_id=question.id)
    assert "Choose one answer" in visitor.post(answer, {}).text
    assert "Choose one of the answers shown" in visitor.post(answer, {f"{question.id}-chosen": "forged"}).text
    assert not Response.objects.exists()


def test_sections_open_one_after_the_other(visitor: Any, module: Any) -> None:
    attempt = start(visitor, module)
    assert visitor.get(address(attempt, "section", number=3)).url == address(attempt, "section", number=1)
    assert visitor.post(address(attempt, "check")).url == address(attempt, "carry_on")
    assert visitor.get(address(attempt, "section", number=4)).status_code == 404


def test_answers_of_the_check_can_be_changed_until_they_are_handed_in(
    visitor: Any, module: Any, nurse: Any
) -> None:
    attempt = start_attempt(nurse, module)
    read_all(attempt)
    visitor.post(address(attempt, "check"))
    first = attempt.edition.outline.check[0]
    visitor.post(address(attempt, "question", number=1), fields(first, right=False))
    visitor.post(address(attempt, "question", number=1), fields(first, right=True))
    for number, question in list(enumerate(attempt.edition.outline.check, start=1))[1:]:
        visitor.post(address(attempt, "question", number=number), fields(question))
    visitor.post(address(attempt, "hand_in"))
    assert Completion.objects.get().percent == 100
    late = visitor.post(address(attempt, "question", number=1), fields(first, right=False), follow=True)
    assert "handed in already" in late.text
    assert Completion.objects.get().percent == 100


def test_handing_in_twice_counts_once(visitor: Any, module: Any, nurse: Any) -> None:
    attempt = start_attempt(nurse, module)
    read_all(attempt)
    sit_check(attempt)
    events = LearningEvent.objects.count()
    visitor.post(address(attempt, "hand_in"))
    assert LearningEvent.objects.count() == events


def test_three_tries_lead_to_a_guided_review_and_then_to_another_go(
    visitor: Any, module: Any, nurse: Any
) -> None:
    attempt = start_attempt(nurse, module)
    read_all(attempt)
    for _ in range(3):
        sit_check(attempt, right=False)
    assert visitor.post(address(attempt, "check")).url == address(attempt, "carry_on")
    page = visitor.get(address(attempt, "carry_on"), follow=True)
    assert "Let us go through it" in page.text
    assert "Because it is." in page.text
    visitor.post(address(attempt, "review"))
    sit_check(attempt)
    assert Completion.objects.get().percent == 100
    assert attempt.sittings.count() == 4


def test_a_failed_try_shows_feedback_but_not_the_right_answers(visitor: Any, module: Any, nurse: Any) -> None:
    attempt = start_attempt(nurse, module)
    read_all(attempt)
    sit_check(attempt, right=False)
    page = visitor.get(address(attempt, "result")).text
    assert "Not there yet" in page
    assert "About wrong." in page
    assert "About right." not in page


def test_starting_again_carries_on_where_one_was(visitor: Any, module: Any) -> None:
    attempt = start(visitor, module)
    visitor.post(address(attempt, "section", number=1))
    again = visitor.post(reverse("attempts:start", args=[module.translation_key]), follow=True)
    assert Attempt.objects.count() == 1
    assert again.request["PATH_INFO"] == address(attempt, "section", number=2)


def test_an_attempt_stays_on_its_edition(visitor: Any, module: Any) -> None:
    attempt, title = start(visitor, module), module.title
    publish_again(module, title="Quite another title")
    page = visitor.get(address(attempt, "carry_on"), follow=True)
    assert title in page.text
    assert "Quite another title" not in page.text


def test_somebody_with_two_employers_says_for_which_they_learn(visitor: Any, module: Any, nurse: Any) -> None:
    other = MembershipFactory(person=nurse).organisation
    start_page = reverse("attempts:start", args=[module.translation_key])
    assert "Which job are you doing this for?" in visitor.post(start_page).text
    assert not Attempt.objects.exists()
    assert start(visitor, module, organisation=str(other.uuid)).organisation == other


def test_nobody_learns_for_an_organisation_that_is_not_theirs(visitor: Any, module: Any, nurse: Any) -> None:
    MembershipFactory(person=nurse)
    stranger = MembershipFactory().organisation
    visitor.post(
        reverse("attempts:start", args=[module.translation_key]), {"organisation": str(stranger.uuid)}
    )
    assert not Attempt.objects.exists()


def test_somebody_without_an_employer_can_learn(signed_in: Any, module: Any) -> None:
    assert start(signed_in(PersonFactory()), module).organisation is None


@pytest.mark.parametrize("name", ["carry_on", "check", "hand_in", "result", "review"])
def test_somebody_elses_attempt_is_not_found(visitor: Any, module: Any, name: str) -> None:
    attempt = start_attempt(PersonFactory(), module)
    assert visitor.get(address(attempt, name)).status_code == 404


def test_somebody_elses_questions_cannot_be_answered(visitor: Any, module: Any) -> None:
    attempt = start_attempt(PersonFactory(), module)
    question = attempt.edition.outline.sections[1].questions[0]
    answer = address(attempt, "answer", number=2, question_id=question.id)
    assert visitor.post(answer, fields(question)).status_code == 404
    assert not Response.objects.exists()


def test_a_question_of_another_edition_is_not_found(visitor: Any, module: Any) -> None:
    attempt = start(visitor, module)
    answer = address(attempt, "answer", number=2, question_id="00000000-0000-0000-0000-000000000000")
    assert visitor.post(answer, {}).status_code == 404


def test_an_unknown_or_unpublished_module_cannot_be_started(visitor: Any, module: Any) -> None:
    draft = ModuleFactory(draft=True)
    module.unpublish()
    for key in (draft.translation_key, module.translation_key, "00000000-0000-0000-0000-000000000000"):
        assert visitor.post(reverse("attempts:start", args=[key])).status_code == 404
    assert not Attempt.objects.exists()


def test_an_attempt_goes_on_after_its_module_was_withdrawn(visitor: Any, module: Any) -> None:
    attempt = start(visitor, module)
    module.unpublish()
    assert visitor.get(address(attempt, "carry_on"), follow=True).status_code == 200


def test_whoever_is_not_signed_in_is_sent_to_sign_in(client: Any, module: Any) -> None:
    attempt = start_attempt(PersonFactory(), module)
    answer = client.get(address(attempt, "carry_on"))
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


def test_a_section_page_costs_eight_queries_at_most(
    visitor: Any, module: Any, django_assert_max_num_queries: Any
) -> None:
    attempt = start(visitor, module)
    visitor.post(address(attempt, "section", number=1))
    visitor.get(address(attempt, "section", number=2))
    with django_assert_max_num_queries(8):
        visitor.get(address(attempt, "section", number=2))


def test_answering_costs_fourteen_queries_at_most(
    visitor: Any, module: Any, django_assert_max_num_queries: Any
) -> None:
    attempt = start(visitor, module)
    visitor.post(address(attempt, "section", number=1))
    question = attempt.edition.outline.sections[1].questions[0]
    answer = address(attempt, "answer", number=2, question_id=question.id)
    with django_assert_max_num_queries(14):
        visitor.post(answer, fields(question))


def test_answering_in_the_check_costs_fourteen_queries_at_most(
    visitor: Any, module: Any, nurse: Any, django_assert_max_num_queries: Any
) -> None:
    attempt = start_attempt(nurse, module)
    read_all(attempt)
    visitor.post(address(attempt, "check"))
    question = attempt.edition.outline.check[0]
    with django_assert_max_num_queries(14):
        visitor.post(address(attempt, "question", number=1), fields(question))

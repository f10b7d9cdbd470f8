"""Educators find the question that misleads, and nobody can be told from what they see."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from learners.insight.coverage import coverage
from learners.insight.judging import QuestionFigures, SectionFigures, Wrong, look_at_first, share_words
from learners.insight.selectors import questions_of, sections_of
from tests.factories import MembershipFactory, ModuleFactory, PersonFactory, finish_attempt, start_attempt
from tests.factories.attempts import read_section
from tests.factories.insight import first_tries
from tests.factories.modules import block_id, one_question, publish_again, section

TRICKY = block_id("check 4")
WRONG = {TRICKY: {"chosen": "wrong"}}
RIGHT = {TRICKY: {"chosen": "right"}}


def figures(**given: Any) -> QuestionFigures:
    return QuestionFigures(**{"id": "q", "name": "Question 1", "prompt": "?", "skill": "when"} | given)


@pytest.fixture
def educator(db: None) -> Any:
    person = PersonFactory()
    person.groups.add(Group.objects.get(name="Educators"))
    return person


@pytest.fixture
def edition(db: None) -> Any:
    return ModuleFactory().editions.get()


@pytest.fixture
def misleading(edition: Any) -> Any:
    """Those who know the rest choose `wrong` in question 4; those who know little are right."""
    first_tries(edition, 20, WRONG, right=True)
    first_tries(edition, 10, RIGHT, right=False)
    return edition


def test_the_question_that_misleads_is_named_with_what_knowing_people_choose(misleading: Any) -> None:
    found = look_at_first(questions_of(misleading), sections_of(misleading))
    assert found[0] == "Question 4 misleads: people who know the rest choose “Wrong”."


def test_a_question_that_tells_people_apart_does_not_mislead(edition: Any) -> None:
    first_tries(edition, 20, {}, right=True)
    first_tries(edition, 10, {}, right=False)
    asked = next(each for each in questions_of(edition) if each.id == TRICKY)
    assert asked.discrimination == pytest.approx(1)
    assert (asked.answers, asked.right, asked.facility_words) == (30, 20, "66%")


@pytest.mark.django_db
def test_only_first_tries_count_and_no_refreshers(misleading: Any) -> None:
    misleading.attempts.update(extent="refresher")
    assert all(each.answers == 0 for each in questions_of(misleading))


def test_figures_take_so_many_queries_however_many_answered(
    misleading: Any, django_assert_max_num_queries: Any
) -> None:
    assert misleading.outline
    with django_assert_max_num_queries(5):
        questions_of(misleading)
        sections_of(misleading)


@pytest.mark.django_db
def test_answers_in_a_section_are_counted_without_a_check_to_hold_them_to() -> None:
    edition = ModuleFactory(sections=[section("Story", one_question("in place"))]).editions.get()
    for _ in range(2):
        read_section(start_attempt(PersonFactory(), edition.page), edition.outline.sections[0])
    asked = next(each for each in questions_of(edition) if each.id == block_id("in place"))
    assert (asked.answers, asked.right, asked.rest_spread) == (2, 2, None)


@pytest.mark.django_db
def test_sections_say_who_stopped_where(edition: Any) -> None:
    page, nurse = edition.page, MembershipFactory()
    finish_attempt(nurse.person, page, nurse.organisation)
    attempt = start_attempt(PersonFactory(), page)
    read_section(attempt, edition.outline.sections[0])
    story, where, habits = sections_of(edition)
    assert [(each.came, each.through) for each in (story, where, habits)] == [(2, 2), (2, 1), (1, 1)]
    assert story.left_words == "too few to say"


def test_many_who_stop_are_said() -> None:
    assert look_at_first([], [SectionFigures("Story", 40, 30)]) == ["Many people stop at “Story”."]


def test_what_is_hard_says_what_is_chosen_instead() -> None:
    asked = figures(answers=40, right=10, wrong=(Wrong("Ask", 25), Wrong("Ring", 5)))
    assert look_at_first([asked], [])[0].endswith("Most often they choose “Ask”.")


def test_being_sure_and_wrong_is_said_and_nothing_is_concluded_from_few() -> None:
    assert "very sure" in look_at_first([figures(answers=40, right=30, sure=20, sure_wrong=9)], [])[0]
    assert "Too few" in look_at_first([figures(answers=10, right=0)], [])[0]
    assert look_at_first([figures(answers=40, right=39)], []) == ["Nothing stands out."]


@pytest.mark.parametrize(
    ("number", "total", "words"),
    [(0, 3, "too few to say"), (0, 30, "none"), (2, 30, "hardly any"), (28, 30, "nearly all"),
     (30, 30, "100%"), (199, 205, "97%")],
)  # fmt: skip
def test_no_share_tells_of_fewer_than_five(number: int, total: int, words: str) -> None:
    assert share_words(number, total) == words


def test_an_educator_reads_it_beside_the_module(educator: Any, misleading: Any, signed_in: Any) -> None:
    client = signed_in(educator)
    address = reverse("question_insight", args=[misleading.page_id])
    assert address in client.get(reverse("wagtailadmin_pages:edit", args=[misleading.page_id])).text
    assert "Question 4 misleads" in client.get(address).text
    publish_again(misleading.page, note="Question 4 asked more plainly.")
    assert "Too few people" in client.get(address).text
    assert "Question 4 misleads" in client.get(address, {"edition": "1"}).text
    assert client.get(address, {"edition": "9"}).status_code == 404


@pytest.mark.parametrize("name", ["question_insight", "coverage"])
def test_a_learner_does_not(name: str, edition: Any, signed_in: Any) -> None:
    address = reverse(name, args=[edition.page_id] if name == "question_insight" else [])
    assert signed_in(MembershipFactory().person).get(address).status_code != 200


@pytest.mark.django_db
def test_the_grid_shows_where_people_have_no_module() -> None:
    ModuleFactory(title="Taught", roles=["nurse"], capabilities=["medicines"])
    MembershipFactory()
    row = next(cells for _, cells in coverage().rows if any(cell.modules for cell in cells))
    nurse = next(cell for cell in row if cell.modules)
    assert (nurse.words, [title for _, title in nurse.modules]) == ("1", ["Taught"])
    missing = coverage().missing
    assert missing
    assert {cell.role for cell in missing} == {nurse.role}
    assert all(not cell.modules for cell in missing)


def test_the_grid_takes_four_queries_and_can_be_taken_away(
    educator: Any, edition: Any, signed_in: Any, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(4):
        coverage()
    client = signed_in(educator)
    page = client.get(reverse("coverage"))
    assert edition.title in page.text
    sheet = b"".join(client.get(reverse("coverage"), {"export": "csv"})).decode()
    assert sheet.startswith("\ufeffCapability,")

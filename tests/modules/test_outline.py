"""The outline of a module: plain data, in the author's order."""

import pytest

from modules.outline import Passage
from modules.questions.question import Question
from modules.reading import outline_of_page
from tests.factories import ModuleFactory
from tests.factories.modules import block_id, many_question, one_question, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def outline():
    sections = [
        section("Story"),
        section("Where to look", one_question("in place"), many_question("after it")),
    ]
    page = ModuleFactory(draft=True, sections=sections, check_questions=[one_question("check")], pass_mark=75)
    return outline_of_page(page)


def test_it_has_sections_questions_and_the_check_in_order(outline):
    assert [part.title for part in outline.sections] == ["Story", "Where to look"]
    assert [question.id for question in outline.sections[1].questions] == [
        block_id("in place"),
        block_id("after it"),
    ]
    assert [question.id for question in outline.check] == [block_id("check")]
    assert outline.pass_mark == 0.75


def test_passages_are_rendered(outline):
    first = outline.sections[0].parts[0]
    assert isinstance(first, Passage)
    assert "<p>About Story.</p>" in first.html


def test_a_question_is_found_by_its_id_alone(outline):
    assert isinstance(outline.question(block_id("check")), Question)
    assert outline.question("no such question") is None


def test_it_knows_where_a_question_stands(outline):
    assert outline.section_of(block_id("in place")) == outline.sections[1]
    assert outline.section_of(block_id("check")) is None
    assert outline.section_number(block_id("Where to look")) == 2
    assert outline.section_number("nowhere") is None


def test_an_empty_draft_has_an_empty_outline():
    page = ModuleFactory(draft=True)
    page.sections, page.check_questions = [], []
    assert list(outline_of_page(page).questions()) == []

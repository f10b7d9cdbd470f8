"""An educator asks for rows of a practice record."""

from typing import Any

import pytest
from wagtail.test.utils.form_data import streamfield

from tests.factories import ModuleFactory
from tests.factories.practice import PracticeRecordFactory, entry, find_question, tick
from tests.modules import record_forms as forms
from tests.modules.forms import module_form, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(db):
    return PracticeRecordFactory()


def errors_at(answer: Any, name: str) -> Any:
    block = answer.context["form"].errors.as_data()["check_questions"][0].block_errors[0]
    return block.block_errors[name]


EITHER = "Give either a row, or what is not in the record."


@pytest.mark.parametrize(
    ("ticks", "place", "message"),
    [
        (
            [{"row": "letter", "is_right": "on"}, {"row": "gone"}],
            1,
            "No row of this record is called “gone”.",
        ),
        ([{"row": "letter", "is_right": "on"}, {"row": "letter"}], 1, "Two options are the same."),
        ([{"missing": "A date", "is_right": "on"}, {"missing": " a date"}], 1, "Two options are the same."),
        ([{"row": "letter", "is_right": "on"}, {}], 1, EITHER),
        ([{"row": "letter", "missing": "A date", "is_right": "on"}, {"row": "amlodipine"}], 0, EITHER),
    ],
)
def test_an_option_that_cannot_be_is_refused_at_its_place(
    at_desk, administrator, record, ticks, place, message
):
    block = forms.find(record, *(forms.tick(**each) for each in ticks))
    draft = ModuleFactory(draft=True)
    answer = at_desk(administrator).save(draft, module_form(check_questions=streamfield([block])), "publish")
    [[name, error]] = errors_at(answer, "options").block_errors[place].block_errors.items()
    assert name in ("row", "missing")
    assert error.messages == [message]
    assert message.partition(" “")[0] in answer.content.decode()


def test_a_question_without_a_right_option_is_refused(at_desk, administrator, record):
    block = forms.find(record, forms.tick(row="letter"), forms.tick(missing="A date"))
    draft = ModuleFactory(draft=True)
    answer = at_desk(administrator).save(draft, module_form(check_questions=streamfield([block])), "publish")
    assert errors_at(answer, "options").messages == ["Mark at least one option as right."]


@pytest.mark.parametrize("kind", [forms.find, forms.record_visit])
def test_a_record_that_is_a_draft_is_not_published_with_a_module(at_desk, administrator, kind):
    record = PracticeRecordFactory(draft=True)
    draft = ModuleFactory(draft=True)
    form = module_form(sections=streamfield([section("Look", kind(record))]))
    answer = at_desk(administrator).save(draft, form, "publish")
    assert "This practice record is a draft. Publish it first." in answer.content.decode()
    assert not draft.editions.exists()


def test_a_draft_module_may_ask_for_rows_that_are_not_there_yet(at_desk, educator):
    record = PracticeRecordFactory(draft=True)
    draft = ModuleFactory(draft=True)
    block = forms.find(record, forms.tick(row="gone"), forms.tick())
    assert at_desk(educator).save(draft, module_form(check_questions=streamfield([block]))).status_code == 302


# Marking it


@pytest.fixture
def question(record) -> Any:
    asked = find_question(
        "q",
        record,
        tick("letter", row="letter", right=True),
        tick("none", missing="A start date", right=True),
        tick("pill", row="amlodipine"),
    )
    return ModuleFactory(check_questions=[asked]).editions.newest().outline.check[0]


@pytest.mark.parametrize(
    ("chosen", "points"),
    [(["letter", "none"], 1.0), (["letter"], 0.5), (["letter", "pill"], 0.0), (["pill"], 0.0), ([], 0.0)],
)
def test_it_is_marked_like_a_question_with_several_right_options(question, chosen, points):
    assert question.mark({"chosen": chosen}).points == points


def test_it_says_in_xapi_what_could_be_chosen_and_what_was(question):
    interaction = question.interaction()
    assert interaction["interactionType"] == "choice"
    assert interaction["correctResponsesPattern"] == ["letter[,]none"]
    assert [choice["description"]["en-GB"] for choice in interaction["choices"]] == [
        "Letter: start vitamin D", "A start date", "Amlodipine 5 mg",
    ]  # fmt: skip
    assert question.response({"chosen": ["letter", "pill"]}) == "letter[,]pill"


def test_rows_that_say_the_same_are_told_apart():
    rows = [
        entry("old", "alerts", "Allergy: penicillin", date="2011"),
        entry("new", "alerts", "Allergy: penicillin", date="2016", source="Brackwater Hospitals"),
    ]
    asked = find_question(
        "q", PracticeRecordFactory(entries=rows), tick("a", row="old", right=True), tick("b", row="new")
    )
    question = ModuleFactory(check_questions=[asked]).editions.newest().outline.check[0]
    assert [option.text for option in question.options] == [
        "Allergy: penicillin (2011, Ashdown Lane Surgery)", "Allergy: penicillin (2016, Brackwater Hospitals)",
    ]  # fmt: skip

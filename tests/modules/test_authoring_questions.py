"""An educator writes questions of each type in the CMS: what comes back, and what is refused and where."""

from typing import Any

import pytest
from wagtail.test.utils.form_data import streamfield

from modules.models import ModulePage
from modules.reading import outline_of_page
from tests.factories import ModuleFactory
from tests.factories.modules import section as raw_section
from tests.factories.questions import one_of_each as raw_of_each
from tests.modules.desk import said
from tests.modules.forms import module_form, option, section, single, untouched_form
from tests.modules.question_forms import (
    best_source,
    categorise,
    certainty,
    match,
    one_of_each,
    order,
    short_reason,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(educator: Any) -> ModulePage:
    return ModuleFactory(draft=True, editor=educator)


def newest(draft: ModulePage) -> Any:
    return ModulePage.objects.get(pk=draft.pk).get_latest_revision_as_object()


@pytest.fixture
def written(at_desk: Any, educator: Any, draft: ModulePage) -> Any:
    """What came of one question of each type, in place and in the check."""
    form = module_form(
        sections=streamfield([section("Where to look", *one_of_each())]),
        check_questions=streamfield(one_of_each()),
    )
    assert "submitted" in said(at_desk(educator).save(draft, form, "submit"))
    return outline_of_page(newest(draft))


def the(outline: Any, kind: str) -> Any:
    return next(question for question in outline.check if question.type == kind)


def test_every_type_is_written_in_place_and_in_the_check(written: Any) -> None:
    kinds = ["match", "order", "categorise", "best_source", "short_reason", "certainty"]
    assert [question.type for question in written.check] == kinds
    assert [question.type for question in written.sections[0].questions] == kinds
    assert all(question.outcome == 1 and question.skill == "when" for question in written.check)


def test_a_match_has_its_pairs_and_what_belongs_to_none(written: Any) -> None:
    question = the(written, "match")
    texts = {target.id: target.text for target in question.targets}
    assert [(item.text, texts[item.target], item.feedback) for item in question.items] == [
        ("Mine", "What I write", "About Mine."),
        ("Ours", "What we share", "About Ours."),
    ]
    assert "Neither" in texts.values()
    assert len(texts) == 3


def test_steps_are_right_in_the_order_in_which_they_were_written(written: Any) -> None:
    assert [item.text for item in the(written, "order").right] == ["Ask", "Look", "Act"]


def test_items_find_their_category_by_its_name(written: Any) -> None:
    question = the(written, "categorise")
    names = {target.id: target.text for target in question.targets}
    assert [(item.text, names[item.target]) for item in question.items] == [
        ("A patient", "Yes"),
        ("A neighbour", "No"),
    ]


def test_sources_keep_their_ranks(written: Any) -> None:
    question = the(written, "best_source")
    assert {item.text: item.rank for item in question.items} == {
        "The list": 2,
        "The person": 1,
        "A letter": 2,
    }
    assert question.has_ties


def test_a_short_reason_has_its_model_and_its_points(written: Any) -> None:
    question = the(written, "short_reason")
    assert (question.hint, question.model) == ("Before I …", "Before I ring, I look.")
    assert question.points == ("A moment.", "What for.")


def test_certainty_has_one_right_option(written: Any) -> None:
    question = the(written, "certainty")
    assert [each.text for each in question.options if each.is_right] == ["yes"]


def test_what_is_opened_and_saved_unchanged_stays_as_it_is(
    at_desk: Any, reviewer: Any, draft: ModulePage, written: Any
) -> None:
    for _ in range(2):  # by the reviewer: for the educator it is locked while it is under review
        saved = at_desk(reviewer).save(draft, untouched_form(ModulePage.objects.get(pk=draft.pk)))
        assert saved.status_code == 302, "it was not saved"
    again = outline_of_page(newest(draft))
    assert [question.review({}) for question in again.check] == [
        question.review({}) for question in written.check
    ]


@pytest.mark.parametrize(
    ("question", "message", "beside"),
    [
        (match(("Mine", "This"), ("mine", "That")), "Two pairs say the same on one side.", "pairs"),
        (match(("Mine", "This"), ("Ours", "this")), "Two pairs say the same on one side.", "pairs"),
        (
            match(("Mine", "This"), ("Ours", "That"), extra=("This",)),
            "Two of the choices say the same.",
            "extra",
        ),
        (match(("Mine", "This")), "The minimum number of items is 2", "pairs"),
        (order("Ask", "ask"), "Two steps say the same.", "steps"),
        (order("Ask"), "The minimum number of items is 2", "steps"),
        (
            categorise(("A patient", "Yes"), ("A neighbour", "Perhaps")),
            "No category is called",
            "items",
        ),
        (categorise(names=("Yes", "yes")), "Two categories have the same name.", "categories"),
        (categorise(("Same", "Yes"), ("same", "No")), "Two items say the same.", "items"),
        (
            best_source(("One", "2"), ("Two", "2")),
            "Give at least two different ranks: there is nothing to put in order.",
            "sources",
        ),
        (best_source(("One", "1"), ("one", "2")), "Two sources say the same.", "sources"),
        (best_source(("One", "0"), ("Two", "2")), "greater than or equal to 1", "sources"),
        (short_reason(model=""), "This field is required.", "model"),
        (certainty(option("yes"), option("no")), "Mark exactly one option as right: 0 are.", "options"),
    ],
)
def test_an_unfair_question_is_refused_beside_what_makes_it_so(
    at_desk: Any, educator: Any, draft: ModulePage, question: Any, message: str, beside: str
) -> None:
    answer = at_desk(educator).save(
        draft, module_form(check_questions=streamfield([single(), question])), "submit"
    )
    nested = answer.context["form"].errors.as_data()["check_questions"][0].block_errors[1].block_errors
    assert set(nested) == {beside}
    assert message in answer.content.decode()


def test_an_unknown_category_is_told_beside_its_own_item(
    at_desk: Any, educator: Any, draft: ModulePage
) -> None:
    question = categorise(("A patient", "Yes"), ("A neighbour", "Perhaps"))
    answer = at_desk(educator).save(draft, module_form(check_questions=streamfield([question])), "submit")
    stream = answer.context["form"].errors.as_data()["check_questions"][0]
    assert set(stream.block_errors[0].block_errors["items"].block_errors) == {1}


def test_a_draft_may_hold_half_of_each(at_desk: Any, educator: Any, draft: ModulePage) -> None:
    half = [
        match(("Mine", "")),
        order("Ask"),
        categorise(("A patient", "")),
        best_source(("One", "")),
        short_reason(model=""),
        certainty(option("yes")),
    ]
    at_desk(educator).save(draft, module_form(check_questions=streamfield(half)))
    assert len(newest(draft).check_questions) == len(half)
    for question in outline_of_page(newest(draft)).check:
        assert question.review({})
        assert question.form_fields()


def test_previews_ask_as_learners_are_asked_and_show_what_is_right_only_with_answers(
    at_desk: Any, educator: Any
) -> None:
    draft = ModuleFactory(draft=True, editor=educator, sections=[raw_section("S", *raw_of_each())])
    desk = at_desk(educator)
    asked, answered = (shown(desk, draft, mode) for mode in ("learner", "answers"))
    for text in ("A full copy of everything", "Put these in order.", "Just guessing", "Only you see it."):
        assert text in asked
    for text in ("About own.", "Place 1: Ask the person", "Before I ring families", "A neighbour: No, that"):
        assert text in answered
        assert text not in asked


def shown(desk: Any, draft: ModulePage, mode: str) -> str:
    """A preview of what was saved last."""
    form = untouched_form(draft)
    url = f"/cms/pages/{draft.pk}/edit/preview/"
    assert desk.client.post(url, form).json()["is_valid"]
    return str(desk.client.get(url, {"mode": mode}).content.decode())

"""Every question marks, reviews and tells of whatever was ever stored as an answer to it, and always alike."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.questions.question import Question
from modules.questions.registry import question_blocks
from tests.modules.every_question import EVERY

ids = st.sampled_from(["a", "b", "c", "d", "x", "y", "true", "false", "very", "guess", "gone", ""])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4) | ids,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(ids | st.text(max_size=4), inner, max_size=5),
    max_leaves=8,
)
keys = ["chosen", "verdict", "reason", "sure", "placed", "order", "text", "other"]
stored = st.dictionaries(st.sampled_from(keys), json_values) | json_values
every_type = pytest.mark.parametrize(
    ("question", "right"), EVERY, ids=lambda value: getattr(value, "type", "")
)


def test_every_type_is_here() -> None:
    assert {question.type for question, _ in EVERY} == {name for name, _ in question_blocks()}


@every_type
@given(answer=stored)
def test_whatever_was_stored_gets_the_same_mark_each_time(
    question: Question, right: Any, answer: Any
) -> None:
    mark = question.mark(answer)
    assert 0 <= mark.points <= mark.available
    assert mark.is_scored is question.is_scored
    assert question.mark(answer) == mark


@every_type
@given(answer=stored)
def test_whatever_was_stored_has_a_review_a_form_and_a_history(
    question: Question, right: Any, answer: Any
) -> None:
    lines = question.review(answer)
    assert lines
    assert all(isinstance(line.text, str) and isinstance(line.label, str) for line in lines)
    assert isinstance(question.initial(answer), dict)
    assert isinstance(question.for_history(answer), dict)
    assert isinstance(question.response(answer), str | None)


@every_type
def test_without_an_answer_the_review_shows_what_is_right(question: Question, right: Any) -> None:
    lines = question.review({})
    assert not any(line.was_chosen or line.instead for line in lines)
    assert [line.text for line in lines if line.is_right] == [
        line.text for line in question.review(right) if line.is_right
    ] or question.type == "best_source"  # of sources that are level, either may come first


@every_type
def test_a_right_answer_goes_through_the_form_and_earns_all(question: Question, right: Any) -> None:
    fields, sent = question.form_fields(), question.initial(right)
    cleaned = {name: field.clean(sent[name]) for name, field in fields.items()}
    assert question.faults(cleaned) == {}
    assert question.mark(question.answer_from(cleaned)).is_right
    assert question.answer_from(cleaned) == right


@every_type
def test_a_right_answer_looks_as_the_statement_says_it_would(question: Question, right: Any) -> None:
    about = question.interaction()
    if "correctResponsesPattern" in about:
        assert question.response(right) in about["correctResponsesPattern"]
    else:
        assert about["interactionType"] in ("other", "long-fill-in")


@every_type
def test_a_right_answer_has_no_line_that_is_wrong(question: Question, right: Any) -> None:
    assert all(line.is_right is not False for line in question.review(right) if line.was_chosen)
    assert any(line.was_chosen for line in question.review(right))

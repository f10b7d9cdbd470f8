"""A module is published when each question names one of its outcomes, and its pools can be drawn from."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from modules.completeness import gaps
from tests.factories import ModuleFactory, one_question
from tests.factories.modules import line, pool, section

pytestmark = pytest.mark.django_db


def about(outcome: int | None, name: str = "q") -> dict[str, Any]:
    raw = one_question(name, f"Question {name}?")
    raw["value"]["outcome"] = outcome
    return raw


@pytest.mark.parametrize("outcome", [None, 0, 3])
@pytest.mark.parametrize(
    "where",
    [
        lambda raw: {"sections": [section("Story", raw)]},
        lambda raw: {"check_questions": [raw]},
        lambda raw: {"check_questions": [pool("some", 1, raw, about(1, "other"))]},
    ],
    ids=["in a section", "in the check", "in a pool"],
)
def test_a_question_about_no_outcome_is_named_at_its_field(where: Any, outcome: int | None) -> None:
    fields = where(about(outcome))
    page = ModuleFactory(draft=True, outcomes=[line("Look"), line("Act")], **fields)
    missing = gaps(page)
    assert set(missing) == set(fields)
    assert "“Question q?”" in next(iter(missing.values()))
    assert "2 outcomes" in next(iter(missing.values()))


def test_each_question_about_an_outcome_is_fine() -> None:
    page = ModuleFactory(
        draft=True,
        outcomes=[line("Look"), line("Act")],
        check_questions=[about(2), pool("p", 1, about(1, "r"))],
    )
    assert gaps(page) == {}


@pytest.mark.parametrize(("draw", "fair"), [(1, True), (2, True), (3, False)])
def test_a_pool_cannot_ask_more_than_it_holds(draw: int, fair: bool) -> None:
    page = ModuleFactory(draft=True, check_questions=[pool("p", draw, about(1, "a"), about(1, "b"))])
    revision = page.get_latest_revision()
    if fair:
        revision.publish()
        assert page.editions.newest().outline.asked == draw
    else:
        with pytest.raises(ValidationError):
            revision.publish()

"""What a survey asks, what answers amount to, and what becomes of a survey with time."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from learners.surveys.actions.settling import forget_answers
from learners.surveys.analysis import (
    MODULES,
    Statement,
    halves,
    is_low,
    movement_in_words,
    same_statements,
    score,
)
from learners.surveys.models import Answer, Barrier, FreeText, Token, Wave
from tests.factories import NetworkMembershipFactory
from tests.factories.organisations import days_ago
from tests.factories.surveys import bundled, open_survey, settled_survey, survey_in


@pytest.fixture
def network(db: Any) -> Any:
    return NetworkMembershipFactory().network


def statement(number: int, *, reverse: bool = False) -> Statement:
    return Statement(str(number), number, f"Statement {number}.", "Scale", "when", reverse)


@pytest.mark.parametrize(
    ("answers", "mean"),
    [
        ({"1": 4, "2": 4}, 3),  # the second is the other way round: 4 is worth 2
        ({"1": 5, "2": 1}, 5),
        ({"1": 5}, 5),  # left out, like what is not their role
        ({"1": 0, "2": 2}, 4),
        ({"1": 0, "2": 0}, None),
        ({}, None),
    ],
)
def test_a_persons_mean(answers: dict[str, int], mean: int | None) -> None:
    assert score(answers, [statement(1), statement(2, reverse=True)]) == mean


def test_medians_are_in_halves_and_change_in_points() -> None:
    found = [score({"1": point}, [statement(1)]) for point in (2, 3, 4, 4)]
    assert halves([each for each in found if each is not None]) == 7
    assert halves([]) is None
    assert [movement_in_words(by) for by in (4, 5, -12)] == [
        "About the same",
        "Up 5 points",
        "Down 12 points",
    ]
    assert not same_statements([statement(1)], [statement(1, reverse=True)])
    assert [is_low(59, 100), is_low(60, 100)] == [True, False]


def test_every_barrier_has_modules_that_help() -> None:
    assert set(MODULES) == set(Barrier.values)


@pytest.mark.django_db
def test_the_bundled_survey_has_twelve_statements_of_which_one_is_reversed() -> None:
    items = list(bundled().items.all())
    assert [item.number for item in items] == list(range(1, 13))
    assert [item.number for item in items if item.is_reversed] == [7]
    by_barrier = {key: [item.number for item in items if item.barrier == key] for key in Barrier.values}
    assert by_barrier == {
        "when": [1, 2],
        "trust": [3, 8, 9, 11],
        "permission": [4, 5, 7],
        "climate": [6, 10, 12],
    }


def test_the_hourly_command_opens_settles_and_forgets_after_two_years(network: Any) -> None:
    old = settled_survey(network.organisations.get())
    Wave.objects.filter(pk=old.pk).update(opens_on=days_ago(900), closes_on=days_ago(890))
    new = survey_in(network)
    call_command("surveys")
    new.refresh_from_db()
    assert new.opened_on == timezone.localdate()
    assert not Answer.objects.exists() | FreeText.objects.exists() | Token.objects.filter(wave=old).exists()
    assert old.figures.exists()
    assert forget_answers(on=timezone.localdate()) == 0


def test_a_survey_that_has_opened_cannot_be_made_another(network: Any) -> None:
    wave = open_survey(network)
    wave.opens_on += datetime.timedelta(days=1)
    wave.closes_on += datetime.timedelta(days=9)
    with pytest.raises(ValidationError, match="has opened"):
        wave.full_clean()
    wave.refresh_from_db()
    wave.closes_on += datetime.timedelta(days=9)
    wave.full_clean()

"""Whether confidence lasts: pairs only, the first of each person, and nothing of which anybody could be told."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learners.insight.transfer import (
    Pair,
    Picture,
    Told,
    blurred,
    first_pairs,
    in_steps,
    mean_of,
    picture_of,
    picture_of_network,
)


def told(attempt: str, person: int, **levels: int) -> list[Told]:
    return [Told(attempt, person, 1, moment, level) for moment, level in levels.items()]


PAIRS = {
    "both": (told("a", 1, before=2, after=4), [Pair(1, 2, 4)]),
    "and some weeks later": (told("a", 1, before=2, after=4, later=3), [Pair(1, 2, 4, 3)]),
    "only before": (told("a", 1, before=2), []),
    "only after": (told("a", 1, after=4, later=4), []),
    "before and later make no pair": (told("a", 1, before=2, later=4), []),
    "the first stands": (
        [*told("a", 1, before=2, after=4), *told("b", 1, before=5, after=5, later=5)],
        [Pair(1, 2, 4)],
    ),
    "the first that is one": (
        [*told("a", 1, before=1), *told("b", 1, before=3, after=4)],
        [Pair(1, 3, 4)],
    ),
    "one from each person": (
        [*told("a", 1, before=2, after=4), *told("b", 2, before=1, after=1)],
        [Pair(1, 2, 4), Pair(1, 1, 1)],
    ),
    "not one of two halves": ([*told("a", 1, before=2), *told("b", 1, after=4)], []),
}


@pytest.mark.parametrize("case", PAIRS)
def test_pairs(case: str) -> None:
    said, expected = PAIRS[case]
    assert first_pairs(said) == expected


def of(count: int, before: int, after: int, later: int | None = None, organisation: int = 1) -> list[Pair]:
    return [Pair(organisation, before, after, later)] * count


SHOWN: dict[str, tuple[list[Pair], bool]] = {
    "nobody": ([], False),
    "seven": ([*of(5, 2, 4), *of(2, 3, 3)], False),
    "eight": ([*of(5, 2, 4), *of(3, 3, 3)], True),
    "eight who all became more confident": (of(8, 2, 4), False),
    "eight of whom all felt the same before": ([*of(5, 2, 4), *of(3, 2, 2)], False),
    "ten who did": (of(10, 2, 4), True),
}


@pytest.mark.parametrize("case", SHOWN)
def test_too_few_are_not_shown(case: str) -> None:
    pairs, is_shown = SHOWN[case]
    assert (picture_of(pairs) is not None) is is_shown


def test_what_is_shown() -> None:
    picture = picture_of([*of(12, 2, 4), *of(4, 3, 3), *of(4, 4, 3)])
    assert picture
    shown = picture.after
    assert (shown.people, shown.less, shown.same, shown.more, shown.change) == (20, 20, 20, 60, 1.0)
    before, after = shown.columns
    assert (before.shares, before.mean) == ((0, 60, 20, 20, 0), 2.6)
    assert (after.shares, after.mean) == ((0, 0, 40, 60, 0), 3.6)
    assert picture.later is None


LATER: dict[str, tuple[list[Pair], bool]] = {
    "all of them": ([*of(6, 2, 4, 3), *of(4, 3, 3, 3)], True),
    "too few": ([*of(6, 2, 4, 3), *of(10, 3, 3)], False),
    "all but one: who did not could be told from the rest": (
        [*of(6, 2, 4, 3), *of(6, 3, 3, 3), *of(1, 5, 5)],
        False,
    ),
    "half, and half did not": ([*of(6, 2, 4, 3), *of(4, 3, 3, 3), *of(6, 2, 4), *of(4, 3, 3)], True),
}


@pytest.mark.parametrize("case", LATER)
def test_some_weeks_later(case: str) -> None:
    pairs, is_shown = LATER[case]
    picture = picture_of(pairs)
    assert picture
    assert (picture.later is not None) is is_shown


def test_some_weeks_later_is_set_against_before() -> None:
    picture = picture_of(of(10, 2, 5, 4))
    assert picture
    assert picture.later
    assert (picture.after.change, picture.later.change) == (3.0, 2.0)
    assert [column.mean for column in picture.later.columns] == [2.0, 5.0, 4.0]


def mixed(count: int, organisation: int) -> list[Pair]:
    """So many, of whom half became more confident."""
    return [*of(count // 2, 2, 4, None, organisation), *of(count - count // 2, 3, 3, None, organisation)]


NETWORKS: dict[str, tuple[list[Pair], bool]] = {
    "two large": ([*mixed(20, 1), *mixed(20, 2)], True),
    "one alone": (mixed(40, 1), False),
    "small ones that are too few together": ([*mixed(20, 1), *mixed(3, 2), *mixed(3, 3)], False),
    "a large and a small: the small one is the rest": ([*mixed(20, 1), *mixed(3, 2)], False),
    "small ones that hide each other": ([*mixed(20, 1), *mixed(6, 2), *mixed(6, 3), *mixed(6, 4)], True),
}


def test_nor_from_what_was_said_some_weeks_later() -> None:
    both = [*mixed(20, 1), *mixed(20, 2)]
    for number, later in enumerate(both):
        both[number] = Pair(later.organisation, later.before, later.after, 3 if number < 22 else None)
    picture = picture_of_network(both)
    assert picture
    assert picture.later is None, "All of one and two of the other."


@pytest.mark.parametrize("case", NETWORKS)
def test_of_a_network_no_organisation_can_be_got_by_subtraction(case: str) -> None:
    pairs, is_shown = NETWORKS[case]
    assert (picture_of_network(pairs) is not None) is is_shown


LEVEL = st.integers(1, 5)
slowly = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
ANY = st.builds(Pair, st.integers(1, 3), LEVEL, LEVEL, st.none() | LEVEL)


def numbers_in(picture: Picture) -> list[Any]:
    comparisons = [each for each in (picture.after, picture.later) if each]
    return [
        (each.people, each.less, each.same, each.more, each.change, each.columns, each.bits)
        for each in comparisons
    ]


@slowly
@given(st.lists(ANY, max_size=30))
def test_whoever_is_one_of_fewer_than_eight_is_never_in_a_figure(pairs: list[Pair]) -> None:
    for picture in (picture_of(pairs), picture_of_network(pairs)):
        if picture:
            assert len(pairs) >= 8
            assert picture.after.people % 5 == 0
            said = [pair for pair in pairs if pair.later]
            assert picture.later is None or len(said) >= 8
            assert picture.later is None or len(pairs) - len(said) not in range(1, 8)


@slowly
@given(st.lists(ANY, min_size=10, max_size=19), ANY)
def test_of_fewer_than_20_the_shares_are_to_the_nearest_ten(pairs: list[Pair], pair: Pair) -> None:
    picture = picture_of(pairs)
    if picture:
        shares = [share for column in picture.after.columns for share in column.shares]
        assert all(share % 10 == 0 for share in [*shares, picture.after.less, picture.after.more])


@slowly
@given(st.lists(ANY, min_size=10, max_size=40))
def test_bars_are_drawn_from_what_the_table_says_and_stay_inside(pairs: list[Pair]) -> None:
    picture = picture_of(pairs)
    if picture:
        assert numbers_in(picture)
        for bit in picture.after.bits:
            assert 0 <= bit.x < bit.x + bit.width <= 1000
            assert 0 <= bit.y < bit.y + bit.height <= picture.after.height


@pytest.mark.parametrize(
    ("number", "people", "expected"),
    [(1, 8, 10), (1, 19, 10), (0, 8, 0), (8, 8, 100), (1, 20, 5), (1, 30, 3)],
)
def test_blurred(number: int, people: int, expected: int) -> None:
    assert blurred(number, people) == expected


@pytest.mark.parametrize(
    ("values", "expected"), [([1, 2], 1.5), ([-1, -2], -1.5), ([0, 0, 1], 0.3), ([1] * 3, 1.0)]
)
def test_mean(values: list[int], expected: float) -> None:
    assert mean_of(values) == expected


DAY_0 = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
DAYS = st.integers(0, 400).map(lambda days: DAY_0 + datetime.timedelta(days=days))


@st.composite
def histories(draw: st.DrawFn) -> list[Pair]:
    """Pairs as they came over a year, some with what was said some weeks later. The organisation tells them apart."""
    found = []
    for name in range(draw(st.integers(0, 30))):
        since, weeks = draw(DAYS), datetime.timedelta(days=draw(st.integers(28, 60)))
        found.append(Pair(name, 2, 4, draw(st.none() | st.just(3)), since, since + weeks))
    return found


def counted(pairs: list[Pair], on: datetime.datetime) -> list[Pair]:
    """What of it counts on a day."""
    known = [pair for pair in pairs if pair.since < on]
    return in_steps([pair if pair.later_since < on else replace(pair, later=None) for pair in known])


@given(histories(), DAYS, DAYS)
@settings(max_examples=200, deadline=None)
def test_between_two_looks_nobody_goes_and_five_come_or_none(
    pairs: list[Pair], one: datetime.datetime, other: datetime.datetime
) -> None:
    first, second = counted(pairs, min(one, other)), counted(pairs, max(one, other))
    for before, after in (
        ({pair.organisation for pair in first}, {pair.organisation for pair in second}),
        (
            {pair.organisation for pair in first if pair.later},
            {pair.organisation for pair in second if pair.later},
        ),
    ):
        assert before <= after
        assert len(after - before) % 5 == 0

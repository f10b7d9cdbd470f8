"""When the next one comes: 7, 42 and 182 days; sooner what was missed; never two in a week, never late."""

import datetime
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learners.boosters.deciding import AGAIN, APART, ASKED, DAY, OFFSETS, Due, Sent, choose, next_booster

DONE = datetime.date(2026, 3, 2)

patiently = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


def on(days: int) -> datetime.date:
    return DONE + days * DAY


def sent(day: int, answered: int | None = None, *, missed: bool = False, again: bool = False) -> Sent:
    return Sent(on(day), again, None if answered is None else on(answered), missed)


CASES = {
    "nothing yet: the first, a week later": ([], 0, Due(on(7))),
    "it waits for its day": ([], 6, Due(on(7))),
    "and may go for two weeks": ([], 20, Due(on(7))),
    "then the next one comes": ([], 21, Due(on(42))),
    "after the first, the second": ([sent(7, 8)], 9, Due(on(42))),
    "one that nobody opened changes nothing": ([sent(7)], 30, Due(on(42))),
    "nor one that was answered in part": ([sent(7, None, missed=True)], 30, Due(on(42))),
    "missed: a week after the answers": ([sent(7, 9, missed=True)], 10, Due(on(16), is_again=True)),
    "missed again: two weeks": (
        [sent(7, 7, missed=True), sent(14, 14, missed=True, again=True)],
        15,
        Due(on(28), is_again=True),
    ),
    "right this time: as planned": (
        [sent(7, 7, missed=True), sent(14, 14, again=True)],
        15,
        Due(on(42)),
    ),
    "a planned one that comes first takes its place": (
        [
            sent(7, 7, missed=True),
            sent(14, 14, missed=True, again=True),
            sent(28, 28, missed=True, again=True),
        ],
        29,
        Due(on(42)),
    ),
    "three times, then it waits": (
        [
            sent(42, 42, missed=True),
            sent(49, 49, missed=True, again=True),
            sent(63, 63, missed=True, again=True),
            sent(91, 91, missed=True, again=True),
        ],
        92,
        Due(on(182)),
    ),
    "answered late: a week apart from the planned one": (
        [sent(7, 33, missed=True)],
        40,
        Due(on(40), is_again=True),
    ),
    "so the planned one moves": (
        [sent(7, 33, missed=True), sent(40, 40, again=True)],
        42,
        Due(on(47)),
    ),
    "the last may be missed, too": ([sent(182, 182, missed=True)], 183, Due(on(189), is_again=True)),
    "then there is no more": ([sent(182, 182)], 183, None),
    "nor long afterwards": ([], 196, None),
}


@pytest.mark.parametrize("case", CASES)
def test_the_next_one(case: str) -> None:
    before, today, expected = CASES[case]
    assert next_booster(DONE, before, on(today)) == expected


HABITS = st.tuples(st.none() | st.integers(0, 6), st.booleans())
"""After how many days somebody answers, if at all, and whether anything was wrong."""


@patiently
@given(st.lists(HABITS, min_size=12, max_size=12), st.sets(st.integers(0, 300), max_size=40))
def test_whatever_somebody_does(habits: list[tuple[int | None, bool]], silent: set[int]) -> None:
    """Asked on every day but a few: never two in a week, none before its day, and there is an end."""
    went: list[Sent] = []
    for number in sorted(set(range(600)) - silent):
        day = on(number)
        due = next_booster(DONE, went, day)
        if due and due.on <= day:
            assert day >= on(OFFSETS[0])
            assert not went or day - went[-1].on >= APART
            assert not due.is_again or went[-1].missed
            later, missed = habits[len(went)]
            went.append(Sent(day, due.is_again, None if later is None else day + later * DAY, missed))
    assert len(went) <= len(OFFSETS) * (1 + len(AGAIN))
    assert len([each for each in went if not each.is_again]) <= len(OFFSETS)


CHOICES = {
    "what was missed, first": ({"a"}, dict.fromkeys("abcdef", 1), {"b", "c"}, {"a", "b", "c"}),
    "then what was never asked": (set(), dict.fromkeys("abc", 1), set(), {"d", "e", "f"}),
    "missed before never asked": ({"a", "b"}, dict.fromkeys("abcde", 1), set(), {"a", "b", "f"}),
    "then what was wrong in the module": (
        set(),
        dict.fromkeys("abcdef", 1),
        {"b", "e", "f"},
        {"b", "e", "f"},
    ),
    "never asked before wrong": (set(), dict.fromkeys("abcde", 1), {"b", "c"}, {"f", "b", "c"}),
    "of the rest those asked least": (
        set(),
        {"a": 2, "b": 3, "c": 1, "d": 1, "e": 2, "f": 1},
        set(),
        {"c", "d", "f"},
    ),
}


@pytest.mark.parametrize("case", CHOICES)
def test_what_it_asks(case: str) -> None:
    missed, asked, wrong, expected = CHOICES[case]
    chosen = choose("abcdef", missed=missed, asked=asked, wrong=wrong, chance=random.Random(1))
    assert set(chosen) == expected
    assert chosen == sorted(chosen), "In the module's order."


@patiently
@given(st.text("abcdefgh", max_size=8).map(lambda text: sorted(set(text))), st.randoms())
def test_three_or_as_many_as_there_are(questions: list[str], chance: random.Random) -> None:
    chosen = choose(questions, missed=(), asked={}, wrong=(), chance=chance)
    assert len(chosen) == min(ASKED, len(questions))
    assert set(chosen) <= set(questions)

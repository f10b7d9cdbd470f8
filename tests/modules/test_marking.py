"""Marking is total, deterministic, blind to order, and keeps within its bounds."""

from hypothesis import given
from hypothesis import strategies as st

from modules.questions.marking import Mark, mark_both, mark_many, mark_one, total

ids = st.text("abcdefgh", min_size=1, max_size=2)
choices = st.lists(ids, max_size=8)
right_ones = st.sets(ids, min_size=1, max_size=6)
marks = st.builds(lambda points: Mark(points), st.floats(0, 1))


@given(choices, right_ones)
def test_several_right_keeps_within_bounds(chosen, right):
    assert 0 <= mark_many(chosen, right).points <= 1


@given(choices, right_ones, st.randoms())
def test_order_and_repetition_make_no_difference(chosen, right, random):
    shuffled = chosen * 2
    random.shuffle(shuffled)
    assert mark_many(shuffled, right) == mark_many(chosen, right)


@given(right_ones)
def test_exactly_the_right_ones_earn_all(right):
    assert mark_many(right, right).is_right


@given(choices, right_ones)
def test_only_the_right_ones_earn_all(chosen, right):
    assert mark_many(chosen, right).is_right is (set(chosen) == right)


@given(right_ones, ids)
def test_choosing_everything_is_no_way_through(right, other):
    wrong = {f"wrong {n}" for n in range(len(right))}
    assert mark_many(right | wrong, right).points == 0


@given(choices, right_ones, ids)
def test_one_more_wrong_choice_never_helps(chosen, right, extra):
    if extra not in right:
        assert mark_many([*chosen, extra], right).points <= mark_many(chosen, right).points


@given(st.none() | ids, ids)
def test_one_right_is_all_or_nothing(chosen, right):
    assert mark_one(chosen, right).points == float(chosen == right)


@given(st.booleans(), st.booleans())
def test_a_reason_counts_only_with_its_verdict(verdict, reason):
    assert mark_both(verdict_is_right=verdict, reason_is_right=reason).points == verdict * (1 + reason) / 2


@given(st.lists(marks, max_size=30))
def test_totals_keep_within_bounds_and_ignore_order(given_marks):
    score = total(given_marks)
    assert score == total(reversed(given_marks))
    assert 0 <= score.scaled <= 1 + 1e-9
    assert 0 <= score.percent <= 100
    assert (score.percent == 100) <= score.reaches(0.99)


def test_nothing_to_earn_is_no_division_by_zero():
    assert total([]).scaled == 0

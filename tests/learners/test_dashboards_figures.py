"""Figures, bars, lines and guarded cells: what is decided without a database."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learners.dashboards.charts import LINE_HEIGHT, LINE_WIDTH, WIDTH, line, points, segments
from learners.dashboards.figures import Aims, Level, Share, Tally
from learners.requirements.standing import State
from learners.spreadsheets import guarded

numbers = st.integers(0, 10_000)
tallies = st.builds(Tally, *[numbers] * 10)


def test_a_percentage_is_rounded_down() -> None:
    assert Share(399, 400).percent == "99.7"
    assert Share(99_999, 100_000).percent == "99.9"
    assert Share(400, 400).percent == "100.0"
    assert Share(0, 0).percent == "0"


def test_of_few_people_it_is_a_whole_number() -> None:
    assert Share(18, 19).percent == "94"


@given(numbers, numbers)
def test_it_never_says_all_while_one_is_missing(number: int, missing: int) -> None:
    assert (Share(number, number + missing).percent.startswith("100")) == (missing == 0 and number > 0)


@given(st.lists(st.sampled_from(State)))
def test_the_parts_of_a_tally_make_the_whole(states: list[State]) -> None:
    tally = Tally.of(states)
    assert tally.total == len([state for state in states if state.counts])
    assert tally.total + tally.beside == len([state for state in states if state is not State.NOT_REQUIRED])
    assert tally.share_done.number == len([state for state in states if state.is_met])
    assert tally.late == len([state for state in states if state.is_late])


@given(tallies)
def test_a_bar_is_whole_and_has_no_gaps(tally: Tally) -> None:
    parts = segments(tally)
    assert sum(part.width for part in parts) == (WIDTH if tally.total else 0)
    assert all(before.x + before.width == after.x for before, after in pairwise(parts))
    assert all(getattr(tally, part.name) for part in parts)


@given(st.lists(st.one_of(st.none(), st.builds(Share, st.integers(0, 9), st.integers(9, 50))), max_size=13))
def test_a_line_goes_from_left_to_right_inside_its_drawing(shares: list[Share | None]) -> None:
    found = points(shares)
    assert all(before.x < after.x for before, after in pairwise(found))
    assert all(0 < point.x < LINE_WIDTH and 0 < point.y < LINE_HEIGHT for point in found)
    assert len(found) == len([share for share in shares if share])
    assert len(line(shares).split()) == len(found)


def test_a_larger_share_lies_higher() -> None:
    low, high = points([Share(1, 10), Share(9, 10)])
    assert high.y < low.y


@pytest.mark.parametrize(
    ("number", "level"),
    [(849, Level.BEHIND), (850, Level.NEARLY), (949, Level.NEARLY), (950, Level.ON_TRACK)],
)
def test_a_share_is_called_by_what_an_organisation_aims_at(number: int, level: Level) -> None:
    assert Aims().level(Share(number, 1000)) is level
    assert Aims().level(Share(0, 0)) is None


def test_nobody_is_behind_while_everybody_is_in_time() -> None:
    assert Aims().level_of(Tally(compliant=1, not_started=9)) is None
    assert Aims().level_of(Tally(compliant=1, not_started=8, overdue=1)) is Level.BEHIND
    assert Aims().level_of(Tally(compliant=10)) is Level.ON_TRACK


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_cell_that_looks_like_a_formula_is_guarded(start: str) -> None:
    assert guarded(f"{start}1+1") == f"'{start}1+1"


def test_other_cells_stay_as_they_are() -> None:
    assert guarded("O'Neill-Hart") == "O'Neill-Hart"
    assert guarded(None) == ""

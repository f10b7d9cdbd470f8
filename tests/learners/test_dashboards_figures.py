"""Figures, bars, hidden numbers and guarded cells: what is decided without a database."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learners.dashboards.charts import WIDTH, segments
from learners.dashboards.figures import Share, Tally
from learners.dashboards.suppression import FEWEST, head_count, suppress
from learners.requirements.standing import State
from learners.spreadsheets import guarded

numbers = st.integers(0, 10_000)
tallies = st.builds(Tally, numbers, numbers, numbers, numbers)


@st.composite
def shares(draw: st.DrawFn) -> Share:
    total = draw(st.integers(0, 60))
    return Share(draw(st.integers(0, total)), total)


def test_a_percentage_is_rounded_down() -> None:
    assert Share(399, 400).percent == 99
    assert Share(400, 400).percent == 100
    assert Share(0, 0).percent == 0


@given(st.lists(st.sampled_from(State)))
def test_the_parts_of_a_tally_make_the_whole(states: list[State]) -> None:
    tally = Tally.of(states)
    assert tally.total == len([state for state in states if state is not State.NOT_REQUIRED])
    assert tally.share_done == Share(states.count(State.COMPLIANT), tally.total)


@given(tallies)
def test_a_bar_is_whole_and_has_no_gaps(tally: Tally) -> None:
    parts = segments(tally)
    assert sum(part.width for part in parts) == (WIDTH if tally.total else 0)
    assert all(before.x + before.width == after.x for before, after in pairwise(parts))
    assert all(getattr(tally, part.name) for part in parts)


@pytest.mark.parametrize(
    ("number", "total", "shown"),
    [
        (3, 4, False),  # out of fewer than five
        (0, 0, False),
        (1, 20, False),  # one to four who have
        (4, 20, False),
        (5, 20, True),
        (16, 20, False),  # one to four who have not
        (19, 20, False),
        (15, 20, True),
        (20, 20, True),
        (0, 9, False),  # nobody, out of few
        (0, 10, True),
        (5, 5, True),
    ],
)
def test_small_numbers_are_hidden(number: int, total: int, shown: bool) -> None:
    share = Share(number, total)
    assert suppress(share) == (share if shown else None)


@given(shares())
def test_whoever_is_counted_in_what_is_shown_has_company(share: Share) -> None:
    shown = suppress(share)
    if shown is not None:
        assert shown == share
        groups = [group for group in (shown.number, shown.total - shown.number) if group]
        assert min(groups) >= FEWEST


@given(st.lists(shares(), min_size=2, max_size=8))
def test_nothing_hidden_can_be_worked_out_from_what_is_shown(line: list[Share]) -> None:
    """What is published of a cell depends on that cell alone, and there are no totals.

    So a hidden cell could be any other hidden cell, and the page would look the same.
    """
    published = [suppress(share) for share in line]
    for place, share in enumerate(line):
        if published[place] is None:
            for other in (Share(1, 20), Share(19, 20), Share(2, 3)):
                changed = [*line[:place], other, *line[place + 1 :]]
                assert [suppress(each) for each in changed] == published, share


@pytest.mark.parametrize(("people", "shown"), [(0, None), (4, None), (5, 5), (240, 240)])
def test_a_small_organisation_does_not_tell_its_size(people: int, shown: int | None) -> None:
    assert head_count(people) == shown


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_cell_that_looks_like_a_formula_is_guarded(start: str) -> None:
    assert guarded(f"{start}1+1") == f"'{start}1+1"


def test_other_cells_stay_as_they_are() -> None:
    assert guarded("O'Neill-Hart") == "O'Neill-Hart"
    assert guarded(None) == ""

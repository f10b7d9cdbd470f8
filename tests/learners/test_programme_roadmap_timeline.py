"""Where milestones lie on the line of time."""

import datetime
from itertools import pairwise

import pytest

from learners.programme.timeline import MARGIN, RADIUS, WIDTH, Entry, timeline

TODAY = datetime.date(2026, 11, 30)


def entries(*days: str) -> list[Entry]:
    return [Entry(datetime.date.fromisoformat(day), "planned") for day in days]


def test_without_milestones_there_is_nothing_to_draw() -> None:
    assert timeline([], TODAY) is None


@pytest.mark.parametrize("day", ["2026-11-30", "2026-12-01", "2019-02-28", "2031-06-01"])
def test_a_single_milestone_and_today_are_on_the_line(day: str) -> None:
    found = timeline(entries(day), TODAY)
    assert found is not None
    [mark] = found.marks
    assert mark.number == 1
    assert MARGIN <= mark.x <= WIDTH - MARGIN
    assert MARGIN <= found.today <= WIDTH - MARGIN
    assert (mark.x < found.today) == (day < str(TODAY))
    assert RADIUS <= mark.y < found.axis < found.height


def test_the_number_is_that_of_the_line_in_the_table_whatever_the_order() -> None:
    found = timeline(entries("2027-04-01", "2026-01-01", "2026-08-15"), TODAY)
    assert found is not None
    assert [mark.number for mark in sorted(found.marks, key=lambda mark: mark.x)] == [2, 3, 1]


def test_marks_that_would_overlap_lie_above_one_another() -> None:
    found = timeline(entries("2026-01-01", "2026-01-01", "2026-01-05", "2027-06-01"), TODAY)
    assert found is not None
    first, second, third, far = found.marks
    assert first.x == second.x
    assert len({first.y, second.y, third.y}) == 3
    assert far.y == first.y  # there is room for it in the lowest lane
    for one in found.marks:
        for other in found.marks:
            apart = abs(one.x - other.x) >= 2 * RADIUS or abs(one.y - other.y) >= 2 * RADIUS
            assert one is other or apart
    assert min(mark.y for mark in found.marks) >= RADIUS


@pytest.mark.parametrize(
    ("first", "last"),
    [("2026-11-01", "2026-12-15"), ("2026-01-01", "2027-12-31"), ("2000-01-01", "2099-12-31")],
)
def test_months_below_the_line_have_room_for_their_words(first: str, last: str) -> None:
    found = timeline(entries(first, last), TODAY)
    assert found is not None
    assert 1 <= len(found.ticks) <= 12
    places = [tick.x for tick in found.ticks]
    assert all(after - before >= 40 for before, after in pairwise(places))
    assert all(tick.month.day == 1 for tick in found.ticks)

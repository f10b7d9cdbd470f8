"""Never two a day, never in quiet hours, and nobody is forgotten."""

import datetime
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from learners.reminders.deciding import (
    DAY,
    MOST_OVERDUE,
    WEEK,
    Item,
    Occasion,
    Rules,
    Told,
    decide,
    is_weekly_due,
    occasion_of,
)

MONDAY = datetime.date(2026, 11, 2)
NOON = datetime.time(12)
USUAL = Rules()


def on(day: datetime.date, hour: int = 12) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(hour))


def item(due: datetime.date, *told: Told, organisation: int = 1) -> Item:
    return Item(organisation, "m", due, told)


def test_it_is_spoken_of_two_weeks_and_three_days_before_and_on_the_day() -> None:
    due = MONDAY + 18 * DAY
    said = {days: occasion_of(item(due), due - days * DAY, USUAL) for days in (15, 14, 4, 3, 1, 0)}
    assert said[15] is None
    assert (said[14], said[4]) == (Occasion.TWO_WEEKS, Occasion.TWO_WEEKS)
    assert (said[3], said[1], said[0]) == (Occasion.THREE_DAYS, Occasion.THREE_DAYS, Occasion.DUE_DAY)


def test_what_was_said_is_not_said_again() -> None:
    due = MONDAY + 10 * DAY
    assert occasion_of(item(due, Told("two_weeks", MONDAY)), MONDAY + DAY, USUAL) is None
    assert occasion_of(item(due, Told("due_day", MONDAY)), due - DAY, USUAL) is None


def test_what_is_due_on_a_sunday_is_said_on_friday() -> None:
    sunday = MONDAY + 6 * DAY
    assert occasion_of(item(sunday), sunday - 2 * DAY, USUAL) is Occasion.DUE_DAY
    assert occasion_of(item(sunday), sunday - 2 * DAY, Rules(weekends=True)) is Occasion.THREE_DAYS


def test_late_is_said_weekly_and_four_times_at_most() -> None:
    due, said = MONDAY, []
    told: tuple[Told, ...] = ()
    for number in range(1, 120):
        day = due + number * DAY
        if occasion_of(item(due, *told), day, USUAL):
            told = (*told, Told("overdue", day))
            said.append(number)
    assert said == [1, 8, 15, 22]


def test_with_another_employer_the_narrowest_hours_hold() -> None:
    rules = {1: Rules(from_hour=6), 2: Rules(from_hour=10, to_hour=16)}
    both = [item(MONDAY), item(MONDAY, organisation=2)]
    assert [bool(decide(both, rules, on(MONDAY, hour))) for hour in (7, 10, 15, 16)] == [
        False,
        True,
        True,
        False,
    ]
    assert decide(both[:1], rules, on(MONDAY, 7))


def test_an_employer_that_rests_at_weekends_does_not_silence_one_that_does_not() -> None:
    saturday = MONDAY + 5 * DAY
    rules = {1: Rules(), 2: Rules(weekends=True), 3: Rules(weekends=True, sends=False)}
    asked = [item(saturday, organisation=here) for here in rules]
    assert [chosen.organisation for chosen, _ in decide(asked, rules, on(saturday))] == [2]


def test_figures_of_the_week_come_once_from_monday_to_sunday() -> None:
    assert is_weekly_due(None, MONDAY)
    assert not is_weekly_due(MONDAY, MONDAY + 6 * DAY)
    assert is_weekly_due(MONDAY + 6 * DAY, MONDAY + 7 * DAY)


rules_of_any = st.builds(
    Rules, weekends=st.booleans(), from_hour=st.integers(6, 10), to_hour=st.integers(16, 22)
)


@settings(max_examples=60, deadline=None)
@given(
    rules=st.tuples(rules_of_any, rules_of_any),
    dues=st.lists(st.tuples(st.integers(0, 1), st.integers(-20, 40)), min_size=1, max_size=5),
    runs=st.lists(st.integers(0, 23), min_size=1, max_size=3).map(lambda hours: sorted({*hours, 12})),
    silent=st.sets(st.integers(0, 90), max_size=3),
)
def test_whatever_is_asked_and_whenever_it_runs(
    rules: tuple[Rules, Rules], dues: list[tuple[int, int]], runs: list[int], silent: set[int]
) -> None:
    """`silent` are days on which nothing ran: at noon on all others, something did."""
    chosen = dict(enumerate(rules))
    told: dict[int, tuple[Told, ...]] = dict.fromkeys(range(len(dues)), ())
    for after in range(90):
        day, sent = MONDAY + after * DAY, 0
        for hour in runs if after not in silent else []:
            items = [
                Item(here, str(number), MONDAY + due * DAY, told[number])
                for number, (here, due) in enumerate(dues)
            ]
            found = decide(items, chosen, on(day, hour)) if not sent else []
            sent += bool(found)
            for each, occasion in found:
                assert chosen[each.organisation].allow(on(day, hour))
                told[int(each.module)] += (Told(occasion, day),)
        assert sent <= 1
    for number, (_, due) in enumerate(dues):
        late = [each.on for each in told[number] if each.occasion == Occasion.OVERDUE]
        assert len(late) == MOST_OVERDUE
        assert all(later - earlier >= WEEK for earlier, later in itertools.pairwise(late))
        said = [each.occasion for each in told[number] if each.occasion != Occasion.OVERDUE]
        assert len(said) == len(set(said)) <= 3
        if due > 20:  # time enough for any silent days and weekends before
            assert said[0] == Occasion.TWO_WEEKS
            assert said[-1] in (Occasion.THREE_DAYS, Occasion.DUE_DAY)

"""Who is reminded of what on which day. Standard library only.

Of a module that is due: two weeks and three days before its day, on the day, and then once a week, four times at most.
Where nothing may be sent on such a day, the next day on which something may comes instead; only the due day's own is
sent on the last such day before it.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

DAY = datetime.timedelta(days=1)
WEEK = 7 * DAY
AHEAD = 14 * DAY
"""So long before its day something is spoken of for the first time."""
MOST_OVERDUE = 4

EARLIEST, LATEST = 6, 22
"""Nobody can choose hours outside these, nor any that leave the middle of the day out."""


class Occasion(StrEnum):
    """Why something is spoken of today."""

    TWO_WEEKS = "two_weeks"
    THREE_DAYS = "three_days"
    DUE_DAY = "due_day"
    OVERDUE = "overdue"
    ASKED = "asked"


POINTS = (Occasion.TWO_WEEKS, Occasion.THREE_DAYS, Occasion.DUE_DAY)


@dataclass(frozen=True, slots=True)
class Rules:
    """When an organisation lets its people be reminded: from an hour to another, by the clock on the wall."""

    sends: bool = True
    weekends: bool = False
    from_hour: int = 7
    to_hour: int = 20

    def is_mail_day(self, day: datetime.date) -> bool:
        """Whether anything may be sent on a day."""
        return self.sends and (self.weekends or day.weekday() < 5)

    def allow(self, at: datetime.datetime) -> bool:
        """Whether something may be sent at a moment, which is given in local time."""
        return self.is_mail_day(at.date()) and self.from_hour <= at.hour < self.to_hour


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was said of an item before."""

    occasion: str
    on: datetime.date


@dataclass(frozen=True, slots=True)
class Item:
    """One module that one organisation asks of a person, who has not met it or soon will not."""

    organisation: int
    module: str
    due: datetime.date
    told: tuple[Told, ...] = ()
    asked: bool = False


type Chosen = list[tuple[Item, Occasion]]


def decide(items: Iterable[Item], rules: Mapping[int, Rules], at: datetime.datetime) -> Chosen:
    """What to say to one person now, in one e-mail; nothing where it has to wait for another hour or day.

    Of several employers, each says on which days it may be spoken for; the narrowest hours of all of them hold.
    """
    day = at.date()
    found = [
        (item, occasion)
        for item in items
        if rules[item.organisation].is_mail_day(day)
        and (occasion := occasion_of(item, day, rules[item.organisation]))
    ]
    return found if all(rules[item.organisation].allow(at) for item, _ in found) else []


def occasion_of(item: Item, on: datetime.date, rules: Rules) -> Occasion | None:
    """Why an item is to be spoken of on a day; None where it is not."""
    if item.asked:
        return Occasion.ASKED
    if item.due < on:
        return _of_late(item, on)
    reached = _point(item.due, on, rules)
    said = [POINTS.index(Occasion(told.occasion)) for told in item.told if told.occasion in POINTS]
    return reached if reached and POINTS.index(reached) > max(said, default=-1) else None


def is_weekly_due(last: datetime.date | None, on: datetime.date) -> bool:
    """Whether a manager's weekly figures are due: once in each week from Monday to Sunday."""
    return last is None or last < on - on.weekday() * DAY


def _of_late(item: Item, on: datetime.date) -> Occasion | None:
    before = [told.on for told in item.told if told.occasion == Occasion.OVERDUE]
    if len(before) >= MOST_OVERDUE or (before and on - max(before) < WEEK):
        return None
    return Occasion.OVERDUE


def _point(due: datetime.date, on: datetime.date, rules: Rules) -> Occasion | None:
    last = due
    while not rules.is_mail_day(last) and due - last < WEEK:
        last -= DAY
    if on >= last:
        return Occasion.DUE_DAY
    if due - on <= 3 * DAY:
        return Occasion.THREE_DAYS
    return Occasion.TWO_WEEKS if due - on <= AHEAD else None

"""When somebody's next booster comes, and which questions it asks. Standard library only.

Days count from the completion: 7, 42 and 182. What was answered wrong comes back sooner: 7 days after the answers, then
14, then 28. A booster that nobody opens is never late: the next planned one comes, and nothing else.
"""

import datetime
import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

DAY = datetime.timedelta(days=1)
OFFSETS = (7, 42, 182)
AGAIN = (7, 14, 28)
"""Days until what was missed comes back: the first time, the second, the third. Then it waits for a planned one."""
APART = 7 * DAY
"""At least, between two boosters of a module."""
GRACE = 14 * DAY
"""What could not go in these days is left out."""
ASKED = 3


@dataclass(frozen=True, slots=True)
class Sent:
    """A booster that went out. `answered_on`: when its last question was answered; `missed`: any was not right."""

    on: datetime.date
    is_again: bool = False
    answered_on: datetime.date | None = None
    missed: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """The next booster: from which day on it may go, and whether it comes because of what was missed."""

    on: datetime.date
    is_again: bool = False


def next_booster(completed_on: datetime.date, sent: Sequence[Sent], on: datetime.date) -> Due | None:
    """What comes next of one module, `sent` being in order. None where nothing does, or its days have passed."""
    last = sent[-1] if sent else None
    free = last.on + APART if last else completed_on
    planned = [completed_on + days * DAY for days in OFFSETS]
    coming = [Due(max(day, free)) for day in planned if not last or last.on < day]
    found = [due for due in (*coming, *_again(sent)) if on < due.on + GRACE]
    return min(found, key=lambda due: (due.on, due.is_again), default=None)


def _again(sent: Sequence[Sent]) -> list[Due]:
    last = sent[-1] if sent else None
    if last is None or last.answered_on is None or not last.missed:
        return []
    before = next((number for number, each in enumerate(reversed(sent)) if not each.is_again), len(sent))
    return [Due(last.answered_on + AGAIN[before] * DAY, is_again=True)] if before < len(AGAIN) else []


def choose(
    questions: Sequence[str],
    *,
    missed: Collection[str],
    asked: Mapping[str, int],
    wrong: Collection[str],
    chance: random.Random,
) -> list[str]:
    """Three of a module's questions, in its order.

    First those missed in the last booster, then those never `asked`, then those answered `wrong` in the module; of the
    rest, those asked least often.
    """

    def rank(question: str) -> int:
        if question in missed:
            return 0
        if not asked.get(question):
            return 1
        return 2 if question in wrong else 3

    drawn = list(questions)
    chance.shuffle(drawn)
    drawn.sort(key=lambda question: (rank(question), asked.get(question, 0)))
    chosen = set(drawn[:ASKED])
    return [question for question in questions if question in chosen]

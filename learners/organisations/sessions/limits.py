"""When a sign-in ends. Pure: it knows no request, and is told the time."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

MINUTE = 60  # seconds, as everything here
WARNING = 2 * MINUTE
WRITTEN_EVERY = MINUTE
ASKED_EVERY = 10 * MINUTE
SHORTEST, USUAL, LONGEST = 5, 15, 60  # minutes


class Ending(StrEnum):
    """Why somebody is signed out."""

    IDLE = "idle"
    LIMIT = "limit"


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """One sign-in. Moments are whole seconds since 1970, by the clock of the server.

    `seen`: when the person last did something, to the minute. `spent`: how long they had been signed in by then.
    `minutes`: how long they may be idle. `asked`: when their employers were last asked for that. `tag`: a random name.

    The time spent is added up, not taken from the moment of the sign-in: a clock that is put back gives nobody more
    than the time by which it was put back once.
    """

    tag: str
    seen: int
    spent: int
    minutes: int
    asked: int

    def idle(self, now: int) -> int:
        """How long nothing was done; never less than nothing, whatever the clock says."""
        return max(0, now - self.seen)

    def left(self, now: int, limit: int) -> int:
        """How long until it ends, if nothing more is done. `limit`: how long a sign-in may last at all."""
        return max(0, min(self._until_idle(now), self._until_limit(now, limit)))

    def is_final(self, now: int, limit: int) -> bool:
        """Whether doing something would not make it last longer."""
        return self._until_limit(now, limit) <= self._until_idle(now)

    def ending(self, now: int, limit: int) -> Ending | None:
        """Why it has ended, if it has."""
        if self.left(now, limit):
            return None
        return Ending.LIMIT if self._until_limit(now, limit) <= 0 else Ending.IDLE

    def is_due(self, now: int) -> bool:
        """Whether it is time to write down that something was done: once a minute, or when the clock was put back."""
        return abs(now - self.seen) >= WRITTEN_EVERY

    def was_put_back(self, now: int) -> bool:
        """Whether the clock shows a time clearly before the last one that was written."""
        return self.seen - now >= WRITTEN_EVERY

    def should_ask(self, now: int) -> bool:
        """Whether to ask the employers again: they may have changed their minutes, or be others by now."""
        return abs(now - self.asked) >= ASKED_EVERY

    def active(self, now: int) -> Self:
        """The same, now that something was done."""
        return replace(self, seen=now, spent=self.spent + self.idle(now))

    def allowed(self, minutes: int, now: int) -> Self:
        """The same, with what the employers say now."""
        return replace(self, minutes=minutes, asked=now)

    def _until_idle(self, now: int) -> int:
        return self.minutes * MINUTE - self.idle(now)

    def _until_limit(self, now: int, limit: int) -> int:
        return limit - self.spent - self.idle(now)

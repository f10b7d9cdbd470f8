"""Why somebody could not be signed in."""

from enum import StrEnum


class Reason(StrEnum):
    """What the page says, and the log. Each has its words in templates/learners/single_sign_on/why/."""

    CANCELLED = "cancelled"
    STALE = "stale"
    AWAY = "away"
    UNTRUSTED = "untrusted"
    NOT_ON_ROSTER = "not_on_roster"
    UNVERIFIED = "unverified"
    AMBIGUOUS = "ambiguous"
    CLOSED = "closed"
    LINKED_OTHERWISE = "linked_otherwise"
    SOMEBODY_ELSE = "somebody_else"

    @property
    def is_refusal(self) -> bool:
        """Whether we know who came and may not let them in; else something went wrong on the way."""
        return self not in (Reason.CANCELLED, Reason.STALE, Reason.AWAY, Reason.UNTRUSTED)


class NotSignedIn(Exception):
    """Nobody was signed in, and nothing was written. `detail` is for the log: never a secret, never about a person."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason)
        self.reason, self.detail = reason, detail

"""What becomes of a batch, by what the store answers. It knows no database: see `delivery` for that.

A store keeps all of a batch or nothing, and names no culprit. So a batch that it rejects is halved until what it
rejects stands alone, and a batch of which it may have some is asked after one by one.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Protocol

from learners.record_store.sameness import same_statement
from learners.statements.client import (
    Rejected,
    Stored,
    StoreFails,
    StoreProblem,
    Unclear,
)

POISON_SUSPECTED_AFTER = 5  # failures of the same batch, while the store answers otherwise
MOST_FAILURES_OF_A_BATCH = 20  # while looking for what makes the store fail


class Fate(Enum):
    """What has become of a statement."""

    DELIVERED = auto()
    DEAD = auto()
    FAILED = auto()  # with its batch, for no fault that we know of
    POISON = auto()  # the store fails on it alone, while it answers otherwise
    UNTRIED = auto()


@dataclass(frozen=True, slots=True)
class Parcel:
    """A statement on its way. `failures` is how often it has failed before."""

    id: str
    payload: str
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """A statement's fate, and what the store said."""

    fate: Fate
    status: int | None = None
    reason: str = ""


@dataclass(slots=True)
class Report:
    """The outcome of every parcel, and the problem for which nothing more should be sent for now."""

    outcomes: dict[str, Outcome]
    problem: StoreProblem | None = None


class Store(Protocol):
    """What sending needs of a record store."""

    def about(self) -> list[str]:
        """The versions that it offers."""

    def post_statements(self, payloads: Sequence[str], *, ids: Sequence[str]) -> Stored | Unclear | Rejected:
        """Send statements, all or none."""

    def get_statement(self, statement_id: str) -> dict[str, Any] | None:
        """A statement by its id, voided or not."""


def send(store: Store, parcels: Sequence[Parcel]) -> Report:
    """Send parcels, and say what became of each. Never raises for what a store does."""
    run = _Run(store, {parcel.id: Outcome(Fate.UNTRIED) for parcel in parcels})
    problem = run.through(list(parcels))
    return Report(run.outcomes, problem)


@dataclass
class _Run:
    store: Store
    outcomes: dict[str, Outcome]
    failures: int = 0
    pieces: list[list[Parcel]] = field(default_factory=list)

    def through(self, parcels: list[Parcel]) -> StoreProblem | None:
        """Send piece by piece until none is left, or a problem says to stop."""
        self.pieces = [parcels]
        while self.pieces:
            piece = self.pieces.pop()
            try:
                self._send(piece)
            except StoreFails as problem:
                if not self._go_on_after(problem, piece):
                    return problem
            except StoreProblem as problem:
                return problem
        return None

    def _send(self, piece: list[Parcel]) -> None:
        ids = [parcel.id for parcel in piece]
        match self.store.post_statements([parcel.payload for parcel in piece], ids=ids):
            case Stored(status):
                self._settle(piece, Outcome(Fate.DELIVERED, status))
            case Rejected(status, reason) if len(piece) == 1:
                self._settle(piece, Outcome(Fate.DEAD, status, reason))
            case Rejected():
                self._halve(piece)
            case Unclear(status):
                self._ask_after(piece, status)

    def _ask_after(self, piece: list[Parcel], status: int) -> None:
        """Ask for each, and send again what the store does not have."""
        absent = [parcel for parcel in piece if not self._has(parcel, status)]
        if len(absent) == len(piece):
            raise StoreFails("The store has none of these statements, and does not take them either.", status)
        if absent:
            self.pieces.append(absent)

    def _has(self, parcel: Parcel, status: int) -> bool:
        """Settle a parcel by what the store has under its id. False where it has nothing."""
        found = self.store.get_statement(parcel.id)
        if found is None:
            return False
        same = same_statement(json.loads(parcel.payload), found)
        reason = "" if same else "The store has another statement with this id."
        self._settle([parcel], Outcome(Fate.DELIVERED if same else Fate.DEAD, status, reason))
        return True

    def _go_on_after(self, problem: StoreFails, piece: list[Parcel]) -> bool:
        """Settle what failed. True where the store seems well, so that something in the piece makes it fail."""
        piece = [parcel for parcel in piece if self.outcomes[parcel.id].fate is Fate.UNTRIED]
        self.failures += 1
        poisoned = self.failures <= MOST_FAILURES_OF_A_BATCH and self._suspects_poison(piece)
        if poisoned and len(piece) > 1:
            self._halve(piece)
        else:
            fate = Fate.POISON if poisoned else Fate.FAILED
            self._settle(piece, Outcome(fate, problem.status, problem.reason))
        return poisoned

    def _suspects_poison(self, piece: list[Parcel]) -> bool:
        if max((parcel.failures for parcel in piece), default=0) + 1 < POISON_SUSPECTED_AFTER:
            return False
        try:
            self.store.about()
        except StoreProblem:
            return False
        return True

    def _halve(self, piece: list[Parcel]) -> None:
        middle = (len(piece) + 1) // 2
        self.pieces += [piece[middle:], piece[:middle]]

    def _settle(self, piece: Sequence[Parcel], outcome: Outcome) -> None:
        self.outcomes |= {parcel.id: outcome for parcel in piece}

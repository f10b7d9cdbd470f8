"""An order to show things in that gives nothing away, and is the same for everybody and in every Edition.

Standard library only.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Protocol


class Named(Protocol):
    """What has a stable id."""

    @property
    def id(self) -> str:
        """The id."""


def shuffled[T: Named](seed: str, things: Iterable[T]) -> tuple[T, ...]:
    """The same things in an order that only the seed and their ids decide."""
    return tuple(sorted(things, key=lambda thing: sha256(f"{seed} {thing.id}".encode()).digest()))

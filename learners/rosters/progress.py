"""How far a list has come, for whoever waits for it. Kept in the cache for a few minutes: it is nobody's data."""

from collections.abc import Iterable, Iterator

from django.core.cache import cache

SECONDS = 600
EVERY = 500  # lines


class Progress:
    """Told how many per cent are done."""

    def __init__(self, token: str = "") -> None:
        self._key = f"roster-progress:{token}" if token else ""

    def __call__(self, percent: int) -> None:
        """So far."""
        if self._key:
            cache.set(self._key, percent, SECONDS)

    def over[Item](self, items: Iterable[Item], first: int, last: int) -> Iterator[Item]:
        """The same items, telling as they pass. Nobody knows how many there are: each 10,000 halve what is left."""
        for number, item in enumerate(items):
            if self._key and number % EVERY == 0:
                self(first + int((last - first) * (1 - 0.5 ** (number / 10_000))))
            yield item


quietly = Progress()


def percent_of(token: str) -> int:
    """How far; 0 for what nobody has heard of."""
    return int(cache.get(f"roster-progress:{token}") or 0)

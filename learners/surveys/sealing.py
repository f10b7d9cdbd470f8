"""What waits to be mixed is sealed: whoever has the database alone reads none of it, even of the only doctor of a home.

The key is made of the survey's salt and the service's own secret. Every box has the same form: no time, one of few
lengths, and words even where nobody wrote any.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from learners.surveys.models import Waiting, Wave
from learners.surveys.tokens import derived, service_keys

LENGTH = 2_048
"""Boxes are filled up to a multiple of it, in characters: almost all are alike."""


class Unreadable(Exception):
    """The service has not the secret by which this was sealed. Name it in SECRET_KEY_FALLBACKS."""


def seal(wave: Wave, *, answers: Mapping[str, int], words: str) -> dict[str, str]:
    """The fields of what waits: answers and words, each in a box of its own."""
    return {"answers": _seal(wave, dict(answers)), "words": _seal(wave, words)}


def unsealed(wave: Wave, waiting: Iterable[Waiting]) -> list[Waiting]:
    """The same rows with what was said in them, never to be saved. Raises Unreadable where one cannot be read."""
    return [_opened(wave, row) for row in waiting]


def readable(wave: Wave, waiting: Iterable[Waiting]) -> Iterator[Waiting]:
    """The same, without those that cannot be read."""
    for row in waiting:
        with suppress(Unreadable):
            yield _opened(wave, row)


def _opened(wave: Wave, row: Waiting) -> Waiting:
    row.answers, row.words = _unseal(wave, row.answers), _unseal(wave, row.words)
    return row


def _seal(wave: Wave, said: Any) -> str:
    text = json.dumps(said)
    filled = text.ljust(-(-len(text) // LENGTH) * LENGTH)
    return _box(wave).encrypt_at_time(filled.encode(), 0).decode()


def _unseal(wave: Wave, sealed: str) -> Any:
    try:
        return json.loads(_box(wave).decrypt(sealed.encode()))
    except InvalidToken as problem:
        raise Unreadable from problem


def _box(wave: Wave) -> MultiFernet:
    return MultiFernet(
        [Fernet(urlsafe_b64encode(derived(key, wave.salt, "what waits"))) for key in service_keys()]
    )

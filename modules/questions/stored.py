"""Reading a stored answer. It may be older than its question, or no answer at all: what does not fit is left out.

Standard library only.
"""

from collections.abc import Mapping
from typing import Any


def text_at(answer: Any, name: str) -> str:
    """The text under a key; empty where there is none."""
    value = _at(answer, name)
    return value if isinstance(value, str) else ""


def texts_at(answer: Any, name: str) -> list[str]:
    """The texts of the list under a key, each once, in its order."""
    value = _at(answer, name)
    found = value if isinstance(value, list | tuple) else ()
    return list(dict.fromkeys(one for one in found if isinstance(one, str)))


def pairs_at(answer: Any, name: str) -> dict[str, str]:
    """The texts by text under a key."""
    value = _at(answer, name)
    found = value.items() if isinstance(value, Mapping) else ()
    return {key: one for key, one in found if isinstance(key, str) and isinstance(one, str)}


def _at(answer: Any, name: str) -> Any:
    return answer.get(name) if isinstance(answer, Mapping) else None

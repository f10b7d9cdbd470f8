"""Definitions of activities, put together from many statements. Standard library only."""

from collections.abc import Mapping
from typing import Any

MAPS = ("name", "description", "extensions")


def merged(known: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """What is known with what was told last: languages and extensions are added, the rest is replaced."""
    together = {**known, **told}
    for name in MAPS:
        if name in known and name in told:
            together[name] = {**known[name], **told[name]}
    return together

"""Searching what learners may find: moments, modules and prompt cards."""

import re
from dataclasses import dataclass

from modules.models import ModulePage, MomentPage

_WORD = re.compile(r"\w+")
LONGEST_QUERY = 100
MOST = 20  # of each kind: whoever needs more is better served by other words


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the best first in each list."""

    query: str
    moments: list[MomentPage]
    modules: list[ModulePage]
    cards: list[ModulePage]

    @property
    def count(self) -> int:
        """How many results there are."""
        return len(self.moments) + len(self.modules) + len(self.cards)


def search(query: str) -> Found:
    """Find live pages by words. A prompt card is found by the words on it; an empty query finds nothing."""
    query = query.replace("\0", "").strip()[:LONGEST_QUERY]
    words = _WORD.findall(query.casefold())  # quotation marks and the like mean something to SQLite's search
    if not words:
        return Found(query, [], [], [])
    modules = list(ModulePage.objects.live().search(" ".join(words), operator="and")[:MOST])
    moments = list(MomentPage.objects.live().search(" ".join(words), operator="and")[:MOST])
    return Found(query, moments, modules, [module for module in modules if _on_card(module, words)])


def _on_card(module: ModulePage, words: list[str]) -> bool:
    lines = (f"{child.value['heading']} {child.value['text']}" for child in module.card)
    text = " ".join([module.card_title, *lines]).casefold() if module.card else ""
    return any(word in text for word in words)

"""What is taught and what is agreed, compared: where the two do not fit. Standard library only."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Said(StrEnum):
    """What the agreements of a network say of a category of information."""

    NOW = "now"
    PLANNED = "planned"
    OUT_OF_SCOPE = "out_of_scope"


RANK = {Said.OUT_OF_SCOPE: 1, Said.PLANNED: 2, Said.NOW: 3}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of an agreement's scope: what it says, in which agreement, from which day or why not."""

    said: Said
    agreement: str
    planned_for: datetime.date | None = None
    reason: str = ""

    @property
    def rank(self) -> int:
        """How much is shared."""
        return RANK[self.said]


class GapKind(StrEnum):
    """How what is taught and what is agreed do not fit."""

    TAUGHT_NOT_SHARED = "taught_not_shared"
    TAUGHT_OUT_OF_SCOPE = "taught_out_of_scope"
    TAUGHT_PLANNED = "taught_planned"
    SHARED_NOT_TAUGHT = "shared_not_taught"

    @property
    def label(self) -> str:
        """In words, for a heading."""
        return LABELS[self]

    @property
    def to_do(self) -> str:
        """What to do about it."""
        return TO_DO[self]


LABELS = {
    GapKind.TAUGHT_NOT_SHARED: "Taught, and in no agreement",
    GapKind.TAUGHT_OUT_OF_SCOPE: "Taught, and agreed not to be shared",
    GapKind.TAUGHT_PLANNED: "Taught before it is shared",
    GapKind.SHARED_NOT_TAUGHT: "Shared, and not taught",
}
TO_DO = {
    GapKind.TAUGHT_NOT_SHARED: "Ask whether an agreement should cover it. If not, take it out of what is taught.",
    GapKind.TAUGHT_OUT_OF_SCOPE: "Take it out of what is taught, and teach what to do instead.",
    GapKind.TAUGHT_PLANNED: "If the day is right, nothing has to be done: learners here read that it is coming.",
    GapKind.SHARED_NOT_TAUGHT: "Write a moment or a module about it, or name it in one that there is.",
}
ORDER = list(GapKind)


@dataclass(frozen=True, slots=True)
class Category:
    """A category of information, in the order of the list."""

    key: int
    name: str


@dataclass(frozen=True, slots=True)
class Taught:
    """A published module or moment that teaches to look for something."""

    key: int
    title: str
    what: str  # "Module" or "Moment"
    url: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """One category of information of which what is taught and what is agreed do not fit, and where it is taught."""

    kind: GapKind
    category: Category
    taught: tuple[Taught, ...] = ()
    item: Item | None = None

    def __str__(self) -> str:
        return f"{self.category.name}: {self.sentence}"

    @property
    def agreed(self) -> str:
        """What is agreed, as a sentence."""
        return sentence(said_of(self.item))

    @property
    def sentence(self) -> str:
        """What does not fit, naming where it is taught."""
        if self.kind is GapKind.SHARED_NOT_TAUGHT:
            return f"shared now ({self.item.agreement if self.item else ''}), and not taught."
        return f"taught in {in_words(each.title for each in self.taught)}; {said_of(self.item)}."


def sentence(words: str) -> str:
    """Words as a sentence of their own."""
    return f"{words[:1].upper()}{words[1:]}."


def in_words(titles: Iterable[str]) -> str:
    """Titles in quotation marks, one after the other."""
    quoted = [f"“{title}”" for title in titles]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}" if len(quoted) > 1 else "".join(quoted)


def said_of(item: Item | None) -> str:
    """What is agreed, to end a sentence with."""
    if item is None:
        return "no agreement names it"
    if item.said is Said.OUT_OF_SCOPE:
        return f"out of scope in {item.agreement}: {item.reason.rstrip('.')}"
    if item.said is Said.PLANNED and item.planned_for:
        day = f"{item.planned_for.day} {item.planned_for:%B %Y}"
        return f"planned for {day} in {item.agreement}"
    return f"shared now under {item.agreement}"


def compare(
    categories: Iterable[Category],
    scope: Mapping[int, Item],
    taught: Mapping[int, Collection[Taught]],
    shared: Collection[int] | None = None,
) -> list[Gap]:
    """The gaps, kind by kind, in the order of the categories.

    `scope`: what is agreed, by the key of the category; `taught`: where it is taught. `shared` narrows which
    categories are looked at for whether what is shared is taught at all.
    """
    found = []
    for category in categories:
        where, item = tuple(taught.get(category.key, ())), scope.get(category.key)
        kind = _kind(item, is_taught=bool(where), matters=shared is None or category.key in shared)
        if kind:
            found.append(Gap(kind, category, where, item))
    return sorted(found, key=lambda gap: ORDER.index(gap.kind))


def _kind(item: Item | None, *, is_taught: bool, matters: bool) -> GapKind | None:
    if not is_taught:
        return GapKind.SHARED_NOT_TAUGHT if matters and item and item.said is Said.NOW else None
    if item is None:
        return GapKind.TAUGHT_NOT_SHARED
    return {
        Said.NOW: None,
        Said.PLANNED: GapKind.TAUGHT_PLANNED,
        Said.OUT_OF_SCOPE: GapKind.TAUGHT_OUT_OF_SCOPE,
    }[item.said]

"""What is read: text, asides, pictures, films, and what differs from place to place."""

from dataclasses import dataclass
from typing import Literal

type CalloutKind = Literal["note", "important", "remember"]


@dataclass(frozen=True, slots=True)
class Source:
    """A public source behind a fact in the module."""

    title: str
    publisher: str
    url: str


@dataclass(frozen=True, slots=True)
class Text:
    """Running text."""

    html: str


@dataclass(frozen=True, slots=True)
class Callout:
    """A boxed aside: what varies locally, what matters most, what to take away."""

    kind: CalloutKind
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture from the content's `images/` folder; a text block beside it says the same in words."""

    file: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class LocalFact:
    """A fact that the learner's organisation gives, by the slug of its kind (`modules.seed.FACT_KINDS`)."""

    kind: str


@dataclass(frozen=True, slots=True)
class WhatIsSeen:
    """What the learner can see where they work, of these categories (`modules.seed.INFORMATION`). HTML comes first."""

    information: tuple[str, ...]
    introduction: str = ""

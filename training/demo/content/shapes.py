"""The shapes in which the demonstration modules are written: frozen, standard library only.

Fields called `html` hold p, h2, ul, ol, li, b, i and a; every other string is plain text.
Slugs become stable ids in learning records: keep them when only the wording changes.
"""

from dataclasses import dataclass
from typing import Literal

type Skill = Literal["when", "helps", "may_i", "quality", "act"]
type CalloutKind = Literal["note", "important", "remember"]

ALL_ROLES: tuple[str, ...] = (
    "doctor",
    "nurse",
    "allied-health-professional",
    "pharmacy",
    "paramedic",
    "gp-admin",
    "ward-clerk",
    "social-worker",
    "care-worker",
    "care-home-nurse",
    "hospice",
    "midwife-health-visitor",
    "mental-health",
    "volunteer",
    "unpaid-carer",
    "manager",
)

ALL_CAPABILITIES: tuple[str, ...] = (
    "care-planning",
    "discharge",
    "referrals",
    "medicines",
    "urgent-care",
    "safeguarding",
    "end-of-life",
    "access-confidentiality",
)


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
    """A picture from this package's `images/` folder; a text block beside it says the same in words."""

    file: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a fictional record: what it says, its status and date, who wrote it and where."""

    what: str
    status: str
    date: str
    author_role: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordExcerpt:
    """Part of a fictional record. The NHS number is from the 999 test range, never issued to anyone."""

    title: str
    person: str
    nhs_number: str
    age: int
    rows: tuple[Row, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer or reason, with the feedback for the learner who picks it."""

    slug: str
    text: str
    feedback: str
    correct: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleChoice:
    """A question with exactly one correct option; `why` is shown to everyone after marking."""

    slug: str
    question: str
    options: tuple[Option, ...]
    skill: Skill
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleChoice:
    """A question with one or more correct options; its text says how many to choose."""

    slug: str
    question: str
    options: tuple[Option, ...]
    skill: Skill
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse:
    """A statement to judge and a reason to give; exactly one reason is correct, and each is plausible."""

    slug: str
    statement: str
    answer: bool
    feedback_true: str
    feedback_false: str
    reasons: tuple[Option, ...]
    skill: Skill
    why: str


type Question = SingleChoice | MultipleChoice | TrueFalse
type Block = Text | Callout | Picture | RecordExcerpt | Question


@dataclass(frozen=True, slots=True)
class Section:
    """One page of a module."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleContent:
    """A whole module. `how_it_helps` pairs every slug in `roles` with a benefit in that working day."""

    slug: str
    title: str
    summary: str
    minutes: int
    roles: tuple[str, ...]
    capabilities: tuple[str, ...]
    outcomes: tuple[str, ...]
    when_to_use: tuple[str, ...]
    when_not_to_use: tuple[str, ...]
    how_it_helps: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]
    sections: tuple[Section, ...]
    check: tuple[Question, ...]

"""Questions. Every choice has feedback of its own; `why` is shown to everyone after marking.

`outcome` says which of the module's outcomes a question is about, counted from 1. `skill` is what it finds out:
when to look, how it helps, may I, quality (whether to trust it), act (what to do with it).
"""

from dataclasses import dataclass
from typing import Literal

type Skill = Literal["when", "helps", "may_i", "quality", "act"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer or reason, with the feedback for the learner who picks it."""

    slug: str
    text: str
    feedback: str
    correct: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleChoice:
    """A question with exactly one correct option."""

    slug: str
    question: str
    options: tuple[Option, ...]
    skill: Skill
    why: str
    outcome: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleChoice:
    """A question with one or more correct options; its text says how many to choose."""

    slug: str
    question: str
    options: tuple[Option, ...]
    skill: Skill
    why: str
    outcome: int = 1


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
    outcome: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty:
    """A question with one correct option, and how sure the learner is. Being sure and wrong is counted."""

    slug: str
    question: str
    options: tuple[Option, ...]
    skill: Skill
    why: str
    outcome: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two things that belong together. `feedback` is shown whether or not they were matched."""

    slug: str
    left: str
    right: str
    feedback: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Match each left with its right. `extra` are rights that belong to none. Rights differ from each other."""

    slug: str
    question: str
    pairs: tuple[Pair, ...]
    skill: Skill
    why: str
    extra: tuple[str, ...] = ()
    outcome: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to put in order, with feedback that says why it stands where it does."""

    slug: str
    text: str
    feedback: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Put steps in order; `steps` are in the right one. The learner meets them shuffled."""

    slug: str
    question: str
    steps: tuple[Step, ...]
    skill: Skill
    why: str
    outcome: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """One thing to put into a category (by its slug)."""

    slug: str
    text: str
    category: str
    feedback: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Categorise:
    """Put each item into one of two to four categories, given as (slug, name)."""

    slug: str
    question: str
    categories: tuple[tuple[str, str], ...]
    items: tuple[Sorted, ...]
    skill: Skill
    why: str
    outcome: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOption:
    """Something to tick: a row of the record (`row` is its ref), or something that is not there (`missing`)."""

    slug: str
    feedback: str
    row: str = ""
    missing: str = ""
    correct: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FindInRecord:
    """Tick rows of a practice record (by slug), or what is missing from it. The text says how many to tick."""

    slug: str
    question: str
    record: str
    options: tuple[RecordOption, ...]
    skill: Skill
    why: str
    outcome: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedSource:
    """A source for what one wants to know. `rank` 1 is best; two of the same rank may stand either way round."""

    slug: str
    text: str
    rank: int
    feedback: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BestSource:
    """Rank sources by how far to trust them for one need."""

    slug: str
    question: str
    sources: tuple[RankedSource, ...]
    skill: Skill
    why: str
    outcome: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortReason:
    """A line or two in one's own words. Not scored: the learner compares it with `model` and `points`."""

    slug: str
    question: str
    model: str
    points: tuple[str, ...]
    skill: Skill
    why: str
    hint: str = ""
    outcome: int = 1


type Question = (
    SingleChoice
    | MultipleChoice
    | TrueFalse
    | Certainty
    | Match
    | Order
    | Categorise
    | FindInRecord
    | BestSource
    | ShortReason
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Questions of which each try at the check asks only some."""

    title: str
    draw: int
    questions: tuple[Question, ...]

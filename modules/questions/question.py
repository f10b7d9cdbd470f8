"""What every question can do, whatever its type. Standard library only."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from modules.questions.marking import Mark

Answer = Mapping[str, Any]
"""An answer as it is stored: JSON, whose keys are the question type's own business."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose. `id` is stable across Editions and stands in statements; it is never a position."""

    id: str
    text: str
    feedback: str
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One option as the learner sees it after marking.

    `is_right` is None for what is neither right nor wrong. `label` says what the text is an answer to, where a question
    asks for several; `instead` is a sentence that says what would have been right.
    """

    text: str
    feedback: str
    is_right: bool | None
    was_chosen: bool
    label: str = ""
    instead: str = ""


@dataclass(frozen=True, kw_only=True)
class Question(ABC):
    """One question of an Edition. `id` is the block's id; `why` is HTML.

    `outcome` says which of the module's outcomes it is about, counted from 1; None in Editions from before that.
    """

    id: str
    prompt: str
    skill: str
    why: str
    outcome: int | None = None

    type: ClassVar[str]
    template: ClassVar[str] = "modules/questions/question.html"
    is_scored: ClassVar[bool] = True

    @abstractmethod
    def form_fields(self) -> dict[str, Any]:
        """Django form fields, by name, in which it is answered."""

    @abstractmethod
    def answer_from(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        """The answer to store, from the cleaned data of those fields."""

    def faults(self, cleaned: Mapping[str, Any]) -> dict[str, str]:
        """What is wrong with fields that are each right by themselves: a message by the name of its field."""
        return {}

    def initial(self, answer: Answer) -> dict[str, Any]:
        """What the fields show when an answer that was saved before is opened again."""
        return dict(answer) if isinstance(answer, Mapping) else {}

    @abstractmethod
    def mark(self, answer: Answer) -> Mark:
        """What an answer earns. Every answer gets a mark, be it empty, older than the question, or none at all."""

    @abstractmethod
    def review(self, answer: Answer) -> tuple[ReviewLine, ...]:
        """Every option with its feedback: of `{}`, what is right."""

    @abstractmethod
    def interaction(self) -> dict[str, Any]:
        """The xAPI activity definition's interaction properties (xAPI-Data 2.4.4.1)."""

    @abstractmethod
    def response(self, answer: Answer) -> str | None:
        """The answer as an xAPI `result.response` of this interaction type; None to send none.

        It leaves the service: never what somebody wrote in their own words.
        """

    def for_history(self, answer: Answer) -> dict[str, Any]:
        """The answer as the append-only history keeps it: all of it, unless it holds somebody's own words."""
        return dict(answer) if isinstance(answer, Mapping) else {}


def interaction_choices(options: tuple[Option, ...]) -> list[dict[str, Any]]:
    """Options as xAPI interaction components."""
    return [{"id": option.id, "description": {"en-GB": option.text}} for option in options]


def review_options(options: tuple[Option, ...], chosen: Collection[str]) -> tuple[ReviewLine, ...]:
    """Options as review lines."""
    return tuple(
        ReviewLine(option.text, option.feedback, is_right=option.is_right, was_chosen=option.id in chosen)
        for option in options
    )

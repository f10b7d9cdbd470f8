"""Questions and their feedback as the templates show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from learners.attempts.forms import AnswerForm
from learners.attempts.looked_at import LookedAt, looked_at
from learners.attempts.models import Response, SelfMark
from modules.questions.certainty import Certainty
from modules.questions.marking import Mark
from modules.questions.question import Question, ReviewLine


@dataclass(frozen=True, slots=True)
class Marked:
    """A question with what was answered and what came of it.

    `self_mark` is how the learner marked their own words, of `attempt_id`; the confidence is that of Certainty.
    """

    question: Question
    mark: Mark
    lines: tuple[ReviewLine, ...]
    is_new: bool = False
    looked_at: LookedAt | None = None
    attempt_id: UUID | None = None
    self_mark: str = ""
    was_very_sure: bool = False
    is_confident_error: bool = False

    @property
    def result(self) -> str:
        """right, partly or wrong; noted, where there was nothing to earn."""
        if not self.mark.is_scored:
            return "noted"
        if self.mark.is_right:
            return "right"
        return "partly" if self.mark.is_partly_right else "wrong"

    @property
    def self_marks(self) -> list[tuple[str, str, bool]]:
        """The ways to mark one's own words: value, words, and whether it was chosen."""
        return [(value, str(words), value == self.self_mark) for value, words in SelfMark.choices]

    @property
    def self_mark_words(self) -> str:
        """How the learner marked their own words; empty until they did."""
        return dict(SelfMark.choices).get(self.self_mark, "")

    @property
    def anchor(self) -> str:
        """The id of its feedback on the page."""
        return f"feedback-{self.question.id}"

    @property
    def chosen(self) -> tuple[ReviewLine, ...]:
        """The options that were chosen."""
        return tuple(line for line in self.lines if line.was_chosen)

    @property
    def is_mixed(self) -> bool:
        """Whether each thing chosen needs a verdict of its own: one for all does not say which are right."""
        return self.mark.is_partly_right or any(
            line.label and line.is_right is not None for line in self.lines
        )

    @property
    def missed(self) -> tuple[ReviewLine, ...]:
        """The right options that were not chosen."""
        return tuple(line for line in self.lines if line.is_right and not line.was_chosen)


def marked(question: Question, response: Response, *, is_new: bool = False) -> Marked:
    """What a response came to."""
    answer = response.answer
    return Marked(
        question,
        mark=question.mark(answer),
        lines=question.review(answer),
        is_new=is_new,
        looked_at=looked_at(question, response.opened),
        attempt_id=response.attempt_id,
        self_mark=response.self_mark,
        was_very_sure=isinstance(question, Certainty) and question.was_very_sure(answer),
        is_confident_error=isinstance(question, Certainty) and question.confident_error(answer),
    )


def sure_but_wrong(answers: Iterable[Marked]) -> tuple[int, int]:
    """How many of the answers that somebody was very sure of were wrong, and of how many."""
    sure = [answer for answer in answers if answer.was_very_sure]
    return sum(answer.is_confident_error for answer in sure), len(sure)


@lru_cache(maxsize=2048)  # a question of an Edition never changes, nor does its empty form
def empty_fields(question: Question) -> SafeString:
    """The fields in which a question is answered, before anybody has touched them."""
    return render_to_string(question.template, {"form": AnswerForm(question=question)})

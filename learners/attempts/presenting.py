"""Questions and their feedback as the templates show them."""

from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from learners.attempts.forms import AnswerForm
from learners.attempts.looked_at import LookedAt, looked_at
from learners.attempts.models import Response
from modules.questions.marking import Mark
from modules.questions.question import Question, ReviewLine


@dataclass(frozen=True, slots=True)
class Marked:
    """A question with what was answered and what came of it."""

    question: Question
    mark: Mark
    lines: tuple[ReviewLine, ...]
    is_new: bool = False
    looked_at: LookedAt | None = None

    @property
    def result(self) -> str:
        """right, partly or wrong."""
        if self.mark.is_right:
            return "right"
        return "partly" if self.mark.is_partly_right else "wrong"

    @property
    def anchor(self) -> str:
        """The id of its feedback on the page."""
        return f"feedback-{self.question.id}"

    @property
    def chosen(self) -> tuple[ReviewLine, ...]:
        """The options that were chosen."""
        return tuple(line for line in self.lines if line.was_chosen)

    @property
    def missed(self) -> tuple[ReviewLine, ...]:
        """The right options that were not chosen."""
        return tuple(line for line in self.lines if line.is_right and not line.was_chosen)


def marked(question: Question, response: Response, *, is_new: bool = False) -> Marked:
    """What a response came to."""
    mark, lines = question.mark(response.answer), question.review(response.answer)
    return Marked(question, mark, lines, is_new, looked_at(question, response.opened))


@lru_cache(maxsize=2048)  # a question of an Edition never changes, nor does its empty form
def empty_fields(question: Question) -> SafeString:
    """The fields in which a question is answered, before anybody has touched them."""
    return render_to_string(question.template, {"form": AnswerForm(question=question)})

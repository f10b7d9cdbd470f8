"""A booster as its pages show it."""

from dataclasses import dataclass

from django.urls import reverse

from learners.attempts.models import Attempt
from learners.attempts.presenting import Marked
from learners.boosters.models import Booster, BoosterAnswer
from modules.narrowing import sections_about
from modules.questions.question import Question


@dataclass(frozen=True, slots=True)
class Place:
    """Where to read again: a section of the module, by name and address."""

    title: str
    url: str


def first_open(booster: Booster, answers: dict[str, BoosterAnswer]) -> int | None:
    """The number of the first question without an answer; None where all have one."""
    for number, question in enumerate(booster.questions, start=1):
        if question.id not in answers:
            return number
    return None


def marked(question: Question, answer: BoosterAnswer, *, is_new: bool = False) -> Marked:
    """What an answer came to."""
    given = answer.answer
    return Marked(question, mark=question.mark(given), lines=question.review(given), is_new=is_new)


def read_again(booster: Booster, question: Question) -> list[Place]:
    """The sections that a question belongs to, in the attempt that was completed; whoever opens one signs in.

    Of a refresher, those that it had.
    """
    attempt = Attempt.objects.select_related("edition").filter(pk=booster.completion.registration).first()
    if attempt is None:
        return []
    about = sections_about(booster.edition.outline, [question])
    return [
        Place(section.title, reverse("attempts:section", args=[attempt.pk, number]))
        for number, section in enumerate(attempt.outline.sections, start=1)
        if section.id in about
    ]

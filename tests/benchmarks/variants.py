"""What is measured: each variant writes its requests, and knows a right answer to them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from urllib.parse import urlencode, urlsplit

from django.urls import reverse
from django.utils.html import escape

from modules.outline import Passage
from modules.questions.question import Question
from tests.benchmarks.client import Answer, Request
from tests.benchmarks.population import Content, Learner

CSRF = "b" * 32  # a browser's cookie and its form say the same


@dataclass(frozen=True, slots=True)
class Variant:
    """A kind of request. `requests` never gives the same answer twice."""

    name: str
    requests: Iterator[Request]
    is_right: Callable[[Answer], bool]


def bare(learners: list[Learner]) -> Variant:
    """(a) A view that loads session and user."""
    requests = (_get("/bare/", learner) for learner in cycle(learners))
    return Variant("(a) bare view", requests, lambda answer: answer.body.startswith(b"Hello Bench"))


def plain_page(learners: list[Learner], content: Content) -> Variant:
    """(b) The same content as a plain Wagtail page."""
    path = urlsplit(content.plain.full_url).path
    requests = (_get(path, learner) for learner in cycle(learners))
    return Variant("(b) plain Wagtail page", requests, _shows(content))


def section_page(learners: list[Learner], content: Content) -> Variant:
    """The learner's section page, with its questions still open."""
    requests = (_section(learner, content) for learner in cycle(learners))
    return Variant("section page", requests, _shows(content))


def answers(learners: list[Learner], content: Content) -> Variant:
    """First answers to the section's questions. It runs dry when everybody has answered."""
    requests = (
        _answer(learner, content, question) for question in content.section.questions for learner in learners
    )
    return Variant(
        "answer", requests, lambda answer: answer.status == 302 and "?answered=" in answer.location
    )


def learning(learners: list[Learner], content: Content) -> Iterator[Request]:
    """As people learn: an answer, then the page that it leads to."""
    for question in content.section.questions:
        for learner in learners:
            yield _answer(learner, content, question)
            yield _section(learner, content)


def _shows(content: Content) -> Callable[[Answer], bool]:
    """Whether a page holds every passage of the section, letter by letter, and every question."""
    parts = content.section.parts
    words = [part.html.strip() for part in parts if isinstance(part, Passage)]
    words += [escape(part.prompt) for part in parts if isinstance(part, Question)]
    return lambda answer: answer.status == 200 and all(word.encode() in answer.body for word in words)


def _get(path: str, learner: Learner) -> Request:
    return Request("GET", path, f"sessionid={learner.session}; csrftoken={CSRF}")


def _section(learner: Learner, content: Content) -> Request:
    return _get(reverse("attempts:section", args=[learner.attempt, content.number]), learner)


def _answer(learner: Learner, content: Content, question: Question) -> Request:
    """The first choice of each of the question's fields, right or wrong."""
    fields = {f"{question.id}-{name}": field.choices[0][0] for name, field in question.form_fields().items()}
    return Request(
        "POST",
        reverse("attempts:answer", args=[learner.attempt, content.number, question.id]),
        f"sessionid={learner.session}; csrftoken={CSRF}",
        urlencode({"csrfmiddlewaretoken": CSRF} | fields),
    )

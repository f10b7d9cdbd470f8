"""Counting answers and readers of one Edition, in the database: its work does not grow with what is loaded."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Avg, Count, ExpressionWrapper, F, FloatField, Q, QuerySet, StdDev
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, NullIf

from learners.attempts.models import Attempt, Extent, Response, SectionRead
from learners.insight.judging import QuestionFigures, SectionFigures, Wrong
from learners.records.models import LearningEvent, Verb
from modules.models import Edition, ModulePage
from modules.questions.certainty import Certainty
from modules.questions.question import Question

RIGHT = Q(points=F("available"))
REST = ExpressionWrapper(
    (F("sitting__raw") - F("points")) / NullIf(F("sitting__maximum") - F("available"), 0.0),
    output_field=FloatField(),
)
"""How somebody did in the rest of their check; nothing where the question is all of it, or stands in a section."""
HAS_REST = Q(sitting__maximum__gt=F("available"))


def edition_to_read(page: ModulePage, number: int | None) -> Edition | None:
    """The Edition with this number; without one, the newest."""
    return page.editions.filter(number=number).first() if number else page.editions.newest()


def questions_of(edition: Edition) -> list[QuestionFigures]:
    """Every scored question of an Edition, in the order of the module."""
    first = _first_tries(edition)
    counted = {row["question_id"]: row for row in _counts(first)}
    answers: dict[str, list[Any]] = defaultdict(list)
    for row in first.values("question_id", "answer").annotate(n=Count("pk"), rest=Avg(REST)).order_by():
        answers[row["question_id"]].append(row)
    outline = edition.outline
    places = [
        *((f"“{section.title}”, question", section.questions) for section in outline.sections),
        ("Question", outline.check),
    ]
    return [
        _figures(asked, f"{where} {number}", counted.get(asked.id, {}), answers[asked.id])
        for where, questions in places
        for number, asked in enumerate(questions, start=1)
        if asked.is_scored
    ]


def sections_of(edition: Edition) -> list[SectionFigures]:
    """Every section of an Edition: who came to it, who went on, and how long it took."""
    attempts = Attempt.objects.filter(edition=edition, extent=Extent.WHOLE)
    reads = SectionRead.objects.filter(attempt__in=attempts, was_skipped=False).values("section_id")
    read = dict(reads.annotate(n=Count("pk")).order_by().values_list("section_id", "n"))
    took = _seconds(edition)
    passed_over = Q(took_check_first=True, finished_at__isnull=False, sections_read=None)
    came, found = attempts.exclude(passed_over).count(), []
    for section in edition.outline.sections:
        through = read.get(section.id, 0)
        found.append(SectionFigures(section.title, max(came, through), through, took.get(section.id)))
        came = through
    return found


def _first_tries(edition: Edition) -> QuerySet[Response]:
    """Answers in place, and those of the first sitting of the check, of people who do the whole module."""
    scored = [question.id for question in edition.outline.questions() if question.is_scored]
    return Response.objects.filter(
        Q(sitting=None) | Q(sitting__number=1, sitting__submitted_at__isnull=False),
        attempt__edition=edition,
        attempt__extent=Extent.WHOLE,
        question_id__in=scored,
    )


def _counts(first: QuerySet[Response]) -> Any:
    return (
        first.values("question_id")
        .annotate(
            answers=Count("pk"),
            right=Count("pk", filter=RIGHT),
            rest_right=Avg(REST, filter=RIGHT),
            rest_wrong=Avg(REST, filter=~RIGHT),
            rest_spread=StdDev(REST, filter=HAS_REST),  # SQLite spreads no nothings
        )
        .order_by()
    )


def _seconds(edition: Edition) -> dict[str, float]:
    events = LearningEvent.objects.filter(verb=Verb.EXPERIENCED, edition=edition).order_by()
    seconds = Cast(KeyTextTransform("seconds", "detail"), FloatField())
    rows = events.annotate(section=KeyTextTransform("section", "detail")).values("section")
    return dict(rows.annotate(took=Avg(seconds)).values_list("section", "took"))


def _figures(asked: Question, name: str, counts: dict[str, Any], answers: list[Any]) -> QuestionFigures:
    sure, sure_wrong = _sureness(asked, answers)
    return QuestionFigures(
        id=asked.id,
        name=name,
        prompt=asked.prompt,
        skill=asked.skill,
        sure=sure,
        sure_wrong=sure_wrong,
        wrong=_wrong(asked, answers),
        **{key: value for key, value in counts.items() if key != "question_id"},
    )


def _sureness(asked: Question, answers: list[Any]) -> tuple[int, int]:
    if not isinstance(asked, Certainty):
        return 0, 0
    sure = sum(row["n"] for row in answers if asked.was_very_sure(row["answer"]))
    return sure, sum(row["n"] for row in answers if asked.confident_error(row["answer"]))


@dataclass
class _Chosen:
    """How many chose something, and the sum of how they did in the rest, of those of whom that is known."""

    number: int = 0
    known: int = 0
    rest: float = 0.0


def _wrong(asked: Question, answers: list[Any]) -> tuple[Wrong, ...]:
    """The wrong things that were chosen, by how many, most first."""
    found: dict[str, _Chosen] = defaultdict(_Chosen)
    for row in answers:
        for line in asked.review(row["answer"]):
            if line.was_chosen and line.is_right is False:
                chosen = found[f"{line.label}: {line.text}" if line.label else line.text]
                chosen.number += row["n"]
                if row["rest"] is not None:
                    chosen.known += row["n"]
                    chosen.rest += row["rest"] * row["n"]
    wrong = (
        Wrong(text, each.number, each.rest / each.known if each.known else None)
        for text, each in found.items()
    )
    return tuple(sorted(wrong, key=lambda each: (-each.number, each.text)))

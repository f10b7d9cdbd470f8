"""From a module's streams to its outline."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from modules.blocks.facts import lines
from modules.blocks.text import html_of
from modules.outline import (
    Card,
    InformationNamed,
    LocalFactNeeded,
    Outline,
    Part,
    Passage,
    Pool,
    RecordVisit,
    Section,
    VisibilityNeeded,
)
from modules.practice.choosing import plain_of
from modules.questions.pool import POOL
from modules.questions.question import Question
from modules.questions.registry import is_question, question_from


def outline_of_page(page: Any) -> Outline:
    """The outline of a module as it stands in `page`, published or not."""
    return Outline(
        title=page.title,
        sections=tuple(_section(child) for child in page.sections),
        check=tuple(_questions(page.check_questions)),
        pools=tuple(_pools(page.check_questions)),
        pass_mark=page.pass_mark / 100,
        outcomes=tuple(lines(page.outcomes)),
        confidence=page.confidence,
        actions=tuple(lines(page.actions)),
        card=_card(page),
        may_test_out=page.may_test_out,
    )


def _section(child: Any) -> Section:
    value = child.value
    return Section(
        id=str(child.id),
        title=value["title"],
        parts=tuple(_part(part) for part in value["content"]),
        warning=html_of(value.get("warning")),
    )


def _part(child: Any) -> Part:
    kind, part_id, value = child.block_type, str(child.id), child.value
    if is_question(kind):
        return question_from(kind, part_id, value)
    if kind in _PARTS:
        return _PARTS[kind](part_id, child)
    return Passage(id=part_id, html=child.render())


def _visit(part_id: str, child: Any) -> RecordVisit:
    return RecordVisit(id=part_id, record=plain_of(child.value["record"]), task=str(child.value["task"]))


def _local_fact(part_id: str, child: Any) -> LocalFactNeeded:
    kind = child.value["kind"]
    return LocalFactNeeded(id=part_id, kind=kind.slug, question=kind.name, general=kind.general)


def _visibility(part_id: str, child: Any) -> VisibilityNeeded:
    """Without what has been deleted since."""
    chosen = [each for each in child.value["information"] if each is not None]
    return VisibilityNeeded(
        id=part_id,
        introduction=html_of(child.value["introduction"]),
        information=tuple(InformationNamed(each.slug, each.name, each.general) for each in chosen),
    )


_PARTS: dict[str, Callable[[str, Any], Part]] = {
    "record_visit": _visit,
    "local_fact": _local_fact,
    "visibility": _visibility,
    "scenario": lambda part_id, child: child.block.scenario_from(part_id, child.value),
    "video": lambda part_id, child: child.block.film_from(part_id, child.value),
}
"""What is more than a passage: how each kind of block becomes a part."""


def _questions(stream: Iterable[Any]) -> Iterator[Question]:
    for child in stream:
        if child.block_type == POOL:
            yield from _questions(child.value["questions"])
        else:
            yield question_from(child.block_type, str(child.id), child.value)


def _pools(stream: Iterable[Any]) -> Iterator[Pool]:
    for child in stream:
        if child.block_type == POOL:
            ids = tuple(str(question.id) for question in child.value["questions"])
            yield Pool(id=str(child.id), draw=min(child.value["draw"], len(ids)), question_ids=ids)


def _card(page: Any) -> Card | None:
    rows = tuple((child.value["heading"], child.value["text"]) for child in page.card)
    return Card(title=page.card_title or page.title, lines=rows) if rows else None

"""From shapes to the raw values that StreamFields take. Ids follow from names, so they are the same everywhere."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from modules.models import FactKind, InformationCategory, PracticeRecord, Role
from training.demo.content import shapes
from training.demo.publishing.images import image_of


@dataclass(frozen=True)
class Writer:
    """Writes the blocks of one module. `records` are its practice records, by the slug of their shape."""

    slug: str
    records: Mapping[str, PracticeRecord]

    def item(self, kind: str, name: str, value: Any) -> dict[str, Any]:
        """A raw stream item."""
        return {"type": kind, "id": stable_id(self.slug, name), "value": value}

    def lines(self, texts: Iterable[str]) -> list[dict[str, Any]]:
        """Raw lines."""
        return [self.item("line", text, text) for text in texts]

    def section(self, section: shapes.Section) -> dict[str, Any]:
        """A raw section with its blocks."""
        content = [self.block(block, f"{section.title} {n}") for n, block in enumerate(section.blocks)]
        value = {"title": section.title, "warning": section.warning, "content": content}
        return self.item("section", section.title, value)

    def block(self, block: Any, name: str = "") -> dict[str, Any]:
        """A raw block of a section or of the check. `name` tells apart those that have no slug."""
        kind, value_of = _BLOCKS[type(block)]
        return self.item(kind, getattr(block, "slug", name), value_of(self, block))


def stable_id(slug: str, name: str) -> str:
    """An id that is the same wherever the demonstration runs."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{slug}/{name}"))


def plain(shape: Any, *without: str) -> dict[str, Any]:
    """The fields of a shape."""
    return {name: getattr(shape, name) for name in shape.__dataclass_fields__ if name not in without}


def paragraph(text: str) -> str:
    """Plain text as HTML; HTML, and nothing, as they are."""
    return f"<p>{text}</p>" if text and not text.startswith("<") else text


def listed(shapes_: Iterable[Any], value: Any) -> list[dict[str, Any]]:
    """Raw items of a ListBlock. The slug of a shape is the item's id, which stands in learning records."""
    return [{"type": "item", "id": each.slug, "value": value(each)} for each in shapes_]


def _picture(writer: Writer, picture: shapes.Picture) -> dict[str, Any]:
    image = {"image": image_of(picture).pk, "decorative": False, "alt_text": picture.alt}
    return {"image": image, "caption": picture.caption}


def _visit(writer: Writer, visit: shapes.RecordVisit) -> dict[str, Any]:
    return {"record": writer.records[visit.record].pk, "task": visit.task}


def _what_is_seen(writer: Writer, seen: shapes.WhatIsSeen) -> dict[str, Any]:
    keys = dict(InformationCategory.objects.values_list("slug", "pk"))
    items = [{"type": "item", "id": slug, "value": keys[slug]} for slug in seen.information]
    return {"introduction": seen.introduction, "information": items}


def _question(question: Any) -> dict[str, Any]:
    """What every question has."""
    why = paragraph(question.why)
    prompt = getattr(question, "question", "") or question.statement
    return {"question": prompt, "skill": question.skill, "outcome": question.outcome, "why": why}


def _options(options: Iterable[shapes.Option]) -> list[dict[str, Any]]:
    return listed(
        options, lambda each: {"text": each.text, "feedback": each.feedback, "is_right": each.correct}
    )


def _choices(writer: Writer, question: Any) -> dict[str, Any]:
    return _question(question) | {"options": _options(question.options)}


def _true_false(writer: Writer, question: shapes.TrueFalse) -> dict[str, Any]:
    return _question(question) | {
        "answer": "true" if question.answer else "false",
        "feedback_true": question.feedback_true,
        "feedback_false": question.feedback_false,
        "reasons": _options(question.reasons),
    }


def _match(writer: Writer, question: shapes.Match) -> dict[str, Any]:
    pairs = listed(question.pairs, lambda each: plain(each, "slug"))
    extra = [
        {"type": "item", "id": f"extra-{number}", "value": text}
        for number, text in enumerate(question.extra, 1)
    ]
    return _question(question) | {"pairs": pairs, "extra": extra}


def _order(writer: Writer, question: shapes.Order) -> dict[str, Any]:
    return _question(question) | {"steps": listed(question.steps, lambda each: plain(each, "slug"))}


def _categorise(writer: Writer, question: shapes.Categorise) -> dict[str, Any]:
    names = dict(question.categories)
    categories = [{"type": "item", "id": slug, "value": {"name": name}} for slug, name in question.categories]
    items = listed(
        question.items,
        lambda each: {"text": each.text, "category": names[each.category], "feedback": each.feedback},
    )
    return _question(question) | {"categories": categories, "items": items}


def _find_in_record(writer: Writer, question: shapes.FindInRecord) -> dict[str, Any]:
    options = listed(
        question.options,
        lambda each: plain(each, "slug", "correct") | {"is_right": each.correct},
    )
    return _question(question) | {"record": writer.records[question.record].pk, "options": options}


def _best_source(writer: Writer, question: shapes.BestSource) -> dict[str, Any]:
    return _question(question) | {"sources": listed(question.sources, lambda each: plain(each, "slug"))}


def _short_reason(writer: Writer, question: shapes.ShortReason) -> dict[str, Any]:
    more = {"hint": question.hint, "model": question.model, "points": list(question.points)}
    return _question(question) | more


def _pool(writer: Writer, pool: shapes.Pool) -> dict[str, Any]:
    questions = [writer.block(question) for question in pool.questions]
    return {"title": pool.title, "draw": pool.draw, "questions": questions}


def _scenario(writer: Writer, scenario: shapes.Scenario) -> dict[str, Any]:
    roles = dict(Role.objects.values_list("slug", "pk"))
    starts = [
        {"node": each.node, "label": each.label, "roles": [roles[slug] for slug in each.roles]}
        for each in scenario.starts
    ]
    return {
        "title": scenario.title,
        "introduction": scenario.introduction,
        "starts": starts,
        "nodes": [_node(writer, node) for node in scenario.nodes],
        "endings": [plain(ending) for ending in scenario.endings],
    }


def _node(writer: Writer, node: shapes.Node) -> dict[str, Any]:
    def choice(each: shapes.Choice) -> dict[str, Any]:
        return plain(each, "slug") | {"hits": list(each.hits), "misses": list(each.misses)}

    return {
        "key": node.key,
        "title": node.title,
        "text": node.text,
        "record": writer.records[node.record].pk if node.record else None,
        "rows": list(node.rows),
        "choices": listed(node.choices, choice),
    }


_BLOCKS: Mapping[type, tuple[str, Any]] = {
    shapes.Text: ("text", lambda _, block: block.html),
    shapes.Callout: ("callout", lambda _, block: plain(block, "html") | {"text": block.html}),
    shapes.Picture: ("picture", _picture),
    shapes.LocalFact: ("local_fact", lambda _, block: {"kind": FactKind.objects.get(slug=block.kind).pk}),
    shapes.WhatIsSeen: ("visibility", _what_is_seen),
    shapes.RecordExcerpt: (
        "record_excerpt",
        lambda _, block: plain(block) | {"rows": [plain(row) for row in block.rows]},
    ),
    shapes.RecordVisit: ("record_visit", _visit),
    shapes.Scenario: ("scenario", _scenario),
    shapes.SingleChoice: ("single_choice", _choices),
    shapes.MultipleChoice: ("multiple_choice", _choices),
    shapes.Certainty: ("certainty", _choices),
    shapes.TrueFalse: ("true_false", _true_false),
    shapes.Match: ("match", _match),
    shapes.Order: ("order", _order),
    shapes.Categorise: ("categorise", _categorise),
    shapes.FindInRecord: ("find_in_record", _find_in_record),
    shapes.BestSource: ("best_source", _best_source),
    shapes.ShortReason: ("short_reason", _short_reason),
    shapes.Pool: ("pool", _pool),
}
"""For each shape, its kind of block, and how its value is written."""

"""A module's form in the CMS, as a browser sends it."""

import datetime
from typing import Any

from django.utils import timezone
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from modules.blocks.text import RICH_TEXT
from modules.models import Capability, Role


def items(*values: Any) -> dict[str, Any]:
    """A ListBlock."""
    listed = {
        str(n): {"value": value, "deleted": "", "order": str(n), "type": "item"}
        for n, value in enumerate(values)
    }
    return {"count": str(len(values)), **listed}


def option(text: str, *, right: bool = False) -> dict[str, Any]:
    return {"text": text, "feedback": f"About {text}."} | ({"is_right": "on"} if right else {})


def question(**more: Any) -> dict[str, Any]:
    shared = {"question": "Which?", "outcome": "1", "skill": "when"}
    return shared | {"why": rich_text("<p>So.</p>", features=RICH_TEXT)} | more


def single(*options: Any) -> tuple[str, dict[str, Any]]:
    return "single_choice", question(options=items(*(options or (option("yes", right=True), option("no")))))


def multiple(*options: Any) -> tuple[str, dict[str, Any]]:
    chosen = options or (option("a", right=True), option("b", right=True), option("c"))
    return "multiple_choice", question(options=items(*chosen))


def true_false(*reasons: Any) -> tuple[str, dict[str, Any]]:
    chosen = reasons or (option("late", right=True), option("never"))
    feedback = {"feedback_true": "No.", "feedback_false": "Yes."}
    return "true_false", question(answer="false", reasons=items(*chosen), **feedback)


def text(html: str = "<p>Look early.</p>") -> tuple[str, str]:
    return "text", rich_text(html, features=["h3", *RICH_TEXT])


def callout(title: str) -> tuple[str, dict[str, Any]]:
    return "callout", {"kind": "note", "title": title, "text": rich_text("<p>Ask.</p>", features=RICH_TEXT)}


def excerpt(**more: Any) -> tuple[str, dict[str, Any]]:
    row = {"what": "Allergy", "status": "Active", "date": "2019", "author_role": "GP", "source": "A surgery"}
    shown = {"title": "Record", "person": "Win", "nhs_number": "9991012001", "age": "82", "note": ""}
    return "record_excerpt", shown | {"rows": items(row)} | more


def section(title: str, *content: Any) -> tuple[str, dict[str, Any]]:
    warning = rich_text("", features=RICH_TEXT)
    return "section", {"title": title, "warning": warning, "content": streamfield(list(content))}


def draft_form(title: str = "Before you hand over", **fields: Any) -> dict[str, Any]:
    """A draft with a title and nothing else, but for `fields`."""
    streams = (
        "sections",
        "check_questions",
        "when_to_use",
        "when_not_to_use",
        "how_it_helps",
        "outcomes",
        "sources",
        "actions",
        "card",
    )
    empty: dict[str, Any] = {name: streamfield([]) for name in streams}
    plain = {
        "title": title,
        "slug": "before-you-hand-over",
        "minutes": "10",
        "pass_mark": "80",
        "change": "material",
        "may_test_out": "on",
        "refresher": "questions",
    }
    comments = inline_formset([])
    blank = dict.fromkeys(("summary", "change_note", "confidence", "card_title"), "")
    warning = rich_text("", features=RICH_TEXT)
    return _flat(plain | empty | blank | {"comments": comments, "content_warning": warning} | fields)


def module_form(title: str = "Before you hand over", **fields: Any) -> dict[str, Any]:
    """Everything that a module needs to be published; `fields` replace some of it."""
    nurse, lines = Role.objects.get(slug="nurse"), streamfield([("line", "A line")])
    complete = {
        "summary": "What changes for whom.",
        "roles": [str(nurse.pk)],
        "capabilities": [str(Capability.objects.get(slug="medicines").pk)],
        "when_to_use": lines,
        "when_not_to_use": lines,
        "outcomes": lines,
        "how_it_helps": streamfield([("benefit", {"role": str(nurse.pk), "text": "It helps."})]),
        "sources": streamfield([("source", {"title": "A study", "publisher": "A journal", "url": ""})]),
        "review_by": (timezone.localdate() + datetime.timedelta(days=365)).isoformat(),
        "sections": streamfield([section("Where to look", text())]),
        "check_questions": streamfield([single()]),
        "change_note": "First Edition.",
    }
    return draft_form(title, **(complete | fields))


def _flat(data: dict[str, Any]) -> dict[str, Any]:
    many = {name: data.pop(name) for name in ("roles", "capabilities", "sign_offs") if name in data}
    return nested_form_data(data) | many


def untouched_form(page: Any) -> dict[str, Any]:
    """The form as the editor shows this page's newest draft, sent back with nothing changed."""
    latest = page.get_latest_revision_as_object()
    fields = {field.name: field for field in latest._meta.get_fields() if isinstance(field, StreamField)}
    streams = {name: _as_sent(field.stream_block, getattr(latest, name)) for name, field in fields.items()}
    names = (
        "title",
        "slug",
        "summary",
        "minutes",
        "pass_mark",
        "refresher",
        "change",
        "change_note",
        "review_by",
    )
    plain = {name: str(getattr(latest, name) or "") for name in (*names, "confidence", "card_title")}
    ticked = {
        name: [str(one.pk) for one in getattr(latest, name).all()]
        for name in ("roles", "capabilities", "sign_offs")
    }
    return draft_form(**(plain | streams | ticked))


def _as_sent(block: Any, value: Any) -> Any:
    if isinstance(block, (blocks.StreamBlock, blocks.ListBlock)):
        children = list(value) if isinstance(block, blocks.StreamBlock) else value.bound_blocks
        sent = {str(n): _child_as_sent(child, n) for n, child in enumerate(children)}
        return sent | {"count": str(len(sent))}
    if isinstance(block, blocks.StructBlock):
        pairs = ((name, _as_sent(child, value[name])) for name, child in block.child_blocks.items())
        return {name: data for name, data in pairs if data is not None}
    if isinstance(block, blocks.BooleanBlock):
        return "on" if value else None
    if isinstance(block, blocks.MultipleChoiceBlock):
        return tuple(value)
    form_value = block.value_for_form(value)
    if isinstance(block, blocks.RichTextBlock):
        return block.field.widget.format_value(form_value)
    return "" if form_value is None else str(block.field.prepare_value(form_value))


def _child_as_sent(child: Any, number: int) -> dict[str, Any]:
    kind = getattr(child, "block_type", "item")
    sent = {"id": child.id, "type": kind, "order": str(number), "deleted": ""}
    return sent | {"value": _as_sent(child.block, child.value)}

"""Putting the demonstration's modules into the CMS, through Wagtail's own models."""

import uuid
from pathlib import Path
from typing import Any

from django.core.files.images import ImageFile
from django.utils import timezone
from django.utils.text import slugify
from wagtail.images.models import Image

from modules.models import Capability, CataloguePage, ModulePage, Role
from training.demo.content import shapes

IMAGES = Path(__file__).parent / "content" / "images"


def publish_module(content: shapes.ModuleContent, *, by: Any, **fields: Any) -> ModulePage:
    """Write a module and publish its first Edition. Nobody has reviewed it, and the Edition says so."""
    page = write_module(content, by=by, **fields)
    page.get_latest_revision().publish()
    page.refresh_from_db()
    return page


def write_module(content: shapes.ModuleContent, *, by: Any, **fields: Any) -> ModulePage:
    """Write a module as a draft."""
    roles = {role.slug: role for role in Role.objects.filter(slug__in=content.roles)}
    page = ModulePage(
        title=content.title,
        slug=content.slug,
        minutes=content.minutes,
        live=False,
        owner=by,
        when_to_use=_lines(content, content.when_to_use),
        when_not_to_use=_lines(content, content.when_not_to_use),
        outcomes=_lines(content, content.outcomes),
        how_it_helps=[
            _raw(content, f"benefit {slug}", "benefit", {"role": roles[slug].pk, "text": text})
            for slug, text in content.how_it_helps
        ],
        sources=[_raw(content, source.title, "source", _plain(source)) for source in content.sources],
        sections=[_section(content, section) for section in content.sections],
        check_questions=[_block(content, question) for question in content.check],
        review_by=timezone.localdate().replace(year=timezone.localdate().year + 1, day=1),
        **({"summary": content.summary, "change_note": "First Edition."} | fields),
    )
    page.roles.set(roles.values())
    page.capabilities.set(Capability.objects.filter(slug__in=content.capabilities))
    CataloguePage.objects.get().add_child(instance=page)
    page.save_revision(user=by)
    return page


def _raw(content: shapes.ModuleContent, name: str, kind: str, value: Any) -> dict[str, Any]:
    """A raw stream item. Its id follows from its name, so that it is the same wherever the demonstration runs."""
    return {"type": kind, "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{content.slug}/{name}")), "value": value}


def _lines(content: shapes.ModuleContent, texts: tuple[str, ...]) -> list[dict[str, Any]]:
    return [_raw(content, text, "line", text) for text in texts]


def _section(content: shapes.ModuleContent, section: shapes.Section) -> dict[str, Any]:
    blocks = [_block(content, block, f"{section.title} {n}") for n, block in enumerate(section.blocks)]
    return _raw(content, section.title, "section", {"title": section.title, "content": blocks})


def _block(content: shapes.ModuleContent, block: Any, name: str = "") -> dict[str, Any]:
    match block:
        case shapes.Text():
            return _raw(content, name, "text", block.html)
        case shapes.Callout():
            value = {"kind": block.kind, "title": block.title, "text": block.html}
            return _raw(content, name, "callout", value)
        case shapes.Picture():
            picture = {"image": _image(block).pk, "decorative": False, "alt_text": block.alt}
            return _raw(content, name, "picture", {"image": picture, "caption": block.caption})
        case shapes.RecordExcerpt():
            return _raw(
                content, name, "record_excerpt", _plain(block) | {"rows": [_plain(r) for r in block.rows]}
            )
        case shapes.SingleChoice():
            return _raw(content, block.slug, "single_choice", _choices(block))
        case shapes.MultipleChoice():
            return _raw(content, block.slug, "multiple_choice", _choices(block))
        case shapes.TrueFalse():
            return _raw(content, block.slug, "true_false", _true_false(block))
    raise TypeError(f"No block for {block!r}")


def _plain(shape: Any) -> dict[str, Any]:
    return {name: getattr(shape, name) for name in shape.__dataclass_fields__}


def _choices(question: shapes.SingleChoice | shapes.MultipleChoice) -> dict[str, Any]:
    return {
        "question": question.question,
        "skill": question.skill,
        "why": _paragraph(question.why),
        "options": [_option(option) for option in question.options],
    }


def _true_false(question: shapes.TrueFalse) -> dict[str, Any]:
    return {
        "question": question.statement,
        "skill": question.skill,
        "why": _paragraph(question.why),
        "answer": "true" if question.answer else "false",
        "feedback_true": question.feedback_true,
        "feedback_false": question.feedback_false,
        "reasons": [_option(option) for option in question.reasons],
    }


def _option(option: shapes.Option) -> dict[str, Any]:
    value = {"text": option.text, "feedback": option.feedback, "is_right": option.correct}
    return {"type": "item", "id": option.slug, "value": value}


def _paragraph(text: str) -> str:
    return text if text.startswith("<") else f"<p>{text}</p>"


def _image(picture: shapes.Picture) -> Image:
    title = slugify(picture.file).replace("-", " ")
    found = Image.objects.filter(title=title).first()
    if found:
        return found
    with (IMAGES / picture.file).open("rb") as opened:
        return Image.objects.create(title=title, file=ImageFile(opened, name=picture.file))

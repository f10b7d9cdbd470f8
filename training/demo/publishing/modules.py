"""Modules of the demonstration."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from modules.models import (
    Capability,
    CataloguePage,
    InformationCategory,
    ModulePage,
    Role,
    SignOffKind,
    VolatileFact,
)
from training.demo.content import shapes
from training.demo.publishing.raw import Writer, paragraph, plain
from training.demo.publishing.records import publish_record


def publish_module(content: shapes.ModuleContent, *, by: Any, **fields: Any) -> ModulePage:
    """Write a module and publish its first Edition. Nobody has reviewed it, and the Edition says so."""
    page = write_module(content, by=by, **fields)
    page.get_latest_revision().publish()
    page.refresh_from_db()
    return page


def write_module(
    content: shapes.ModuleContent, *, by: Any, volatile_facts: Iterable[VolatileFact] = (), **fields: Any
) -> ModulePage:
    """Write a module as a draft, with its practice records, which are published."""
    writer = Writer(content.slug, {each.slug: publish_record(each, by=by) for each in content.records})
    roles = {role.slug: role for role in Role.objects.filter(slug__in=content.roles)}
    page = ModulePage(
        live=False,
        owner=by,
        review_by=timezone.localdate().replace(year=timezone.localdate().year + 1, day=1),
        **(_fields(content, writer, roles) | fields),
    )
    page.roles.set(roles.values())
    page.capabilities.set(Capability.objects.filter(slug__in=content.capabilities))
    page.information.set(InformationCategory.objects.filter(slug__in=content.information))
    page.sign_offs.set(SignOffKind.objects.filter(slug__in=content.sign_offs))
    page.volatile_facts.set(volatile_facts)
    CataloguePage.objects.get().add_child(instance=page)
    page.save_revision(user=by)
    return page


def _fields(content: shapes.ModuleContent, writer: Writer, roles: dict[str, Role]) -> dict[str, Any]:
    benefits = [
        writer.item("benefit", f"benefit {slug}", {"role": roles[slug].pk, "text": text})
        for slug, text in content.how_it_helps
    ]
    lines = {
        name: writer.lines(getattr(content, name))
        for name in ("when_to_use", "when_not_to_use", "outcomes", "actions")
    }
    return lines | {
        "title": content.title,
        "slug": content.slug,
        "summary": content.summary,
        "minutes": content.minutes,
        "confidence": content.confidence,
        "content_warning": paragraph(content.content_warning),
        "how_it_helps": benefits,
        "sources": [writer.item("source", source.title, plain(source)) for source in content.sources],
        "sections": [writer.section(section) for section in content.sections],
        "check_questions": [writer.block(part, getattr(part, "title", "")) for part in content.check],
        "change_note": "First Edition.",
        **_card(content, writer),
    }


def _card(content: shapes.ModuleContent, writer: Writer) -> dict[str, Any]:
    if content.card is None:
        return {}
    lines = [
        writer.item("card_line", f"card {heading}", {"heading": heading, "text": text})
        for heading, text in content.card.lines
    ]
    return {"card_title": content.card.title, "card": lines}

"""Every text of a page or a snippet, with the place where an educator finds it."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.rich_text import RichText

from modules.blocks.walking import children_of

SKIPPED = {"slug", "url_path", "path", "content_type", "translation_key", "key"}


def texts_of(thing: Any) -> Iterator[tuple[str, str]]:
    """Pairs of place and text. Rich text comes as its HTML source."""
    for field in thing._meta.get_fields():
        if isinstance(field, StreamField):
            yield from texts_below(field.stream_block, getattr(thing, field.name), str(field.verbose_name))
        elif isinstance(field, (models.CharField, models.TextField)) and field.name not in SKIPPED:
            value = getattr(thing, field.name)
            if value and not field.choices:
                yield str(field.verbose_name), str(value)


def blocks_of(thing: Any, kind: type[blocks.Block]) -> Iterator[tuple[str, Any, Any]]:
    """Triples of place, block and value: every block of a kind in the streams of a page."""
    for field in thing._meta.get_fields():
        if isinstance(field, StreamField):
            yield from _of_kind(field.stream_block, getattr(thing, field.name), str(field.verbose_name), kind)


def texts_below(block: Any, value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Pairs of place and text of one block's value."""
    if isinstance(value, RichText):
        yield place, value.source
    elif isinstance(value, str) and value and not isinstance(block, (blocks.ChoiceBlock, blocks.RegexBlock)):
        yield place, value
    for inner, inner_value, inner_place in _children(block, value, place):
        yield from texts_below(inner, inner_value, inner_place)


def _of_kind(block: Any, value: Any, place: str, kind: type[blocks.Block]) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(block, kind):
        yield place, block, value
    for inner, inner_value, inner_place in _children(block, value, place):
        yield from _of_kind(inner, inner_value, inner_place, kind)


def _children(block: Any, value: Any, place: str) -> Iterator[tuple[Any, Any, str]]:
    named = _name(value) if isinstance(value, blocks.StructValue) else ""
    here = f"{place}, {named}" if named and not place.endswith(named) else place
    yield from ((child, inside, here) for child, inside in children_of(block, value))


def _name(value: Any) -> str:
    """What an educator would call a block: its title, its question, or its first words."""
    for name in ("title", "question", "text", "what", "heading"):
        found = value.get(name)
        if isinstance(found, str) and found:
            return found if len(found) <= 60 else f"{found[:57]}…"
    return ""

"""Finding the practice records in a module's streams, and putting pinned revisions in their place."""

from collections.abc import Iterator, Mapping
from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.snippets.blocks import SnippetChooserBlock


def records_in(page: Any) -> dict[int, Any]:
    """Every practice record that a module's streams name, by primary key."""
    return {holder[name].pk: holder[name] for holder, name in _places(page) if holder[name]}


def with_pinned(page: Any, pinned: Mapping[int, Any]) -> Any:
    """The page, with each practice record replaced by the one in `pinned`; others are left as they stand today."""
    for holder, name in _places(page):
        if holder[name] and holder[name].pk in pinned:
            holder[name] = pinned[holder[name].pk]
    return page


def _places(page: Any) -> Iterator[tuple[Any, str]]:
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from _below(field.stream_block, getattr(page, field.name))


def _below(block: Any, value: Any) -> Iterator[tuple[Any, str]]:
    """Struct values and the names under which they hold a practice record."""
    if isinstance(value, blocks.StructValue):  # an image's block is a struct, and its value is none
        for name, child in block.child_blocks.items():
            if isinstance(child, SnippetChooserBlock) and child.target_model.__name__ == "PracticeRecord":
                yield value, name
            else:
                yield from _below(child, value[name])
    elif isinstance(block, blocks.StreamBlock):
        for child in value:
            yield from _below(child.block, child.value)
    elif isinstance(block, blocks.ListBlock):
        for each in value:
            yield from _below(block.child_block, each)

"""Finding the practice records in a module's streams, and putting pinned revisions in their place."""

from collections.abc import Iterator, Mapping
from typing import Any

from wagtail.blocks import StructValue
from wagtail.fields import StreamField
from wagtail.snippets.blocks import SnippetChooserBlock

from modules.blocks.walking import walk


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
    """Struct values and the names under which they hold a practice record."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for block, value in walk(field.stream_block, getattr(page, field.name)):
                if isinstance(value, StructValue):
                    yield from ((value, name) for name, child in block.child_blocks.items() if _holds(child))


def _holds(block: Any) -> bool:
    return isinstance(block, SnippetChooserBlock) and block.target_model.__name__ == "PracticeRecord"

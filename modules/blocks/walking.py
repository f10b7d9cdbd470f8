"""Going through blocks and their values, however deep."""

from collections.abc import Iterator
from typing import Any

from wagtail import blocks


def children_of(block: Any, value: Any) -> Iterator[tuple[Any, Any]]:
    """The blocks inside a block, each with its value, in the order in which they stand."""
    if isinstance(value, blocks.StructValue):  # an image's block is a struct, and its value is none
        yield from ((child, value[name]) for name, child in block.child_blocks.items())
    elif isinstance(block, blocks.StreamBlock):
        yield from ((child.block, child.value) for child in value)
    elif isinstance(block, blocks.ListBlock):
        yield from ((block.child_block, each) for each in value)


def walk(block: Any, value: Any) -> Iterator[tuple[Any, Any]]:
    """A block with its value, and then everything inside it."""
    yield block, value
    for child, inside in children_of(block, value):
        yield from walk(child, inside)

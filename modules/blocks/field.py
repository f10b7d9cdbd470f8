"""A StreamField whose blocks stay out of migrations, so that a new kind of block asks for none."""

from typing import Any

from wagtail.fields import StreamField


class ContentField(StreamField):
    """StreamField that deconstructs without its block definitions. Stored data carries its own block names."""

    def __init__(self, block_types: Any = (), **kwargs: Any) -> None:
        super().__init__(block_types, **kwargs)

    def deconstruct(self) -> Any:
        """Name the field's class and options, and leave the blocks out."""
        name, path, _, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs

"""A picture, with words for people who cannot see it."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock

from modules.blocks.text import PASSAGES


class PictureBlock(blocks.StructBlock):
    """An image with alternative text, or marked as decorative, and an optional caption."""

    image = ImageBlock()
    caption = blocks.CharBlock(max_length=200, required=False)

    def clean(self, value: Any) -> Any:
        """Insist on alternative text, unless the author says that the picture is decoration."""
        cleaned = super().clean(value)
        image = cleaned["image"]
        if self.is_deferred_validation or image is None or image.decorative:
            return cleaned
        if not (image.contextual_alt_text or "").strip():  # ImageBlock takes a blank for words
            message = "Describe the picture in the alternative text, or say that it is decorative."
            raise StructBlockValidationError(
                {"image": StructBlockValidationError({"alt_text": ValidationError(message)})}
            )
        return cleaned

    class Meta:
        icon = "image"
        group = PASSAGES
        description = "A picture with alternative text, and a caption if it needs one."
        preview_template = "modules/blocks/picture_preview.html"
        template = "modules/blocks/picture.html"

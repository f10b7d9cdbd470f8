"""A field for NHS numbers that belong to nobody."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks

from modules.practice.nhs_number import digits_of, is_fictional_nhs_number


class FictionalNumberBlock(blocks.CharBlock):
    """A CharBlock that takes only NHS numbers of the test range, and stores them as 999 999 9999."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **({"max_length": 12, "help_text": "From the test range: it begins with 999."} | kwargs)
        )

    def clean(self, value: str) -> str:
        """Refuse a number that could be a real person's."""
        cleaned = super().clean(value)
        if not cleaned:  # only in a draft: super() has refused it elsewhere
            return cleaned
        if not is_fictional_nhs_number(cleaned):
            raise ValidationError("Use a valid NHS number from the test range, which begins with 999.")
        digits = digits_of(cleaned)
        return f"{digits[:3]} {digits[3:6]} {digits[6:]}"

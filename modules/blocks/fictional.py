"""NHS numbers that belong to nobody."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks


def is_fictional_nhs_number(text: str) -> bool:
    """Whether this is a valid NHS number of the test range, which is never issued: ten digits that begin with 999.

    The tenth digit is the check digit, modulus 11, as the NHS Data Dictionary defines it.
    """
    digits = [int(digit) for digit in _digits(text)]
    if len(digits) != 10 or digits[:3] != [9, 9, 9]:
        return False
    total = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False))
    return (11 - total % 11) % 11 == digits[9]


def _digits(text: str) -> str:
    return "".join(character for character in text if character in "0123456789")  # "²".isdigit(), too


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
        digits = _digits(cleaned)
        return f"{digits[:3]} {digits[3:6]} {digits[6:]}"

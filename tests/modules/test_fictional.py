"""NHS numbers that belong to nobody, and no others."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from modules.blocks.fictional import FictionalNumberBlock, is_fictional_nhs_number


def with_check_digit(nine: str) -> str | None:
    """The number, or None where modulus 11 gives none."""
    digit = (11 - sum(int(d) * weight for d, weight in zip(nine, range(10, 1, -1), strict=True)) % 11) % 11
    return None if digit == 10 else f"{nine}{digit}"


@given(st.integers(0, 999_999))
def test_a_number_of_the_test_range_is_taken_by_its_check_digit_alone(middle):
    nine = f"999{middle:06d}"
    valid = with_check_digit(nine)
    for digit in range(10):
        assert is_fictional_nhs_number(f"{nine}{digit}") is (f"{nine}{digit}" == valid)


@given(st.integers(0, 998_999_999).filter(lambda number: number < 999_000_000))
def test_a_number_that_could_be_somebodys_is_refused(number):
    valid = with_check_digit(f"{number:09d}")
    assert valid is None or not is_fictional_nhs_number(valid)


@given(st.text(max_size=20))
def test_any_text_gets_an_answer(text):
    assert is_fictional_nhs_number(text) in {True, False}


@pytest.mark.parametrize("typed", ["9991012001", "999 101 2001", "999-101-2001"])
def test_the_block_stores_it_as_people_read_it(typed):
    assert FictionalNumberBlock().clean(typed) == "999 101 2001"


@pytest.mark.parametrize("typed", ["", "943 476 5919", "999 101 2002", "999 101 200", "²²²²²²²²²²"])
def test_the_block_refuses_the_rest(typed):
    with pytest.raises(ValidationError):
        FictionalNumberBlock().clean(typed)


def test_a_draft_may_leave_it_out():
    block = FictionalNumberBlock()
    assert block.clean_deferred("") == ""

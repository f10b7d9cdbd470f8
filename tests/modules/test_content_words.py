"""No text holds what could be a real person's, or a claim that is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.content_checks.words import faults_in

FINE = [
    "Her NHS number is 999 101 2001.",
    "Ring 01632 960118 or 07700 900123.",
    "Ring +44 1632 960118.",
    "Write to privacy@example.org.",
    "She takes 1 tablet, 2 times a day, for 10 days. Weight 2.4 kg.",
    "A flag is not a referral.",
    "Nobody can say that the record is always complete.",
    "Epic efforts, and a TPPs-free day.",
    "It was 2019, in May 2026, at 14:20, level 2.",
]
WRONG = [
    ("Her NHS number is 943 476 5919.", "NHS number"),
    ("Number 9991012002 has a wrong check digit.", "NHS number"),
    ("Ring 020 7946 0018.", "telephone"),
    ("Ring 07911 123456.", "telephone"),
    ("Ring +44 7911 123456.", "telephone"),
    ("Write to jo@nhs.example.uk.", "e-mail"),
    ("She lives at SW1A 2AA.", "postcode"),
    ("Open SystmOne first.", "supplier"),
    ("A consent form is needed to view it.", "No consent form"),
    ("GDPR stops us sharing.", "does not stop"),
    ("The opt-out hides your record from A&E.", "does not hide"),
    ("So the record is complete.", "complete"),
    ("A flag is a referral.", "not a referral"),
    ("The next of kin can decide.", "next of kin"),
]


@pytest.mark.parametrize("text", FINE)
def test_it_lets_through_what_is_fine(text: str) -> None:
    assert list(faults_in(text)) == []


@pytest.mark.parametrize(("text", "says"), WRONG)
def test_it_names_what_is_wrong(text: str, says: str) -> None:
    found = list(faults_in(text))
    assert len(found) == 1
    assert says.casefold() in found[0].casefold()


@given(st.integers(0, 9_999_999_999))
def test_ten_digits_are_fictional_or_found(number: int) -> None:
    digits = f"{number:010}"
    text = f"Number {digits[:3]} {digits[3:6]} {digits[6:]}."
    if not digits.startswith("999"):
        assert list(faults_in(text))

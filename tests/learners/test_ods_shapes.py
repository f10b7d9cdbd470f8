"""What the shape of a code hints at, and when two spellings are one name."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from learners.organisations.models import validate_ods_code
from learners.organisations.ods.names import readable, same
from learners.organisations.ods.retry_after import LONGEST, SHORTEST, pause
from learners.organisations.ods.shapes import can_be_a_code, hint

LAWFUL = st.from_regex(r"\A[A-Z0-9]{3,10}\Z")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("RR8", "Looks like an NHS trust"),
        ("rr8 ", "Looks like an NHS trust"),
        ("RXF05", "Looks like a site of the NHS trust RXF"),
        ("G81086", "Looks like a GP practice: a letter and five digits"),
        ("U36842", "Looks like a primary care network"),
        ("FLM49", "Looks like a community pharmacy"),
        ("AE9G", "the head office of a social care provider"),
        ("VN1K5", "a place that gives social care"),
        ("8HR07", "an organisation outside the NHS"),
        ("QNX", "an integrated care board"),
        ("97R", "a part of an integrated care board"),
        ("815", "a council"),
        ("Z9Z9Z9Z9", "We do not know this shape. The code may still be right."),
        ("DEMO-TRUST", "A code of the demonstration"),
    ],
)
def test_each_known_shape_has_its_hint(code: str, words: str) -> None:
    assert words in hint(code)


def test_a_new_code_says_nothing_of_what_it_stands_for():
    assert "since April 2020" in hint("G7H8J")
    assert "older code" not in hint("G7H8J")


@pytest.mark.parametrize(
    ("code", "older"), [("R1A2B", "a site of the NHS trust R1A"), ("F1A2B", "a community pharmacy")]
)
def test_a_new_code_that_could_be_an_old_one_says_both(code, older):
    assert "since April 2020" in hint(code)
    assert f"It could also be an older code, of {older}" in hint(code)


def test_no_code_has_no_hint():
    assert hint("") == hint("  ") == ""


@given(LAWFUL)
def test_no_lawful_code_is_refused_and_each_has_a_hint(code: str) -> None:
    validate_ods_code(code)
    assert can_be_a_code(code)
    assert hint(code).endswith(".")


@given(st.text(max_size=12))
def test_the_look_up_and_the_validator_agree_on_what_can_be_a_code(code: str) -> None:
    try:
        validate_ods_code(code)
    except ValidationError:
        assert not can_be_a_code(code)
    else:
        assert can_be_a_code(code) or code.endswith("\n")  # a regular expression's $ lets one line end pass


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ASHDOWN NHS TRUST", "Ashdown NHS Trust"),
        ("ST. MARY'S HOSPITAL", "St Mary\u2019s  Hospital"),
        ("SMITH & SONS", "Smith and Sons"),
        ("THE SURGERY", "Surgery"),
        ("KINGS-LANE PRACTICE", "Kings Lane Practice"),
    ],
)
def test_spelling_makes_no_other_name(one: str, other: str) -> None:
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("ASHDOWN TRUST", "Ashford Trust"), ("SURGERY A", "Surgery B"), ("", "A")]
)
def test_other_words_make_another_name(one: str, other: str) -> None:
    assert not same(one, other)


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("LEEDS TEACHING HOSPITALS NHS TRUST", "Leeds Teaching Hospitals NHS Trust"),
        ("ST. JAMES'S UNIVERSITY HOSPITAL", "St. James's University Hospital"),
        ("NHS SUSSEX INTEGRATED CARE BOARD", "NHS Sussex Integrated Care Board"),
        ("THE ROYAL HOSPITAL OF THE CITY", "The Royal Hospital of the City"),
        ("BIRD-IN-EYE SURGERY", "Bird-in-Eye Surgery"),
        ("Mind  in Ashdown", "Mind in Ashdown"),
    ],
)
def test_a_name_in_capitals_is_made_readable(capitals: str, written: str) -> None:
    assert readable(capitals) == written


@given(st.text(max_size=60))
def test_a_readable_name_is_the_same_name(name: str) -> None:
    assert same(readable(name), name)


@given(st.text(max_size=30) | st.integers().map(str))
def test_no_header_asks_for_less_than_a_second_or_more_than_an_hour(header: str) -> None:
    wait = pause(header, now=datetime.datetime(2026, 5, 4, tzinfo=datetime.UTC))
    assert wait is None or SHORTEST <= wait <= LONGEST

"""Papers as PDF: tagged, in English, with fonts of their own, and what people typed stays text."""

import re
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.documents import pdf
from tests.fakes.pdf_text import text_of

TRICKY = 'Siân #strong[x] *b* _i_ $x$ ] ) } "q" \'r\' \\ `c` @ref <l> // /* #sys.inputs #eval("1")'
CERTIFICATE: dict[str, Any] = {
    "title": "Certificate: The right information",
    "site": "Shared Records Training",
    "name": "Ada Lovelace",
    "module": "The right information",
    "outcomes": ["say when to look", "say whether you may"],
    "facts": [["Completed on", "24 November 2026"], ["Score", "90%"]],
    "code": "ABCD EFGH JKLM NPQR",
    "address": "https://learn.example.org/verify/ABCDEFGHJKLMNPQR/",
    "shown_address": "learn.example.org/verify/",
    "notes": ["The content of this Edition has had no clinical review."],
    "withdrawn": "",
}
CARD: dict[str, Any] = {
    "title": "Before you ring",
    "lines": [["Look when", "Somebody new comes into your care."]],
    "site": "Shared Records Training",
    "demo": True,
}
PAPERS = [("certificate", CERTIFICATE), ("card", CARD)]


def pages_of(made: bytes) -> int:
    return int(re.search(rb"/Type/Pages/Count (\d+)", made)[1])


def in_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize(("template", "data"), PAPERS)
def test_a_paper_is_tagged_titled_and_in_english(template: str, data: dict[str, Any]) -> None:
    made = pdf(template, data)
    assert made.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in made
    assert b"/Lang(en-GB)" in made
    assert b"/MarkInfo<</Marked true" in made
    assert b"/DisplayDocTitle true" in made
    assert b"pdfuaid:part" in made
    assert f"/Title({data['title']})".encode() in made


@pytest.mark.parametrize(("template", "data"), PAPERS)
def test_fonts_are_inside(template: str, data: dict[str, Any]) -> None:
    made = pdf(template, data)
    assert made.count(b"/FontDescriptor") >= 1
    assert len(re.findall(rb"/FontFile[23] ", made)) == len(re.findall(rb"/Type/FontDescriptor", made))


def test_what_people_typed_stays_text() -> None:
    text = in_one_line(text_of(pdf("certificate", CERTIFICATE | {"name": TRICKY})))
    assert TRICKY in text
    card = CARD | {"title": TRICKY, "lines": [[TRICKY, TRICKY]], "action": TRICKY}
    assert in_one_line(text_of(pdf("card", card))).count(TRICKY) == 4


@pytest.mark.parametrize(
    "name", ["Siân Ŵyn Ŷ", "Łukasz Żółć", "Nguyễn Thị", "Ελένη", "Олена", "José Muñoz-Ávila"]
)
def test_names_from_elsewhere_are_written_right(name: str) -> None:
    assert name in text_of(pdf("certificate", CERTIFICATE | {"name": name}))


def test_what_no_font_of_ours_has_is_marked_instead_of_failing() -> None:
    text = text_of(pdf("certificate", CERTIFICATE | {"name": "Ann 😀 张\0"}))
    assert "Ann � �" in text


@given(st.text(max_size=30))
def test_any_name_makes_a_paper(name: str) -> None:
    assert pages_of(pdf("certificate", CERTIFICATE | {"name": name})) == 1


@pytest.mark.parametrize("action", ["", "Before I ring, I will look. " * 10])
def test_the_longest_card_stays_on_one_page(action: str) -> None:
    longest = {
        "title": "Long title " * 7,
        "lines": [["A heading of sixty " * 3, "Words of the line " * 11]] * 9,
        "action": action,
    }
    made = pdf("card", CARD | longest)
    assert pages_of(made) == 1
    assert "Words of the line" in in_one_line(text_of(made))


def test_a_card_says_that_the_demonstration_is_not_approved() -> None:
    assert "not clinically approved" in text_of(pdf("card", CARD))
    assert "not clinically approved" not in text_of(pdf("card", CARD | {"demo": False}))


@pytest.mark.parametrize(("template", "data"), PAPERS)
def test_a_paper_takes_less_than_half_a_second(template: str, data: dict[str, Any]) -> None:
    pdf(template, data)  # fonts are loaded once in a process
    began = time.perf_counter()
    pdf(template, data | {"title": "Another"})
    assert time.perf_counter() - began < 0.5

"""A code is taken however somebody writes it, and names however they are spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learners.joining.codes import ALPHABET, LENGTH, code_in, new_code, same_last_name, shown
from learners.joining.qr import QUIET, qr_code

CODES = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)
BETWEEN = st.sampled_from(["", " ", "-", " - ", "\N{EN DASH}", "\N{NO-BREAK SPACE}", "."])
MISREAD = {"0": "0oO", "1": "1iIlL", "V": "vVuU"}


def test_codes_are_random_and_have_nothing_that_can_be_taken_for_something_else() -> None:
    made = {new_code() for _ in range(200)}
    assert len(made) == 200
    assert {len(code) for code in made} == {LENGTH}
    assert not set("".join(made)) & set("ILOU")
    assert len(set(ALPHABET)) == 32


@given(CODES, st.data())
def test_a_code_is_found_in_whatever_somebody_writes_for_it(code: str, data: st.DataObject) -> None:
    written = ""
    for character in code:
        written += data.draw(st.sampled_from(MISREAD.get(character, character + character.lower())))
        written += data.draw(BETWEEN)
    assert code_in(written) == code
    assert code_in(shown(code)) == code


@pytest.mark.parametrize("text", ["", "7KQX-M2R", "7KQX-M2RDD", "7KQX-M2R!", "7KQX-M2RÄ", "-" * 8, "\0" * 8])
def test_what_is_no_code_is_none(text: str) -> None:
    assert code_in(text) == ""


@given(st.text())
def test_anything_is_a_code_or_nothing(text: str) -> None:
    code = code_in(text)
    assert code == "" or (len(code) == LENGTH and set(code) <= set(ALPHABET))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O'Brien", "obrien"),
        ("Smith-Jones", "SMITH JONES"),
        ("Müller", "Muller"),
        ("van der Berg", "Van Der Berg "),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same_last_name(one, other)
    assert same_last_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("Smith", "Smyth"), ("Smith", "Smith-Jones"), ("", ""), ("-", "'")]
)
def test_names_that_differ(one: str, other: str) -> None:
    assert not same_last_name(one, other)


def dark(path: str) -> set[tuple[int, int]]:
    """The cells that the bars of a path cover."""
    cells = set()
    for bar in path.strip("Mz").split("zM"):
        start, length = bar.split("v1")[0].split("h")
        x, y = map(int, start.split())
        cells |= {(x + step, y) for step in range(int(length))}
    return cells


FINDER = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]


def test_a_qr_code_is_drawn_as_scanners_look_for_it() -> None:
    made = qr_code("https://learn.example.org/join/7KQX-M2RD/")
    cells, inside = dark(made.path), made.size - 2 * QUIET
    assert (inside - 17) % 4 == 0  # a size that the standard knows
    assert all(QUIET <= x < made.size - QUIET and QUIET <= y < made.size - QUIET for x, y in cells)
    for left, top in ((0, 0), (inside - 7, 0), (0, inside - 7)):
        seen = [
            "".join("#" if (QUIET + left + x, QUIET + top + y) in cells else "." for x in range(7))
            for y in range(7)
        ]
        assert seen == FINDER


def test_another_text_gives_another_square() -> None:
    assert qr_code("https://learn.example.org/join/7KQX-M2RD/") != qr_code(
        "https://learn.example.org/join/7KQX-M2RE/"
    )

"""An estimate of how hard a text is to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.reading_age import plain, reading, sentences


def age(text: str) -> int:
    measured = reading(text)
    assert measured
    return measured.age


def test_short_words_in_short_sentences_are_easy() -> None:
    assert age("Look at the date. Ask the nurse. Then write it down.") <= 8


def test_long_words_in_long_sentences_are_hard() -> None:
    hard = (
        "Organisational interoperability necessitates comprehensive information governance arrangements "
        "notwithstanding contemporaneous confidentiality considerations."
    )
    assert age(hard) > 20


def test_each_list_item_ends_a_sentence() -> None:
    html = "<p>Ask:</p><ul><li>who wrote it</li><li>when</li></ul>"
    assert sentences(plain(html)) == ["Ask:", "who wrote it", "when"]


def test_too_long_a_sentence_is_named() -> None:
    long = " ".join(["word"] * 21) + "."
    measured = reading(f"Short. {long}")
    assert measured
    assert measured.long_sentences == (long,)


@pytest.mark.parametrize("text", ["", "   ", "12 34", "…"])
def test_without_words_there_is_nothing_to_measure(text: str) -> None:
    assert reading(text) is None


@given(st.text())
def test_any_text_can_be_measured(text: str) -> None:
    measured = reading(plain(text))
    assert measured is None or measured.age >= 5

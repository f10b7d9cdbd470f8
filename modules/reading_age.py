"""How old somebody must be to read a text with ease: an estimate, for authors to look at twice, not a mark."""

import re
from dataclasses import dataclass
from html import unescape

GOAL = 11
"""The reading age to write for, in years: 9 to 11 (NHS digital service manual, "How we write")."""

LONGEST_SENTENCE = 20  # words
_ENDS_OF_PARAGRAPHS = re.compile(r"</(?:p|h\d|li)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[”\"\u2019')]*")
_VOWELS = re.compile(r"[aeiouyà-ÿ]+")
_SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[aeiouy][^aeiouy])es$|(?<=[^aeiouytd])ed$|(?<=[aeiou]l)e$")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['\u2019-][A-Za-zÀ-ÿ]+)*")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was measured: the age in whole years, words, and the sentences that are too long."""

    age: int
    words: int
    long_sentences: tuple[str, ...]

    @property
    def is_hard(self) -> bool:
        """Whether it is harder than the goal by a year or more."""
        return self.age > GOAL + 1


def plain(html: str) -> str:
    """The text of some HTML; each paragraph, heading and list item on a line of its own."""
    return unescape(_TAG.sub("", _ENDS_OF_PARAGRAPHS.sub("\n", html)))


def sentences(text: str) -> list[str]:
    """The sentences of a plain text. A line ends one."""
    found = (match.group().strip() for match in _SENTENCE.finditer(text))
    return [sentence for sentence in found if _WORD.search(sentence)]


def reading(text: str) -> Reading | None:
    """Measure a plain text; None where it holds no word.

    The age is the Flesch-Kincaid grade plus five (Kincaid et al., 1975), never below 5. Names raise it.
    """
    found = sentences(text)
    words = [word for sentence in found for word in _WORD.findall(sentence)]
    if not words:
        return None
    syllables = sum(_syllables(word) for word in words)
    grade = 0.39 * len(words) / len(found) + 11.8 * syllables / len(words) - 15.59
    long = tuple(sentence for sentence in found if len(_WORD.findall(sentence)) > LONGEST_SENTENCE)
    return Reading(age=max(5, round(grade + 5)), words=len(words), long_sentences=long)


def _syllables(word: str) -> int:
    """Groups of vowels, without a silent e. Hyphenation (pyphen) finds too few; textstat would fetch word lists."""
    bare = _SILENT.sub("", word.casefold())
    return max(1, len(_VOWELS.findall(bare)))

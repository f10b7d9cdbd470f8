"""Names as the Organisation Data Service writes them, in capitals, and as people do. Standard library only."""

import re
import unicodedata

ABBREVIATIONS = {
    "NHS", "GP", "ICB", "PCN", "CIC", "UK", "PLC", "LLP", "LLC", "HMP", "YOI", "RAF", "CCG", "ICS", "IT", "BUPA",
}  # fmt: skip
LITTLE = {"of", "and", "the", "for", "in", "on", "at", "by", "to", "with", "upon", "under"}
WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
KEPT_APART = re.compile(r"[^\w\s]|_")


def readable(name: str) -> str:
    """The name in capitals and small letters; as it is where it has small letters already."""
    name = " ".join(name.split())
    if name != name.upper():
        return name
    return WORD.sub(lambda word: _cased(word[0], first=word.start() == 0), name)


def _cased(word: str, *, first: bool) -> str:
    if word in ABBREVIATIONS or not word.isascii():
        return word
    small = word.lower()
    return small if small in LITTLE and not first else small[:1].upper() + small[1:]


def same(one: str, other: str) -> bool:
    """Whether two spellings are one name: capitals, punctuation and '&' do not tell them apart."""
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
    for mark in ("'", "\u2019", "."):  # St. Mary's, St Marys
        plain = plain.replace(mark, "")
    words = KEPT_APART.sub(" ", plain).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)

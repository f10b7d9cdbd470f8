"""The texts of an Excel file, which its cells name by number."""

import re
from collections.abc import Iterator, Mapping

from learners.rosters.reading.archive import damaged, parser_for

LONGEST_TEXT = 100_000  # Excel's own limit is 32,767
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """Text as people see it: `_x000D_` is how Excel writes what XML cannot hold."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text).replace("\0", "")


def shared_strings(chunks: Iterator[bytes]) -> list[str]:
    """All texts in their order. How a text is to be pronounced (`rPh`) is no part of it."""
    strings: list[str] = []
    parts: list[str] = []
    inside = {"t": False, "rPh": False}

    def start(tag: str, _: Mapping[str, str]) -> None:
        inside[tag.rpartition(":")[2]] = True

    def end(tag: str) -> None:
        name = tag.rpartition(":")[2]
        inside[name] = False
        if name == "si":
            strings.append(unescaped("".join(parts)))
            parts.clear()

    def text(part: str) -> None:
        if inside["t"] and not inside["rPh"]:
            parts.append(part)
            if len(part) > LONGEST_TEXT:
                raise damaged()

    parser = parser_for(start, end, text)
    for chunk in chunks:
        parser.Parse(chunk)
    parser.Parse(b"", True)
    return strings

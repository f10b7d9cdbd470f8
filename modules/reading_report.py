"""The reading age of a module, section by section, for its authors."""

from dataclasses import dataclass
from typing import Any

from modules.content_checks.texts import texts_below
from modules.reading_age import Reading, plain, reading


@dataclass(frozen=True, slots=True)
class Line:
    """A section (or the check, or the whole), and what was measured."""

    title: str
    measured: Reading


def report_of(page: Any) -> list[Line]:
    """What was measured of each part of a draft that holds words, and of the whole last."""
    parts = [(child.value["title"] or "Untitled", child.block, child.value) for child in page.sections]
    parts.append(("Check at the end", page.check_questions.stream_block, page.check_questions))
    texts = [
        (title, "\n".join(plain(text) for _, text in texts_below(block, value)))
        for title, block, value in parts
    ]
    texts.append(("All of it", "\n".join(text for _, text in texts)))
    return [Line(title, measured) for title, text in texts if (measured := reading(text))]

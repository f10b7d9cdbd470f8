"""What an author's preview shows of an outline."""

from collections.abc import Iterable
from typing import Any

from modules.outline import Passage
from modules.questions.question import Question


def shown(parts: Iterable[Passage | Question]) -> list[dict[str, Any]]:
    """Each part as a template takes it: `html`, or a `question` with its `lines` as after marking, none chosen."""
    return [
        {"question": part, "lines": part.review({})} if isinstance(part, Question) else {"html": part.html}
        for part in parts
    ]

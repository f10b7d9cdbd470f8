"""What an author's preview shows of an outline."""

from collections.abc import Iterable
from typing import Any

from modules.outline import LocalFactNeeded, Outline, Part, RecordVisit, Video, VisibilityNeeded
from modules.questions.block import preview_of
from modules.questions.question import Question
from modules.scenarios.graph import Scenario
from modules.scenarios.map import Map, draw


def maps_of(outline: Outline) -> list[tuple[Scenario, Map]]:
    """Every scenario of a draft with its map, however unfinished."""
    scenarios = (scenario for section in outline.sections for scenario in section.scenarios)
    return [(scenario, draw(scenario)) for scenario in scenarios]


def shown(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """Each part as a template takes it, under the name of its kind.

    `html`; a `question` with its `form`, and its `lines` as after marking, none chosen; a `visit`, `fact`,
    `visibility`, `video` or `scenario`.
    """
    return [_shown(part) for part in parts]


def _shown(part: Part) -> dict[str, Any]:
    match part:
        case Question():
            return preview_of(part)
        case RecordVisit():
            return {"visit": part}
        case LocalFactNeeded():
            return {"fact": part}
        case VisibilityNeeded():
            return {"visibility": part}
        case Video():
            return {"video": part}
        case Scenario():
            return {"scenario": part}
    return {"html": part.html}

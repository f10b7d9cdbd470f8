"""How answers are counted for readers who may know those who gave them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from learners.dashboards.figures import Share
from learners.dashboards.suppression import is_small

EIGHT = 8
"""So many people's answers at least stand behind any figure of a survey."""
OTHERS = "All others together"


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a table whose lines add up."""

    name: str
    share: Share


def in_eights[Answer](answers: Sequence[Answer]) -> Sequence[Answer]:
    """The first answers, as many as make whole eights: figures of two days differ by none or by eight at least."""
    return answers[: len(answers) // EIGHT * EIGHT]


def together(parts: Mapping[str, Share]) -> list[Part]:
    """Parts of a whole in which nobody can be told: small ones are put together until they say nothing of anybody.

    Nothing is hidden beside what is shown, so nothing can be got by subtraction. Empty where even the whole is small.
    """
    rising = sorted(parts.items(), key=lambda part: (part[1].total, part[0]))
    shown = {name: share for name, share in rising if not is_small(share)}
    mixed = [(name, share) for name, share in rising if name not in shown]
    while mixed and is_small(_sum(mixed)):
        if not shown:
            return []
        name = next(iter(shown))
        mixed.append((name, shown.pop(name)))
    lines = [Part(name, share) for name, share in parts.items() if name in shown]
    return [*lines, Part(OTHERS, _sum(mixed))] if mixed else lines


def _sum(parts: Sequence[tuple[str, Share]]) -> Share:
    return Share(sum(share.number for _, share in parts), sum(share.total for _, share in parts))

"""Which survey before is set beside one, and what of the two can be compared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from learners.surveys.analysis import Statement, same_statements, scales_of, statements_of
from learners.surveys.models import Part, SurveyFigure, Wave

type Scales = Mapping[str, list[Statement]]


@dataclass(frozen=True, slots=True)
class Earlier:
    """The survey before, the sub-scales that it asked word for word, and whom it asked."""

    wave: Wave
    alike: frozenset[str]
    asked_others: bool
    """Whether other organisations were asked then, so that “everybody” is not the same people's employers."""


def earlier(wave: Wave) -> Earlier | None:
    """The last survey before that asked anything word for word; where none did, the last. None: it is the first."""
    others = Wave.objects.settled().filter(network=wave.network_id, closes_on__lt=wave.closes_on)
    now, first = _scales(wave), None
    for other in others:
        alike = _alike(now, _scales(other))
        if alike:
            return Earlier(other, alike, _asked(wave) != _asked(other))
        first = first or Earlier(other, alike, asked_others=False)
    return first


def _scales(wave: Wave) -> Scales:
    return scales_of(statements_of(wave.asked))


def _alike(now: Scales, then: Scales) -> frozenset[str]:
    return frozenset(
        name for name, scale in now.items() if name in then and same_statements(scale, then[name])
    )


def _asked(wave: Wave) -> set[int | None]:
    """Of which organisations anybody was asked."""
    rows: Iterable[int | None] = SurveyFigure.objects.filter(
        wave=wave, part=Part.ORGANISATION, scale=""
    ).values_list("organisation", flat=True)
    return set(rows)

"""How many people stand where, as rows of a table."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from learners.dashboards.figures import Tally
from learners.dashboards.selectors import Place, rows_wanted
from learners.dashboards.selectors.names import all_titles, values_named
from learners.dashboards.wanted import Wanted
from learners.requirements.counting import figures_of
from learners.requirements.models import Breakdown, Figure
from learners.requirements.standing import State

SHOWN = [state for state in State if state is not State.NOT_REQUIRED]
FIGURE_HEADINGS = (
    "Module",
    "By",
    "Which",
    "Asked",
    "Done or valid",
    "Per cent",
    *(state.label for state in SHOWN),
)


def figures_wanted(place: Place, wanted: Wanted) -> list[Figure]:
    """The figures of those who are looked for, by module: the kept ones, where they are of just these people."""
    if place.teams is None and wanted == Wanted():
        day = {"month_end": place.on} if place.is_past else {"month_end__isnull": True}
        kept = Figure.objects.filter(organisation=place.organisation, module_key__isnull=False, **day)
        if found := list(kept):
            return found
    counted = figures_of(rows_wanted(place, wanted), place.organisation.pk)
    return [figure for figure in counted if figure.module_key]


def tally_of(figure: Figure) -> Tally:
    """Its numbers."""
    return Tally(**{state.value: getattr(figure, state.value) for state in SHOWN})


def figure_rows(place: Place, wanted: Wanted) -> Iterator[list[Any]]:
    """A row for each module: of all, then by site, team, staff group and role. Per cent is rounded down."""
    figures = figures_wanted(place, wanted)
    names = _names(figures)
    order = {breakdown.value: number for number, breakdown in enumerate(Breakdown)}
    titles: dict[UUID | None, str] = dict(all_titles().items())
    place_of = {key: number for number, key in enumerate(titles)}

    def by(figure: Figure) -> tuple[Any, ...]:
        where = place_of.get(figure.module_key, len(place_of)), str(figure.module_key)
        return (*where, order[figure.breakdown], names[figure.breakdown, figure.value].casefold())

    for figure in sorted(figures, key=by):
        tally = tally_of(figure)
        yield [
            titles.get(figure.module_key, "A module"),
            Breakdown(figure.breakdown).label,
            names[figure.breakdown, figure.value],
            tally.total,
            tally.done,
            tally.share_done.percent if tally.total else "",
            *(getattr(figure, state.value) for state in SHOWN),
        ]


def _names(figures: Iterable[Figure]) -> dict[tuple[str, str], str]:
    values: dict[str, set[str]] = defaultdict(set)
    for figure in figures:
        values[figure.breakdown].add(figure.value)
    found = {(Breakdown.ALL.value, ""): "Everybody"}
    for breakdown, keys in values.items():
        if breakdown != Breakdown.ALL:
            named = values_named(Breakdown(breakdown), keys)
            found |= {(breakdown, key): name for key, name in named.items()}
    return found

"""What is shown of surveys. Only from figures that were published: nothing here reads an answer."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet

from learners.dashboards.figures import Share
from learners.organisations.models import Network, Organisation, StaffGroup
from learners.surveys.analysis import (
    GIVE,
    MODULES,
    ROUGH,
    barrier_of,
    is_low,
    movement,
    movement_in_words,
    scales_of,
    statements_of,
)
from learners.surveys.models import Barrier, Part, SurveyFigure, Theme, Wave
from learners.surveys.models.wave import WaveQuerySet
from learners.surveys.selectors.comparing import Earlier, earlier
from modules.models import ModulePage

type Key = tuple[str, int | None, str, str]  # part, organisation, staff group, sub-scale
type Figures = dict[Key, SurveyFigure]


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: a share with its median, or too few answers. `change` says how it was before."""

    scale: str
    share: Share | None = None
    halves: int | None = None
    is_rounded: bool = False
    change: str = ""

    @property
    def median(self) -> str:
        """In words: 3.5, of 1 to 5."""
        return f"{self.halves / 2:g}" if self.halves is not None else ""

    @property
    def percent(self) -> str:
        """In per cent; empty where it is hidden, or rounded of so few that this would say more than there is."""
        return self.share.percent if self.share and not _is_rough(self.share, self.is_rounded) else ""

    @property
    def is_low(self) -> bool:
        """Whether it is shown, and so few agree that something gets in the way, however roughly they are counted."""
        return self.share is not None and is_low(
            self.share.number, self.share.total, give=0 if self.percent else GIVE
        )


@dataclass(frozen=True, slots=True)
class Response(Share):
    """About so many who answered, of about so many who were asked."""

    @property
    def percent(self) -> str:
        """In per cent; empty where it is too rough to say so."""
        return "" if _is_rough(self, is_rounded=True) else str(self.number * 100 // self.total)


@dataclass(frozen=True, slots=True)
class Line:
    """One organisation, one staff group, or everybody: how many answered, and each sub-scale."""

    name: str
    response: Response | None
    cells: list[Cell]

    @property
    def shows_anything(self) -> bool:
        """Whether there is any figure."""
        return any(cell.share for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Results:
    """One survey as it is shown to a network's lead, or of one organisation to its managers."""

    wave: Wave
    earlier: Earlier | None
    scales: list[str]
    whole: Line
    organisations: list[Line] = field(default_factory=list)
    groups: list[Line] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)

    @property
    def not_compared(self) -> list[str]:
        """Sub-scales whose statements are not those of the survey before."""
        alike = self.earlier.alike if self.earlier else self.scales
        return [scale for scale in self.scales if scale not in alike]


@dataclass(frozen=True, slots=True)
class Time:
    """One settled survey among others: a line of it."""

    wave: Wave
    line: Line


@dataclass(frozen=True, slots=True)
class Barred:
    """What gets in the way, and the modules that help."""

    key: str
    label: str
    scale: str
    modules: list[ModulePage]


def surveys_of(network: Network) -> WaveQuerySet:
    """A network's surveys, the newest first."""
    waves = Wave.objects.filter(network=network)
    return waves.select_related("network", "instrument").order_by("-closes_on", "-pk")


def surveys_in(organisation: Organisation) -> QuerySet[Wave]:
    """The settled surveys that an organisation was asked in, whichever network's."""
    waves = Wave.objects.settled().filter(figures__organisation=organisation).distinct()
    return waves.select_related("network")


def open_in(organisation: Organisation, on: datetime.date) -> QuerySet[Wave]:
    """The surveys in which its people are asked on a day."""
    waves = Wave.objects.taking_answers(on=on).filter(tokens__organisation=organisation).distinct()
    return waves.order_by("closes_on")


def results_of(wave: Wave, organisation: Organisation | None = None) -> Results:
    """A settled survey, with what changed since the one before. Of an organisation: its own line, and everybody's."""
    before = earlier(wave)
    now, then = _figures(wave, organisation), _figures(before.wave, organisation) if before else {}
    scales, alike = scales_of(statements_of(wave.asked)), before.alike if before else frozenset()
    names = {key: figure for (_, key, _, scale), figure in now.items() if key is not None and not scale}
    lines = [
        _line(str(figure.organisation), (Part.ORGANISATION, key, ""), scales, now, then, alike)
        for key, figure in names.items()
    ]
    groups = {group for _, _, group, _ in now if group}
    return Results(
        wave=wave,
        earlier=before,
        scales=list(scales),
        whole=_line(str(wave.network), (Part.ALL, None, ""), scales, now, then, alike),
        organisations=sorted(lines, key=lambda line: line.name),
        groups=[
            _line(group.label, (Part.STAFF_GROUP, None, group.value), scales, now, then, alike)
            for group in StaffGroup
            if group in groups
        ],
        themes=_themes(wave, organisation),
    )


def times_of(waves: Iterable[Wave], organisation: Organisation | None = None) -> list[Time]:
    """Settled surveys side by side: everybody's line, or the organisation's. Two queries, however many."""
    settled = [wave for wave in waves if wave.settled_on]
    rows = SurveyFigure.objects.filter(wave__in=settled, organisation=organisation)
    rows = rows.filter(part=Part.ALL if organisation is None else Part.ORGANISATION)
    found: dict[int, Figures] = {}
    for row in rows:
        found.setdefault(row.wave_id, {})[_key(row)] = row
    place = (Part.ALL, None, "") if organisation is None else (Part.ORGANISATION, organisation.pk, "")
    return [
        Time(
            wave,
            _line(wave.title, place, scales_of(statements_of(wave.asked)), found.get(wave.pk, {}), {}, ()),
        )
        for wave in settled
    ]


def barriers_of(wave: Wave, line: Line) -> list[Barred]:
    """What gets in the way by a line of results, with the modules that help and that this service has."""
    scales = scales_of(statements_of(wave.asked))
    low = [
        (cell.scale, key) for cell in line.cells if cell.is_low and (key := barrier_of(scales[cell.scale]))
    ]
    slugs = [slug for _, key in low for slug in MODULES[key]]
    pages = (
        {page.slug: page for page in ModulePage.objects.live().public().filter(slug__in=slugs)} if low else {}
    )
    return [
        Barred(key, Barrier(key).label, scale, [pages[slug] for slug in MODULES[key] if slug in pages])
        for scale, key in low
    ]


def _figures(wave: Wave, organisation: Organisation | None) -> Figures:
    rows = SurveyFigure.objects.filter(wave=wave).select_related("organisation")
    if organisation is not None:
        rows = rows.filter(part=Part.ALL) | rows.filter(organisation=organisation)
    return {_key(row): row for row in rows}


def _key(row: SurveyFigure) -> Key:
    return row.part, row.organisation_id, row.staff_group, row.scale


def _line(
    name: str,
    place: tuple[str, int | None, str],
    scales: Iterable[str],
    now: Figures,
    then: Figures,
    alike: Collection[str],
) -> Line:
    cells = [_cell(now.get((*place, scale)), then.get((*place, scale)), scale, alike) for scale in scales]
    share = _share(now.get((*place, "")))
    return Line(name, Response(share.number, share.total) if share else None, cells)


def _cell(now: SurveyFigure | None, before: SurveyFigure | None, scale: str, alike: Collection[str]) -> Cell:
    share = _share(now)
    if now is None or share is None:
        return Cell(scale)
    change = _change(now, before) if before and scale in alike else ""
    return Cell(scale, share, now.halves, now.is_rounded, change)


def _change(now: SurveyFigure, before: SurveyFigure) -> str:
    """How much more agree than before, where both are shown and not too rough to say."""
    share, then = _share(now), _share(before)
    if not share or not then or _is_rough(share, now.is_rounded) or _is_rough(then, before.is_rounded):
        return ""
    return movement_in_words(movement((then.number, then.total), (share.number, share.total)))


def _is_rough(share: Share, is_rounded: bool) -> bool:
    return share.total == 0 or (is_rounded and share.total < ROUGH)


def _share(figure: SurveyFigure | None) -> Share | None:
    if figure is None or figure.number is None or figure.total is None:
        return None
    return Share(figure.number, figure.total)


def _themes(wave: Wave, organisation: Organisation | None) -> list[str]:
    """Of the whole network, and of the organisation whose managers ask; nobody else reads an organisation's."""
    rows = Theme.objects.filter(wave=wave)
    across = rows.filter(organisation=None)
    rows = across | rows.filter(organisation=organisation) if organisation else across
    return list(rows.values_list("words", flat=True))

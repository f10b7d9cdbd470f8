"""Works out, once, what is shown of a survey: what `suppress` leaves. Page, file and drawing read nothing else."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from learners.dashboards.figures import Share
from learners.dashboards.suppression import ATTITUDES, rounded, suppress
from learners.surveys.analysis import Statement, agreeing, halves, scales_of, scores, statements_of
from learners.surveys.models import Answer, Part, SurveyFigure, Token, Wave

type Said = list[Mapping[str, int]]


def publish(*, wave: Wave, answers: Sequence[Answer]) -> None:
    """Keep the figures of a survey that is being settled."""
    organisations = _by_part(answers, "organisation_id")
    groups = _by_part(answers, "staff_group")
    rows = list(_response(wave, organisations, groups, answers))
    for name, scale in scales_of(statements_of(wave.asked)).items():
        rows += _scale(wave, name, scale, organisations, groups)
    SurveyFigure.objects.bulk_create(rows, batch_size=1_000)


def _by_part(answers: Sequence[Answer], name: str) -> dict[str, Said]:
    found: dict[str, Said] = {}
    for row in answers:
        found.setdefault(str(getattr(row, name)), []).append(row.answers)
    return found


def _response(
    wave: Wave, organisations: Mapping[str, Said], groups: Mapping[str, Said], answers: Sequence[Answer]
) -> Iterator[SurveyFigure]:
    """How many answered of those asked, always to the nearest five; nothing where too few answered."""
    links = list(Token.objects.filter(wave=wave).values_list("organisation_id", "staff_group"))
    asked_here = Counter(str(organisation) for organisation, _ in links)
    asked_of = Counter(group for _, group in links)
    for key, total in asked_here.items():
        share = _answered(len(organisations.get(key, ())), total, ATTITUDES.fewest)
        yield _row(wave, Part.ORGANISATION, "", share, None, organisation_id=int(key), is_rounded=True)
    for key, total in asked_of.items():
        share = _answered(len(groups.get(key, ())), total, ATTITUDES.fewest_by_group)
        yield _row(wave, Part.STAFF_GROUP, "", share, None, staff_group=key, is_rounded=True)
    share = _answered(len(answers), len(links), ATTITUDES.fewest)
    yield _row(wave, Part.ALL, "", share, None, is_rounded=True)


def _answered(number: int, total: int, fewest: int) -> Share | None:
    return rounded(Share(number, total)) if number >= fewest else None


def _scale(
    wave: Wave,
    name: str,
    scale: Sequence[Statement],
    organisations: Mapping[str, Said],
    groups: Mapping[str, Said],
) -> Iterator[SurveyFigure]:
    """One sub-scale: who agrees, of those whose role it is. Where nobody answered, there is nobody to be told."""
    here = {key: found for key, said in organisations.items() if (found := scores(said, scale))}
    of_group = {key: found for key, said in groups.items() if (found := scores(said, scale))}
    shown = suppress(
        {key: Share(agreeing(found), len(found)) for key, found in here.items()},
        {key: Share(agreeing(found), len(found)) for key, found in of_group.items()},
        ATTITUDES,
    )
    for key, share in shown.organisations.items():
        yield _row(wave, Part.ORGANISATION, name, share, halves(here[key]), organisation_id=int(key))
    for key, share in shown.staff_groups.items():
        median = halves(of_group[key])
        yield _row(wave, Part.STAFF_GROUP, name, share, median, staff_group=key, is_rounded=shown.is_rounded)
    everybody = halves([each for found in here.values() for each in found])
    yield _row(wave, Part.ALL, name, shown.whole, everybody, is_rounded=shown.is_rounded)


def _row(
    wave: Wave,
    part: Part,
    scale: str,
    share: Share | None,
    median: int | None,
    **more: int | str | bool,
) -> SurveyFigure:
    return SurveyFigure(
        wave=wave,
        part=part,
        scale=scale,
        number=share.number if share else None,
        total=share.total if share else None,
        halves=median if share else None,
        **more,
    )

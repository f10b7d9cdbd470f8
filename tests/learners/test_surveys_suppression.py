"""Whoever has everything that is shown of two surveys works out nothing that is hidden."""

import random
from collections import defaultdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learners.dashboards.figures import Share
from learners.dashboards.suppression import ATTITUDES, FEWEST, Published, Rule, is_small, suppress
from learners.surveys.models import Part, SurveyFigure, Token, Wave
from tests.factories import MembershipFactory, NetworkMembershipFactory
from tests.factories.surveys import answered, closed, open_survey
from tests.learners.attacker import derived, facts_of
from tests.learners.test_dashboards_suppression import Table, hidden_of, parts, shares

GROUPS = ["nursing", "medical", "estates"]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Answers of some organisations and some staff groups; where nobody answered there is no cell."""
    organisations = [f"o{n}" for n in range(draw(st.integers(1, 5)))]
    groups = [f"g{n}" for n in range(draw(st.integers(1, 4)))]
    cells = st.one_of(shares(9), shares(40)).filter(lambda share: share.total > 0)
    return {(organisation, group): draw(cells) for organisation in organisations for group in groups}


def shown(table: Table) -> Published:
    return suppress(parts(table, 0), parts(table, 1), ATTITUDES)


@pytest.mark.parametrize(
    ("number", "total", "fewest", "hidden"),
    [
        (4, 7, 8, True),  # fewer than eight
        (4, 8, 8, False),
        (4, 9, 10, True),  # of a staff group, fewer than ten
        (4, 10, 10, False),
        (1, 20, 8, False),  # nobody knows whose answers these are
        (19, 20, 8, False),
        (0, 9, 8, True),  # all of few
        (9, 9, 8, True),
        (0, 10, 8, False),
        (10, 10, 8, False),
    ],
)
def test_what_is_small_of_answers(number: int, total: int, fewest: int, hidden: bool) -> None:
    assert is_small(Share(number, total), ATTITUDES, fewest) is hidden


def test_no_rule_takes_fewer_people_than_is_usual() -> None:
    assert Rule().fewest == Rule().fewest_by_group == FEWEST
    assert (ATTITUDES.fewest, ATTITUDES.fewest_by_group) == (8, 10)


@given(tables())
@settings(max_examples=60, deadline=None)
def test_what_is_shown_is_of_enough_people(table: Table) -> None:
    published = shown(table)
    for share in filter(None, published.organisations.values()):
        assert share.total >= 8
    true = parts(table, 1)
    for key, each in published.staff_groups.items():
        assert each is None or true[key].total >= 10


@given(st.lists(tables(), min_size=1, max_size=2))
@settings(max_examples=60, deadline=None)
def test_no_hidden_share_of_two_surveys_is_derived(waves: list[Table]) -> None:
    told = derived([fact for n, table in enumerate(waves) for fact in facts_of(shown(table), str(n))])
    for n, table in enumerate(waves):
        for name in hidden_of(shown(table)):
            assert not {(str(n), *name, part) for part in ("done", "not done")} <= told.keys(), name


type Figures = dict[str, Published]


def figures_of(wave: Wave) -> Figures:
    """What the database has to show of each sub-scale, read back: everything that any page or file can say."""
    rows: dict[str, Any] = defaultdict(lambda: {Part.ORGANISATION: {}, Part.STAFF_GROUP: {}, Part.ALL: {}})
    rounded: dict[str, bool] = {}
    for row in SurveyFigure.objects.filter(wave=wave).exclude(scale=""):
        share = None if row.number is None else Share(row.number, row.total)
        rows[row.scale][row.part][str(row.organisation_id or row.staff_group)] = share
        rounded[row.scale] = rounded.get(row.scale, False) or row.is_rounded
    return {
        scale: Published(
            found[Part.ORGANISATION], found[Part.STAFF_GROUP], found[Part.ALL][""], rounded[scale]
        )
        for scale, found in rows.items()
    }


def a_wave(network: Any, sizes: list[int], chance: random.Random) -> Wave:
    organisations = list(network.organisations.order_by("pk"))
    hats = [
        MembershipFactory(organisation=here, staff_group=chance.choice(GROUPS))
        for here, size in zip(organisations, sizes, strict=True)
        for _ in range(size)
    ]
    wave = open_survey(network)
    for hat in hats:
        answered(
            wave, hat, point=chance.randint(1, 5), **{f"_{n}": chance.randint(0, 5) for n in range(1, 13)}
        )
    return closed(wave)


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [1, 2])
def test_nor_from_all_that_is_kept_to_be_shown(seed: int) -> None:
    network, chance = NetworkMembershipFactory().network, random.Random(seed)
    for _ in range(3):
        NetworkMembershipFactory(network=network)
    waves = [a_wave(network, [14, 9, 5, 3], chance), a_wave(network, [0, 3, 2, 0], chance)]
    shown_of = {(wave.pk, scale): found for wave in waves for scale, found in figures_of(wave).items()}
    assert any(None in found.organisations.values() for found in shown_of.values())
    assert any(share for found in shown_of.values() for share in found.organisations.values())
    told = derived(
        [fact for (wave, scale), found in shown_of.items() for fact in facts_of(found, str(wave), scale)]
    )
    for (wave, scale), found in shown_of.items():
        for name in hidden_of(found):
            both = {(str(wave), scale, *name, part) for part in ("done", "not done")}
            assert not both <= told.keys(), (scale, name)
    assert not Token.objects.filter(was_used=True).exists()

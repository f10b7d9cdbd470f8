"""Whoever has all that a network is shown cannot work out what is hidden."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learners.dashboards.figures import Share
from learners.dashboards.suppression import (
    FEWEST,
    Published,
    head_count,
    is_small,
    rounded,
    suppress,
)
from tests.learners.attacker import derived, facts_of

type Table = dict[tuple[str, str], Share]


@st.composite
def shares(draw: st.DrawFn, most: int = 60) -> Share:
    total = draw(st.integers(0, most))
    number = draw(st.one_of(st.integers(0, total), st.sampled_from([0, total])))
    return Share(number, total)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A module in some organisations and some staff groups; many cells small, as they are."""
    organisations = [f"o{n}" for n in range(draw(st.integers(1, 5)))]
    groups = [f"g{n}" for n in range(draw(st.integers(1, 4)))]
    cells = st.one_of(shares(6), shares(40))
    return {(organisation, group): draw(cells) for organisation in organisations for group in groups}


def parts(table: Table, place: int) -> dict[str, Share]:
    """By organisation (0) or by staff group (1)."""
    found: dict[str, Share] = {}
    for key, share in table.items():
        before = found.get(key[place], Share(0, 0))
        found[key[place]] = Share(before.number + share.number, before.total + share.total)
    return found


def shown(table: Table) -> Published:
    return suppress(parts(table, 0), parts(table, 1))


@pytest.mark.parametrize(
    ("number", "total", "hidden"),
    [
        (3, 4, True),  # out of fewer than five
        (0, 0, True),
        (1, 20, True),  # one to four who have
        (4, 20, True),
        (5, 20, False),
        (16, 20, True),  # one to four who have not
        (19, 20, True),
        (15, 20, False),
        (20, 20, False),
        (0, 9, True),  # nobody, out of few
        (0, 10, False),
        (5, 5, False),
    ],
)
def test_small_numbers_are_hidden(number: int, total: int, hidden: bool) -> None:
    assert is_small(Share(number, total)) is hidden


@given(tables())
@settings(max_examples=60)
def test_what_is_shown_of_an_organisation_is_true_and_not_small(table: Table) -> None:
    true = parts(table, 0)
    for key, share in shown(table).organisations.items():
        assert share is None or (share == true[key] and not is_small(share))


@given(tables())
@settings(max_examples=60)
def test_where_a_part_is_hidden_what_is_added_up_is_to_the_nearest_five(table: Table) -> None:
    published = shown(table)
    cells = [*published.organisations.values(), *published.staff_groups.values()]
    if None in cells and published.whole:
        assert published.is_rounded
        for share in (published.whole, *filter(None, published.staff_groups.values())):
            assert share == rounded(share)


@given(st.lists(tables(), min_size=1, max_size=3))
@settings(max_examples=80, deadline=None)
def test_an_attacker_with_everything_that_is_published_derives_no_hidden_cell(months: list[Table]) -> None:
    """Every table of several month ends at once: to subtract one from another helps no more."""
    facts = [fact for month, table in enumerate(months) for fact in facts_of(shown(table), str(month))]
    told = derived(facts)
    for month, table in enumerate(months):
        for name in hidden_of(shown(table)):
            both = {(str(month), *name, part) for part in ("done", "not done")}
            assert not both <= told.keys(), name


@given(tables())
@settings(max_examples=80, deadline=None)
def test_nor_does_one_who_knows_every_whole_exactly(table: Table) -> None:
    """As from another network with the same organisations, or from a payroll."""
    published, whole = shown(table), parts(table, 0)
    everybody = Share(sum(each.number for each in whole.values()), sum(each.total for each in whole.values()))
    if published.whole is None:
        return  # nothing is added up: whoever knows the whole knows it from elsewhere
    for kind, cells in (("organisation", published.organisations), ("group", published.staff_groups)):
        alone = Published(cells, cells, everybody)  # one set of parts at a time, and as if it were exact
        told = derived(facts_of(alone))
        for key in (key for key, share in cells.items() if share is None):
            assert (kind, key, "done") not in told


def hidden_of(published: Published) -> list[tuple[str, str]]:
    """What is hidden. One staff group in one organisation is that organisation, which may be shown."""
    is_one = len(published.organisations) == len(published.staff_groups) == 1
    return [
        *(("organisation", key) for key, share in published.organisations.items() if share is None),
        *(("group", key) for key, share in published.staff_groups.items() if share is None and not is_one),
    ]


def test_the_attacker_is_able() -> None:
    """With the small cell alone hidden and an exact whole, the attacker has it: so the tests above could fail."""
    naive = Published({"a": Share(20, 40), "b": None}, {"g": Share(22, 50)}, Share(22, 50))
    told = derived(facts_of(naive))
    assert (told["organisation", "b", "done"], told["organisation", "b", "not done"]) == (2, 8)
    without_whole = Published({"a": Share(20, 40), "b": None}, {"g": Share(22, 50)})
    assert derived(facts_of(without_whole))["organisation", "b", "done"] == 2
    to_five = Published({"a": Share(22, 40), "b": None}, {}, Share(20, 40), is_rounded=True)
    assert derived(facts_of(to_five))["organisation", "b", "done"] == 0


@given(shares())
def test_an_organisation_that_is_the_whole_network_is_all_there_is(share: Share) -> None:
    published = suppress({"only": share}, {"nursing": share})
    assert published.whole is None
    assert set(published.staff_groups.values()) == {None}


@given(st.integers(0, 500), st.integers(FEWEST, 500))
def test_rounding_makes_nobody_done_who_is_not(number: int, others: int) -> None:
    found = rounded(Share(number, number + others))
    assert found.number < found.total


@pytest.mark.parametrize(("people", "told"), [(0, None), (4, None), (5, Share(5, 5)), (240, Share(240, 240))])
def test_a_small_organisation_does_not_tell_its_size(people: int, told: Share | None) -> None:
    assert head_count(people) == told

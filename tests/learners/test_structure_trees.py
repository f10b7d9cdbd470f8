"""Teams as a tree."""

import pytest

from learners.organisations.models import Team
from learners.organisations.trees import BELOW, give_paths, path_of, paths_of, teams_below
from modules.groups import ADMINISTRATORS
from tests.factories import OrganisationFactory, PersonFactory, TeamFactory
from tests.modules.desk import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree() -> dict[str, Team]:
    """Medicine, with two wards, one of which has a bay; and surgery beside it."""
    trust = OrganisationFactory()
    medicine = TeamFactory(organisation=trust, name="Medicine")
    six = TeamFactory(organisation=trust, name="Ward 6", parent=medicine)
    teams = [
        medicine,
        six,
        TeamFactory(organisation=trust, name="Ward 5", parent=medicine),
        TeamFactory(organisation=trust, name="Bay A", parent=six),
        TeamFactory(organisation=trust, name="Surgery"),
    ]
    return {team.name: team for team in teams}


def test_a_path_leads_from_the_top(tree) -> None:
    assert path_of(tree["Bay A"]) == BELOW.join(["Medicine", "Ward 6", "Bay A"])
    assert path_of(tree["Surgery"]) == "Surgery"


def test_below_a_team_is_all_that_hangs_from_it(tree) -> None:
    assert [team.name for team in teams_below(tree["Medicine"])] == ["Ward 5", "Ward 6", "Bay A"]
    assert teams_below(tree["Bay A"]) == []


def test_depth_and_number_cost_no_queries(tree, django_assert_num_queries) -> None:
    other = TeamFactory(name="Elsewhere")
    with django_assert_num_queries(1):
        assert paths_of([*tree.values(), other])[other.pk] == "Elsewhere"
    with django_assert_num_queries(1):
        teams_below(tree["Medicine"])
    with django_assert_num_queries(2):
        assert [team.path for team in give_paths(Team.objects.filter(name="Ward 6"))] == [
            BELOW.join(["Medicine", "Ward 6"])
        ]


def test_a_circle_in_the_rows_ends(tree) -> None:
    Team.objects.filter(pk=tree["Medicine"].pk).update(parent=tree["Bay A"])
    assert path_of(tree["Bay A"]) == BELOW.join(["Medicine", "Ward 6", "Bay A"])
    assert {team.name for team in teams_below(tree["Medicine"])} == {"Ward 5", "Ward 6", "Bay A", "Medicine"}


def test_the_list_and_the_chooser_show_the_way_down(tree) -> None:
    ada = Desk(PersonFactory(groups=[ADMINISTRATORS]))
    for address in ("team:index", "team_chooser:choose_results"):
        assert BELOW.join(["Medicine", "Ward 6", "Bay A"]) in ada.get(address).content.decode()
    assert f"/edit/{tree['Bay A'].pk}/" in ada.get("team:index").content.decode()

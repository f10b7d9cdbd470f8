"""Administrators keep organisations, and who belongs to them, in the CMS."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from learners.organisations.models import Appointment, Membership, NetworkMembership, Organisation, Team
from modules.groups import ADMINISTRATORS, EDUCATORS
from modules.models import Role
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
    PersonFactory,
    RequirementFactory,
    TeamFactory,
)
from tests.factories.structure import PauseFactory, SiteFactory
from tests.modules.desk import Desk, said, wrong

pytestmark = pytest.mark.django_db
REGISTERS = [
    "organisation",
    "site",
    "team",
    "membership",
    "pause",
    "appointment",
    "network",
    "networkmembership",
    "requirement",
]


@pytest.fixture
def ada():
    return Desk(PersonFactory(first_name="Ada", groups=[ADMINISTRATORS]))


@pytest.fixture
def trust():
    return OrganisationFactory(name="Ashdown Trust", ods_code="RXA")


def today():
    return timezone.localdate().isoformat()


def membership(person, organisation, /, **more):
    role = Role.objects.get(slug="nurse")
    shared = {"person": person.pk, "organisation": organisation.pk, "role": role.pk, "staff_group": "nursing"}
    return shared | {"team": "", "starts_on": today(), "ends_on": ""} | more


@pytest.mark.parametrize("name", REGISTERS)
def test_every_register_has_a_list_and_a_form(ada, name):
    MembershipFactory(team=None)
    AppointmentFactory()
    NetworkMembershipFactory()
    RequirementFactory()
    TeamFactory(site=SiteFactory())
    PauseFactory()
    answer = ada.get(f"{name}:index")
    assert answer.status_code == 200
    assert len(answer.context["object_list"]) >= 1
    assert "export=" not in answer.content.decode()
    assert ada.get(f"{name}:index_results", q="ash").status_code == 200
    assert ada.get(f"{name}:add").status_code == 200
    row = answer.context["object_list"][0]
    assert ada.get(f"{name}:edit", row.pk).status_code == 200


@pytest.mark.parametrize("name", REGISTERS)
def test_educators_see_none_of_them(name):
    answer = Desk(PersonFactory(groups=[EDUCATORS])).get(f"{name}:index")
    assert answer.status_code == 302
    assert "permission" in said(answer)


@pytest.mark.parametrize("name", ["membership", "appointment", "team", "pause", "site"])
def test_a_list_costs_the_same_for_one_row_and_for_a_dozen(ada, name):
    factory = {
        "membership": MembershipFactory,
        "appointment": AppointmentFactory,
        "team": TeamFactory,
        "pause": PauseFactory,
        "site": SiteFactory,
    }[name]

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert ada.get(f"{name}:index_results").status_code == 200
        return len(captured)

    factory()
    queries()  # fills caches
    for_one = queries()
    factory.create_batch(11)
    assert queries() == for_one


def test_an_ods_code_is_brought_into_its_usual_form(ada):
    ada.post("organisation:add", name="St Mary's", kind="acute", ods_code=" rxb ", idle_minutes="15")
    assert Organisation.objects.get(name="St Mary's").ods_code == "RXB"


@pytest.mark.parametrize(
    ("code", "message"),
    [("rxa", "Another organisation has this ODS code."), ("R!", "3 to 10 capital letters and digits.")],
)
def test_a_wrong_ods_code_is_refused_and_what_was_typed_is_kept(ada, trust, code, message):
    answer = ada.post("organisation:add", name="Second Trust", kind="acute", ods_code=code)
    assert [message] in wrong(answer).values()
    assert "Second Trust" in answer.content.decode()


def test_two_organisations_may_have_no_code(ada):
    for name in ("Helpers", "Friends"):
        ada.post("organisation:add", name=name, kind="voluntary", ods_code="", idle_minutes="15")
    assert Organisation.objects.filter(ods_code="").count() == 2


def test_what_is_changed_is_logged_with_who_did_it(ada, trust):
    ada.post("organisation:edit", trust.pk, name="Ashdown", kind="acute", ods_code="RXA", idle_minutes="15")
    entry = ModelLogEntry.objects.get(object_id=trust.pk)
    assert (entry.action, entry.user, entry.label) == ("wagtail.edit", ada.person, "Ashdown")
    assert "Ada" in ada.get("organisation:history", trust.pk).content.decode()


def test_somebody_joins_an_organisation(ada, trust):
    person, team = PersonFactory(), TeamFactory(organisation=trust)
    assert "created" in said(ada.post("membership:add", **membership(person, trust, team=team.pk)))
    assert Membership.objects.get(person=person).team == team


@pytest.mark.parametrize(
    ("more", "field", "message"),
    [
        ({"ends_on": "2020-01-01"}, "__all__", "The last day is before the first."),
        ({"starts_on": "soon"}, "starts_on", "Enter a valid date."),
        ({"person": ""}, "person", "This field is required."),
    ],
)
def test_a_wrong_membership_is_refused_with_a_message(ada, trust, more, field, message):
    answer = ada.post("membership:add", **membership(PersonFactory(), trust, **more))
    assert wrong(answer)[field] == [message]
    assert not Membership.objects.exists()


def test_a_team_of_another_organisation_is_refused(ada, trust):
    answer = ada.post("membership:add", **membership(PersonFactory(), trust, team=TeamFactory().pk))
    assert wrong(answer) == {"team": ["This team belongs to another organisation."]}


def test_the_same_hat_twice_is_refused(ada):
    hat = MembershipFactory()
    answer = ada.post("membership:add", **membership(hat.person, hat.organisation, starts_on=hat.starts_on))
    assert wrong(answer) == {"__all__": ["This person already starts at this organisation on that day."]}


@pytest.mark.parametrize("capacity", ["manager", "administrator", "network_lead"])
def test_an_appointment_needs_its_place(ada, capacity):
    asked = {"person": PersonFactory().pk, "capacity": capacity, "organisation": "", "network": ""}
    errors = wrong(ada.post("appointment:add", **asked, starts_on=today(), ends_on=""))
    words = "A manager or administrator needs an organisation, a network lead a network; not both."
    assert errors == {"__all__": [words]}


def test_a_manager_is_appointed(ada, trust):
    asked = {"person": PersonFactory().pk, "capacity": "manager", "organisation": trust.pk, "network": ""}
    ada.post("appointment:add", **asked, starts_on=today(), ends_on="")
    assert Appointment.objects.get().organisation == trust


def test_the_same_organisation_twice_in_a_network_is_refused(ada):
    row = NetworkMembershipFactory()
    same = {
        "network": row.network_id,
        "organisation": row.organisation_id,
        "starts_on": row.starts_on,
        "ends_on": "",
    }
    assert wrong(ada.post("networkmembership:add", **same))
    assert NetworkMembership.objects.count() == 1


def test_an_organisation_that_somebody_belongs_to_stays(ada):
    hat = MembershipFactory(organisation__name="Ashdown Trust")
    answer = ada.post("organisation:delete", hat.organisation.pk)
    assert "“Ashdown Trust” cannot be deleted: 1 membership rest on it." in said(answer)
    assert Organisation.objects.filter(pk=hat.organisation.pk).exists()


def test_an_organisation_that_nothing_rests_on_goes(ada, trust):
    assert "deleted" in said(ada.post("organisation:delete", trust.pk))
    assert not Organisation.objects.filter(pk=trust.pk).exists()


def test_a_team_with_people_stays(ada):
    team = TeamFactory()
    MembershipFactory.create_batch(2, organisation=team.organisation, team=team)
    assert "2 memberships" in said(ada.get("team:delete", team.pk))
    assert Team.objects.filter(pk=team.pk).exists()


@pytest.mark.parametrize(
    "name", ["organisation_chooser", "site_chooser", "team_chooser", "membership_chooser"]
)
def test_choosers_search_and_are_closed_to_educators(ada, trust, name):
    TeamFactory(organisation=trust, name="Ward 4")
    SiteFactory(organisation=trust)
    MembershipFactory(organisation=trust)
    TeamFactory(name="Ward 5")
    html = ada.get(f"{name}:choose_results", q="ashdown").content.decode()
    assert "Ashdown Trust" in html
    assert "Ward 5" not in html
    assert Desk(PersonFactory(groups=[EDUCATORS])).get(f"{name}:choose").status_code == 302


def test_the_menu_leads_there(ada):
    html = ada.get("wagtailadmin_home").content.decode()
    for name in ("organisation:index", "requirement:index", "wagtailusers_users:index"):
        assert reverse(name) in html

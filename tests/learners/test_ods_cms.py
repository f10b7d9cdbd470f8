"""Administrators look up an ODS code in the CMS, and use what was found."""

import datetime
import html

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from learners.organisations.models import OdsEntry, OdsLoad, OdsSuccession, Organisation
from learners.organisations.ods.using import use
from modules.groups import ADMINISTRATORS, EDUCATORS, REVIEWERS
from tests.factories import AppointmentFactory, OrganisationFactory, PersonFactory
from tests.fakes.ods_api import KEY, Answer, OdsService, last_changed, organization, outcome, serving
from tests.modules.desk import Desk, said, wrong

pytestmark = pytest.mark.django_db
LOOK_UP, USE = "organisations_ods:look_up", "organisations_ods:use"


@pytest.fixture
def ada():
    return Desk(PersonFactory(first_name="Ada", groups=[ADMINISTRATORS]))


@pytest.fixture
def file():
    OdsLoad.objects.create(pk=1, files="etr.csv", loaded_at=timezone.now(), entries=2)
    OdsEntry.objects.create(
        code="RR8",
        name="ASHDOWN NHS TRUST",
        active=True,
        role="NHS TRUST",
        starts_on=datetime.date(1998, 4, 1),
    )
    ends_on = datetime.date(2020, 3, 31)
    OdsEntry.objects.create(code="RR7", name="OLD TRUST", active=False, ends_on=ends_on)
    OdsSuccession.objects.create(predecessor="RR7", successor="RR8")


def words(answer):
    return " ".join(html.unescape(answer.content.decode()).split())


def test_the_menu_leads_to_the_page_which_asks_for_a_code(ada):
    assert reverse(LOOK_UP) in ada.get("wagtailadmin_home").content.decode()
    answer = ada.get(LOOK_UP)
    assert answer.status_code == 200
    assert "Look it up" in words(answer)
    assert "only a hint" not in words(answer)


@pytest.mark.parametrize("group", [EDUCATORS, REVIEWERS])
def test_whoever_does_not_keep_organisations_sees_nothing_of_it(group, file):
    desk, trust = Desk(PersonFactory(groups=[group])), OrganisationFactory(ods_code="RR8")
    assert reverse(LOOK_UP) not in desk.get("wagtailadmin_home").content.decode()
    for answer in (
        desk.get(LOOK_UP, code="RR8"),
        desk.get(USE, trust.pk),
        desk.post(USE, trust.pk, name="Mine"),
    ):
        assert answer.status_code == 302
        assert "permission" in said(answer)
    assert Organisation.objects.get().name == trust.name


def test_a_manager_of_an_organisation_does_not_come_here(client, file):
    appointment = AppointmentFactory(capacity="administrator", organisation__ods_code="RR8")
    client.force_login(appointment.person)
    for url in (reverse(LOOK_UP), reverse(USE, args=[appointment.organisation.pk])):
        assert client.get(url, {"code": "RR8"}).status_code in (302, 403)


def test_what_was_found_is_shown_with_where_it_is_known_from(ada, file):
    page = words(ada.get(LOOK_UP, code=" rr8"))
    for text in (
        "RR8: Ashdown NHS Trust",
        "Open",
        "1 April 1998",
        "RR7 Old Trust",
        "The file that was loaded on",
    ):
        assert text in page
    assert "Looks like an NHS trust" in page
    assert "That is only a hint." in page


def test_a_closed_one_warns_and_leads_to_what_followed(ada, file):
    page = words(ada.get(LOOK_UP, code="RR7"))
    assert "This organisation is closed. Its last day was 31 March 2020." in page.replace(
        "</strong>", ""
    ).replace("<strong>", "")
    assert f'href="{reverse(LOOK_UP)}?code=RR8"' in page


def test_another_name_warns(ada, file):
    OrganisationFactory(name="Ashford Trust", ods_code="RR8")
    assert "The names differ: here it is “Ashford Trust”, there “Ashdown NHS Trust”." in words(
        ada.get(LOOK_UP, code="RR8")
    )


def test_where_nothing_differs_there_is_nothing_to_use(ada, file):
    OrganisationFactory(name="Ashdown NHS trust", ods_code="RR8", starts_on=datetime.date(1998, 4, 1))
    page = words(ada.get(LOOK_UP, code="RR8"))
    assert "Nothing differs." in page
    assert "The names differ" not in page
    assert "Use this name" not in page


@pytest.mark.parametrize("code", ["R!", "", "X" * 30, "DEMO-TRUST"])
def test_what_can_be_no_code_is_refused_by_the_field(ada, file, code):
    answer = ada.get(LOOK_UP, code=code)
    assert answer.status_code == 200
    assert wrong(answer)["code"]


def test_the_demonstrations_code_is_asked_nowhere(ada, file, settings):
    settings.DEMO_MODE = True
    assert "No real organisation has this code" in words(ada.get(LOOK_UP, code="demo-trust"))


def test_a_code_that_the_file_does_not_hold_is_said(ada, file):
    assert "The file that is loaded does not hold this code." in words(ada.get(LOOK_UP, code="ZZ9"))


def test_with_nothing_set_up_the_page_says_what_to_do(ada):
    assert "manage.py load_ods" in words(ada.get(LOOK_UP, code="RR8"))


def test_the_api_is_asked_by_the_button_and_by_nothing_else(ada, settings, file):
    service = OdsService()
    service.add(organization("RR8", "ASHDOWN NHS FOUNDATION TRUST", last_changed("2023-11-14")))
    trust = OrganisationFactory(ods_code="RR8")
    with serving(service) as base:
        settings.ODS_API = {"base": base, "key": KEY, "timeout": 2}
        for name in ("organisation:index", "organisation:add", LOOK_UP):
            ada.get(name)
        ada.get("organisation:edit", trust.pk)
        ada.post("organisation:edit", trust.pk, name="A", kind="acute", ods_code="RR8")
        assert service.requests == []
        page = words(ada.get(LOOK_UP, code="RR8"))
        assert "Ashdown NHS Foundation Trust" in page
        assert "last changed there on 14 November 2023" in page
        assert KEY not in page
        service.in_the_way = [Answer(429, outcome("Too many"), {"Retry-After": "120"})]
        page = words(ada.get(LOOK_UP, code="ZZ9"))
    assert "The ODS API is busy." in page


def test_a_new_organisation_begins_with_what_was_found(ada, file):
    page = ada.get(LOOK_UP, code="RR8")
    form = ada.client.get(page.context["add_url"]).context["form"]
    assert (form["name"].value(), form["ods_code"].value()) == ("Ashdown NHS Trust", "RR8")


def test_what_was_found_is_used_after_it_was_read_once_more(ada, file):
    trust = OrganisationFactory(name="Ashford Trust", ods_code="RR8")
    use_url = ada.get(LOOK_UP, code="RR8").context["use_url"]
    page = ada.client.get(use_url)
    form = page.context["form"]
    assert form["name"].value() == "Ashdown NHS Trust"
    assert "Now: Ashford Trust" in words(page)
    assert Organisation.objects.get().name == "Ashford Trust"
    sent = {"name": "Ashdown NHS Trust", "ods_code": "RR8", "starts_on": "1998-04-01", "ends_on": ""}
    answer = ada.client.post(use_url, sent)
    assert answer.url == reverse("organisation:edit", args=[trust.pk])
    trust.refresh_from_db()
    assert (trust.name, trust.starts_on) == ("Ashdown NHS Trust", datetime.date(1998, 4, 1))
    entry = ModelLogEntry.objects.get(action="organisations.use_ods")
    assert entry.user == ada.person
    assert entry.data["name"] == {"before": "Ashford Trust", "after": "Ashdown NHS Trust"}
    assert "what the ODS code" in words(ada.get("organisation:history", trust.pk))
    assert "Nothing was changed." in said(ada.client.post(use_url, sent))
    assert ModelLogEntry.objects.filter(action="organisations.use_ods").count() == 1


def test_an_organisation_without_a_code_is_given_one(ada, file):
    helpers = OrganisationFactory(name="Ashdown", ods_code="")
    page = ada.get(LOOK_UP, code="RR8", organisation=helpers.pk)
    assert "without this code so far" in words(page)
    form = ada.client.get(page.context["use_url"]).context["form"]
    assert form["ods_code"].value() == "RR8"


@pytest.mark.parametrize("organisation", ["x", "-1", "9" * 40, "²"])
def test_a_made_up_organisation_in_the_address_does_no_harm(ada, file, organisation):
    assert ada.get(LOOK_UP, code="RR8", organisation=organisation).status_code == 200
    assert ada.get(LOOK_UP, organisation=organisation).status_code == 200


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": "Taken"}, "name"),
        ({"ods_code": "R!"}, "ods_code"),
        ({"ends_on": "1990-01-01"}, "__all__"),
        ({"name": ""}, "name"),
    ],
)
def test_what_breaks_a_rule_is_refused_and_nothing_changes(ada, file, changed, field):
    OrganisationFactory(name="Taken")
    trust = OrganisationFactory(name="Ashford", ods_code="RR8")
    sent = {"name": "New", "ods_code": "RR8", "starts_on": "1998-04-01", "ends_on": ""} | changed
    answer = ada.post(USE, trust.pk, **sent)
    assert answer.status_code == 200
    assert field in wrong(answer)
    trust.refresh_from_db()
    assert (trust.name, trust.starts_on) == ("Ashford", None)


def test_without_what_is_found_there_is_nothing_to_use(ada, file):
    trust = OrganisationFactory(ods_code="ZZ9")
    answer = ada.get(USE, trust.pk, code="ZZ9")
    assert answer.status_code == 302
    assert answer.url.startswith(reverse(LOOK_UP))
    assert ada.get(USE, trust.pk + 1, code="RR8").status_code == 404


def test_the_action_itself_asks_who_may(file):
    trust, whole = (
        OrganisationFactory(name="Ashford"),
        {"ods_code": "RR8", "starts_on": None, "ends_on": None},
    )
    with pytest.raises(PermissionDenied):
        use(organisation=trust, name="Mine", **whole, by=PersonFactory(groups=[EDUCATORS]))
    with pytest.raises(ValidationError):
        use(organisation=trust, name="x" * 151, **whole, by=PersonFactory(groups=[ADMINISTRATORS]))
    trust.refresh_from_db()
    assert trust.name == "Ashford"


def test_the_form_of_an_organisation_tells_the_shape_and_leads_to_the_look_up(ada):
    trust = OrganisationFactory(name="Surgery", ods_code="G81086")
    page = words(ada.get("organisation:edit", trust.pk))
    assert "Looks like a GP practice: a letter and five digits." in page
    assert "Look up its ODS code" in page
    answer = ada.post(
        "organisation:edit", trust.pk, name="Surgery", kind="acute", ods_code="U36842", idle_minutes="15"
    )
    assert "Looks like a primary care network" in said(answer)
    assert Organisation.objects.get().kind == "acute"

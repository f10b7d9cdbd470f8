"""A manager takes the figures into a spreadsheet."""

import csv
import io

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    PersonFactory,
    RequirementFactory,
    TeamFactory,
    finish_attempt,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def requirement():
    return RequirementFactory(module=ModuleFactory(title="Right information"))


@pytest.fixture
def download(client, requirement):
    """A function that downloads the file as a manager and reads it as a spreadsheet would."""
    client.force_login(AppointmentFactory(organisation=requirement.organisation).person)

    def read(**filters):
        response = client.get(reverse("dashboards:export", args=[requirement.organisation.uuid]), filters)
        assert response["Content-Type"] == "text/csv; charset=utf-8"
        text = b"".join(response.streaming_content).decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))

    return read


def test_a_line_for_each_person_and_module(download, requirement) -> None:
    here = requirement.organisation
    ann = MembershipFactory(
        organisation=here,
        person=PersonFactory(first_name="Ann", last_name="Able"),
        team=TeamFactory(organisation=here, name="Ward 6"),
    )
    finish_attempt(ann.person, requirement.modules.get(), here)
    (line,) = download()
    assert line == {
        "Name": "Ann Able",
        "E-mail": "ann@example.org",
        "Site": "",
        "Team": "Ward 6",
        "Staff group": "Nursing and midwifery registered",
        "Role": "Nurse",
        "Module": "Right information",
        "State": "Done",
        "Due": str(requirement.starts_on + timezone.timedelta(days=28)),
        "Expires": "",
        "Completed on": str(timezone.localdate()),
    }


def test_the_filters_of_the_page_hold(download, requirement) -> None:
    here = requirement.organisation
    overdue = MembershipFactory(organisation=here)
    done = MembershipFactory(organisation=here)
    finish_attempt(done.person, requirement.modules.get(), here)
    later = RequirementFactory(organisation=here, due_days=90)
    assert len(download()) == 4
    assert [line["Name"] for line in download(state="late")] == [str(overdue.person)]
    assert {line["Module"] for line in download(module=later.modules.get().translation_key)} == {
        later.modules.get().title
    }
    assert {line["Name"] for line in download(name=done.person.email)} == {str(done.person)}


def test_a_name_that_looks_like_a_formula_is_guarded(download, requirement) -> None:
    person = PersonFactory(first_name='=HYPERLINK("https://example.org")', email="formula@example.org")
    MembershipFactory(organisation=requirement.organisation, person=person)
    assert download()[0]["Name"].startswith("'=HYPERLINK")


def test_it_opens_as_utf_8_and_has_a_name(client, requirement) -> None:
    client.force_login(AppointmentFactory(organisation=requirement.organisation).person)
    response = client.get(reverse("dashboards:export", args=[requirement.organisation.uuid]))
    assert b"".join(response.streaming_content).startswith(b"\xef\xbb\xbfName,")
    assert f"{timezone.localdate():%Y-%m-%d}.csv" in response["Content-Disposition"]


def test_a_filter_that_is_wrong_leads_to_the_page_that_says_so(client, requirement) -> None:
    client.force_login(AppointmentFactory(organisation=requirement.organisation).person)
    address = reverse("dashboards:export", args=[requirement.organisation.uuid])
    page = reverse("dashboards:people", args=[requirement.organisation.uuid])
    assert client.get(address, {"team": "nonsense"})["Location"] == f"{page}?team=nonsense"

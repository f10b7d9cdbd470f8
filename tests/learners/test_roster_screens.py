"""The screens of those who keep a staff list."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from learners.organisations.models import Membership
from learners.rosters.models import ColumnMeaning, RosterImport
from tests.factories import AppointmentFactory, OrganisationFactory
from tests.factories.organisations import days_ago
from tests.factories.rosters import applied, bob, line, previewed

pytestmark = pytest.mark.django_db

CANONICAL = (
    "employee_number,first_name,last_name,work_email,department,job_role,start_date,NI Number\n"
    "100,Ann,Archer,ann.archer@example.org,Ward 6,Staff nurse,01/04/2026,QQ123456C\n"
    "200,Bob,Bright,bob.bright@example.org,,Registrar,31/02/2026,QQ123456D\n"
)
ODD = "Nummer;Nachname;Vorname;Mail\n100;Archer;Ann;ann.archer@example.org\n"


@pytest.fixture
def trust():
    return OrganisationFactory(name="Brackwater Hospitals", ods_code="RR8")


@pytest.fixture
def keeper(client: Client, trust):
    person = AppointmentFactory(organisation=trust, capacity="administrator").person
    client.force_login(person)
    return client


def send(client: Client, trust, text: str | bytes, **more: Any):
    data = text if isinstance(text, bytes) else text.encode()
    return client.post(
        reverse("rosters:lists", args=[trust.uuid]),
        {"file": SimpleUploadedFile("staff.csv", data), "progress": str(uuid4())} | more,
        follow=True,
    )


def at(name: str, roster_import: RosterImport) -> str:
    return reverse(f"rosters:{name}", args=[roster_import.organisation.uuid, roster_import.uuid])


def test_a_list_is_shown_line_by_line_before_anything_is_written(keeper, trust) -> None:
    page = send(keeper, trust, CANONICAL).content.decode()
    assert "What this list would do" in page
    assert "31/02/2026" in page
    assert "1 column of the file was ignored, 1 of it with a header that looks sensitive" in page
    assert "QQ123456" not in page
    assert not Membership.objects.exists()


def test_nothing_of_an_ignored_column_is_kept_anywhere(keeper, trust) -> None:
    send(keeper, trust, CANONICAL)
    made = RosterImport.objects.get()
    import zlib

    assert b"QQ123456" not in zlib.decompress(bytes(made.lines)) + zlib.decompress(bytes(made.plan))


def test_applying_wants_a_look_and_is_logged(keeper, trust) -> None:
    made = previewed(trust, line(), bob())
    assert "Tick the box" in keeper.post(at("apply", made)).content.decode()
    assert not Membership.objects.exists()
    page = keeper.post(at("apply", made), {"looked": "on"}, follow=True).content.decode()
    assert "The staff list was applied." in page
    assert Membership.objects.filter(organisation=trust).count() == 2
    assert ModelLogEntry.objects.filter(action="rosters.apply").count() == 1


def test_undoing_from_the_screen(keeper, trust) -> None:
    made = applied(trust, line())
    assert "The staff list was undone." in keeper.post(at("undo", made), follow=True).content.decode()
    assert not Membership.objects.exists()


def test_dropping_from_the_screen(keeper, trust) -> None:
    made = previewed(trust, line())
    assert "was dropped" in keeper.post(at("drop", made), follow=True).content.decode()
    assert keeper.get(at("one", made)).status_code == 200
    assert keeper.get(at("rows_csv", made)).status_code == 404


def test_one_outcome_at_a_time_and_as_a_file(keeper, trust) -> None:
    made = previewed(trust, line(), line(3, first_name="=cmd", faults=("No last name.",)))
    page = keeper.get(at("one", made), {"outcome": "refused"}).content.decode()
    assert "No last name." in page
    assert "Ann Archer" not in page
    assert "Ann Archer" in keeper.get(at("one", made), {"outcome": "nonsense"}).content.decode()
    lines = b"".join(keeper.get(at("rows_csv", made))).decode()
    assert "No last name." in lines
    assert "'=cmd" in lines


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "empty"),
        (b"%PDF-1.4 something", "staff list"),
        (b"\x00\x01\x02\x03" * 50, ""),
        ("Colour,Size\nred,1\n", "Which column is which?"),
    ],
)
def test_a_wrong_file_gets_a_clear_word_and_writes_nothing(keeper, trust, text, message) -> None:
    response = send(keeper, trust, text)
    assert response.status_code == 200
    assert message.lower() in response.content.decode().lower()
    assert not RosterImport.objects.exists()


def test_an_organisation_that_has_closed_takes_no_list(keeper, trust) -> None:
    type(trust).objects.update(ends_on=days_ago(1))
    assert "has closed" in send(keeper, trust, CANONICAL).content.decode()
    assert not RosterImport.objects.exists()


def test_a_list_of_no_known_kind_asks_for_its_columns_once(keeper, trust) -> None:
    asked = send(keeper, trust, ODD)
    assert "Which column is which?" in asked.content.decode()
    headers = asked.context["heading"].headers
    chosen = {"headers": "|".join(headers)}
    for number, column in enumerate(("employee_number", "last_name", "first_name", "work_email")):
        chosen[f"column_{number}"] = column
    wrong = send(keeper, trust, ODD, **(chosen | {"column_1": "employee_number"}))
    assert "Two columns cannot both be" in wrong.content.decode()
    assert not RosterImport.objects.exists()
    assert "What this list would do" in send(keeper, trust, ODD, **chosen).content.decode()
    assert ColumnMeaning.objects.count() == 1
    assert "What this list would do" in send(keeper, trust, ODD).content.decode()


def test_roles_are_chosen_for_titles(keeper, trust) -> None:
    made = previewed(trust, line(staff_group="", job_role="Porter"))
    page = keeper.get(at("one", made)).content.decode()
    assert "Job titles that we do not know" in page
    role = keeper.get(at("one", made)).context["titles"].fields["title_0"].queryset.get(slug="ward-clerk")
    keeper.post(at("titles", made), {"title_0": role.pk})
    assert "Job titles that we do not know" not in keeper.get(at("one", made)).content.decode()


def test_progress_is_told(keeper, trust) -> None:
    token = uuid4()
    send(keeper, trust, CANONICAL, progress=str(token))
    assert keeper.get(reverse("rosters:progress", args=[trust.uuid, token])).json() == {"percent": 100}


def test_the_example_is_a_list_that_can_be_read(keeper, trust) -> None:
    example = b"".join(keeper.get(reverse("rosters:example", args=[trust.uuid])))
    assert "What this list would do" in send(keeper, trust, example).content.decode()
    assert RosterImport.objects.get().counts["new"] == 1


@pytest.mark.parametrize("capacity", ["manager", "administrator"])
def test_only_those_who_keep_this_list(client, trust, capacity) -> None:
    made = previewed(trust, line())
    elsewhere = AppointmentFactory(capacity=capacity).person
    client.force_login(elsewhere)
    assert client.get(at("one", made)).status_code == 404
    assert client.post(at("apply", made), {"looked": "on"}).status_code == 404
    assert not Membership.objects.exists()


def test_a_list_of_another_organisation_is_not_reached_through_ones_own(keeper, trust) -> None:
    other = previewed(OrganisationFactory(), line())
    url = reverse("rosters:one", args=[trust.uuid, other.uuid])
    assert keeper.get(url).status_code == 404


def test_a_page_costs_the_same_for_any_number_of_lines(keeper, trust, django_assert_max_num_queries) -> None:
    made = previewed(trust, *[line(n, employee_number=f"{n}", work_email="") for n in range(2, 300)])
    with django_assert_max_num_queries(22):
        assert keeper.get(at("one", made)).status_code == 200

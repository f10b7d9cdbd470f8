"""Managers take reports away as files."""

import csv
import io
import tracemalloc
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from learners.privacy.models import Look
from learners.reports.sheets import workbook
from learners.requirements.keeping import catch_up
from learners.requirements.models import KeptStanding
from learners.rosters.reading.compliance import awards
from learners.rosters.reading.file import open_roster
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    PersonFactory,
    RequirementFactory,
    TeamFactory,
    finish_attempt,
)
from tests.factories.organisations import days_ago
from tests.factories.reports import EsrCompetenceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> Any:
    return RequirementFactory(module=ModuleFactory(title="Right information"))


@pytest.fixture
def here(asked: Any) -> Any:
    return asked.organisation


@pytest.fixture
def administrator(here: Any) -> Any:
    return AppointmentFactory(capacity="administrator", organisation=here).person


def got(client: Any, person: Any, here: Any, **asked: str) -> Any:
    client.force_login(person)
    answer = client.get(reverse("reports:file", args=[here.uuid]), asked)
    assert "attachment" in answer.get("Content-Disposition", ""), answer.content.decode()
    return b"".join(answer.streaming_content)


def rows_of(file: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"))))


def test_figures_stand_whole_and_broken_down_and_the_parts_add_up(client: Any, here: Any, asked: Any) -> None:
    six = TeamFactory(organisation=here, name="Ward 6")
    done = [MembershipFactory(organisation=here, team=six) for _ in range(2)]
    MembershipFactory(organisation=here, staff_group="medical")
    for hat in done:
        finish_attempt(hat.person, asked.modules.get(), here)
    rows = rows_of(got(client, AppointmentFactory(organisation=here).person, here, report="figures"))
    (whole,) = (row for row in rows if row["By"] == "All")
    assert (whole["Which"], whole["Asked"], whole["Done or valid"], whole["Per cent"]) == (
        "Everybody",
        "3",
        "2",
        "66",
    )
    for by in ("Site", "Team", "Staff group", "Role"):
        assert sum(int(row["Asked"]) for row in rows if row["By"] == by) == 3
    assert {row["Which"]: row["Done or valid"] for row in rows if row["By"] == "Team"} == {
        "Ward 6": "2",
        "Without a team": "0",
    }


def test_a_manager_of_a_team_takes_away_its_people_alone(client: Any, here: Any, asked: Any) -> None:
    six = TeamFactory(organisation=here, name="Ward 6")
    mine = MembershipFactory(organisation=here, team=six).person
    MembershipFactory(organisation=here)
    manager = AppointmentFactory(organisation=here, team=six).person
    assert {row["E-mail"] for row in rows_of(got(client, manager, here, report="people"))} == {mine.email}
    (whole, *_) = rows_of(got(client, manager, here, report="figures"))
    assert whole["Asked"] == "1"


def test_a_day_of_the_past_is_as_it_was(client: Any, here: Any, asked: Any, administrator: Any) -> None:
    hat = MembershipFactory(organisation=here)
    catch_up(here.pk, at_most=None)
    KeptStanding.objects.update(from_on=days_ago(10))
    finish_attempt(hat.person, asked.modules.get(), here)
    catch_up(here.pk, at_most=None)
    now = rows_of(got(client, administrator, here, report="people"))
    then = rows_of(got(client, administrator, here, report="people", on=str(days_ago(5))))
    assert [row["State"] for row in now] == ["Done"]
    assert [row["State"] for row in then] == ["Overdue"]


def test_names_that_look_like_formulas_are_guarded_in_both_kinds(
    client: Any, here: Any, administrator: Any
) -> None:
    sly = '=HYPERLINK("https://example.org")\x07'
    MembershipFactory(organisation=here, person=PersonFactory(first_name=sly, email="sly@example.org"))
    assert rows_of(got(client, administrator, here, report="people"))[0]["Name"].startswith("'=HYPERLINK")
    sheet = load_workbook(io.BytesIO(got(client, administrator, here, report="people", kind="xlsx"))).active
    cell = sheet["A2"]
    assert (cell.data_type, cell.value[:11]) == ("s", "'=HYPERLINK")
    assert sheet["I2"].is_date


def test_a_workbook_of_many_rows_is_written_as_they_come() -> None:
    def rows(many: int) -> Any:
        return (["Ann Able", "ann@example.org", number] for number in range(many))

    def most_memory(many: int) -> int:
        tracemalloc.start()
        workbook("people", ["Name", "E-mail", "Number"], rows(many)).close()
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    most_memory(10)
    assert most_memory(4_000) < 2_000_000
    assert most_memory(4_000) < 1.5 * most_memory(400) + 1_000_000


def test_the_staff_record_reads_its_rows(client: Any, here: Any, asked: Any, administrator: Any) -> None:
    EsrCompetenceFactory(organisation=here, module=asked.modules.get())
    for number in ("10002", ""):
        hat = MembershipFactory(organisation=here, employee_number=number)
        finish_attempt(hat.person, asked.modules.get(), here)
    MembershipFactory(organisation=here, employee_number="10003")
    file = got(client, administrator, here, report="esr")
    today = timezone.localdate()
    day = f"{today.day:02}-{'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()[today.month - 1]}-{today.year}"
    assert file.decode("utf-8-sig") == (
        "Employee Number,Assignment Number,Competency Name,Competence Level,Min Requirement,Essential,Expiry Date,"
        "Compliance Status,Description,Date Start,Date Last Awarded,Title,Last Updated By,VPD\r\n"
        f"10002,,457|LOCAL|Shared records core - 2 Years|,,,Y,,Compliant,Right information,{day},{day},,,457\r\n"
    )
    (award,) = awards(open_roster(io.BytesIO(file), name="esr.csv"))
    assert (award.competency.title, award.competency.owner, award.competency.years) == (
        "Shared records core",
        "457",
        2,
    )
    assert (award.awarded_on, award.met, award.faults) == (today, True, ())
    page = client.get(reverse("reports:organisation", args=[here.uuid])).text
    assert "1 person is left out" in page


def test_an_administrator_names_competences_and_hears_of_mistakes(
    client: Any, here: Any, asked: Any, administrator: Any
) -> None:
    client.force_login(administrator)
    MembershipFactory(organisation=here)
    catch_up(here.pk)
    address, field = reverse("reports:competences", args=[here.uuid]), f"name_{asked.modules.get().pk}"
    wrong = client.post(address, {"vpd": "45x", field: "Core|2 Years"}).text
    assert "Enter a number of up to 5 digits" in wrong
    assert "Leave out the bar" in wrong
    assert "Core|2 Years" in wrong
    client.post(address, {"vpd": "457", field: "Core - 2 Years"})
    assert [str(each) for each in here.esr_competences.all()] == ["457|LOCAL|Core - 2 Years|"]
    client.post(address, {"vpd": "457", field: ""})
    assert not here.esr_competences.exists()


def test_each_is_logged_and_those_who_are_named_can_see_it(
    client: Any, here: Any, administrator: Any
) -> None:
    got(client, administrator, here, report="figures")
    assert not Look.objects.exists()
    got(client, administrator, here, report="people")
    assert [look.kind for look in Look.objects.all()] == [Look.Kind.FILE]
    assert ModelLogEntry.objects.filter(action="reports.take_away", user=administrator).count() == 2


@pytest.mark.parametrize(
    "wrong", [{"report": "pack"}, {"report": "network"}, {}, {"report": "people", "team": "0"}]
)
def test_what_is_not_in_the_list_is_not_made(client: Any, here: Any, administrator: Any, wrong: Any) -> None:
    client.force_login(administrator)
    page = client.get(reverse("reports:file", args=[here.uuid]), wrong)
    assert "from the list" in page.text


def test_rows_of_the_staff_record_are_for_administrators(client: Any, here: Any) -> None:
    client.force_login(AppointmentFactory(organisation=here).person)
    page = client.get(reverse("reports:file", args=[here.uuid]), {"report": "esr"})
    assert "Choose a report from the list" in page.text

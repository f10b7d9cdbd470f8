"""Figures of an objective: typed and from a file; what is shown beside them is what a lead may see."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from learners.programme.actions.outcomes import Moved, set_value, take_file
from learners.programme.series import fingerprint, plan, read
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    RequirementFactory,
    finish_attempt,
)
from tests.factories.dashboards import month_kept
from tests.factories.roadmap import measure_of, objective_in

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 30)


@pytest.fixture(autouse=True)
def today() -> Any:
    with time_machine.travel("2026-11-30T10:00:00+00:00", tick=False):
        yield


@pytest.fixture
def lead() -> Any:
    return AppointmentFactory(network_lead=True)


@pytest.fixture
def measure(lead: Any) -> Any:
    return measure_of(objective_in(lead.network), {"2026-03": "12.5", "2026-05": "14"})


@pytest.fixture
def at(signed_in: Any, lead: Any) -> Any:
    """A function that posts to, or without words opens, one of the roadmap's pages."""
    client = signed_in(lead.person)

    def ask(name: str, /, *args: Any, **words: Any) -> Any:
        url = reverse(f"roadmap:{name}", args=[lead.network.slug, *args])
        return client.post(url, words) if words else client.get(url)

    return ask


def figures(measure: Any) -> dict[str, str]:
    return {f"{row.month:%Y-%m}": str(row.value) for row in measure.values.all()}


def download(at: Any, measure: Any) -> str:
    return b"".join(at("measure_csv", measure.uuid).streaming_content).decode()


def test_what_is_counted_is_added_once(at: Any, lead: Any) -> None:
    objective = objective_in(lead.network)
    words = {"name": "Views", "unit": "per 100 contacts", "source": "Monthly report"}
    for _ in range(2):
        assert at("add_measure", objective.uuid, **words).status_code == 302
    row = objective.measures.get()
    at("change_measure", row.uuid, **words | {"name": "Openings"})
    assert objective.measures.get().name == "Openings"
    assert "Enter the unit" in at("add_measure", objective.uuid, **words | {"unit": ""}).text


def test_the_figure_of_a_month_is_typed_put_right_and_taken_away(at: Any, measure: Any) -> None:
    at("measure", measure.uuid, month="2026-04", value="13")
    at("measure", measure.uuid, month="April 2026", value="13.25")
    assert figures(measure) == {"2026-03": "12.50", "2026-04": "13.25", "2026-05": "14.00"}
    assert "April 2026 is 13.25. It was 13." in at("measure", measure.uuid).text
    at("measure", measure.uuid, month="2026-04", value="", is_gap="on")
    assert figures(measure) == {"2026-03": "12.50", "2026-05": "14.00"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"month": "", "value": "5"}, "Enter the month"),
        ({"month": "soon", "value": "5"}, "is not a month. Write it like 2026-03"),
        ({"month": "2026-12", "value": "5"}, "December 2026 is still to come"),
        ({"month": "2026-04", "value": ""}, "Enter the figure"),
        ({"month": "2026-04", "value": "1,5"}, "is not a number like 1234.5"),
        ({"month": "2026-04", "value": "5", "is_gap": "on"}, "the month is no gap"),
    ],
)
def test_a_figure_that_is_none_is_refused(at: Any, measure: Any, words: dict[str, str], message: str) -> None:
    page = at("measure", measure.uuid, **words).text
    assert message in page
    assert all(f'value="{value}"' in page for value in words.values() if value and value != "on")
    assert figures(measure) == {"2026-03": "12.50", "2026-05": "14.00"}


def test_a_month_without_a_figure_is_a_gap_on_the_page(at: Any, measure: Any) -> None:
    page = at("measure", measure.uuid)
    values = [(f"{month.first:%Y-%m}", month.value) for month in page.context["beside"].months]
    assert values == [("2026-03", Decimal("12.5")), ("2026-04", None), ("2026-05", Decimal(14))]
    assert "No figure" in page.text
    assert "do not prove" in page.text


def test_a_file_first_says_what_it_would_change(at: Any, measure: Any) -> None:
    upload = SimpleUploadedFile("figures.csv", b"month,value\n2026-03,12.5\n2026-04,13\n2026-05,\n")
    page = at("measure_file", measure.uuid, file=upload, look="yes")
    told = [(f"{each.month:%Y-%m}", each.words) for each in page.context["moving"]]
    assert told == [("2026-04", "New"), ("2026-05", "Taken away")]
    assert "2026-04,13" in page.text  # what was read is kept on the page
    assert figures(measure) == {"2026-03": "12.50", "2026-05": "14.00"}
    kept = {"text": "2026-03,12.5\n2026-04,13\n2026-05,", "shown": page.context["shown"], "keep": "yes"}
    for _ in range(2):
        assert at("measure_file", measure.uuid, **kept).status_code == 302
    assert figures(measure) == {"2026-03": "12.50", "2026-04": "13.00"}


def test_the_download_changes_nothing_when_it_is_brought_in_again(at: Any, measure: Any) -> None:
    set_value(measure=measure, month=datetime.date(2026, 6, 1), value=Decimal("-2.5"), by=None)
    text = download(at, measure)
    assert text.startswith("\ufeffmonth,value\r\n2026-03,12.5\r\n2026-04,\r\n")
    upload = SimpleUploadedFile("figures.csv", text.encode())
    page = at("measure_file", measure.uuid, file=upload, look="yes")
    assert page.context["moving"] == []
    assert "Nothing would change" in page.text


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"month,value\n2026-03,many\n", "Line 2: "),
        (b"", "Choose a file, or type some lines"),
        (b"month,value\n", "Choose a file, or type some lines"),
        (b"PK\x03\x04\x00\x00", "This is no CSV file"),
        (b"2026-03,1\n" * 20_000, "too large"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(at: Any, measure: Any, raw: bytes, message: str) -> None:
    upload = SimpleUploadedFile("figures.csv", raw)
    page = at("measure_file", measure.uuid, file=upload, keep="yes")
    assert message in page.text
    assert figures(measure) == {"2026-03": "12.50", "2026-05": "14.00"}


def test_one_wrong_line_stops_the_file_and_the_others_are_not_lost(at: Any, measure: Any) -> None:
    page = at("measure_file", measure.uuid, text="2026-06,15\n2026-07,x", keep="yes")
    assert "Line 2: “x” is not a number" in page.text
    assert "2026-06,15" in page.text
    assert "2026-06" not in figures(measure)


def test_many_wrong_lines_are_not_all_listed(at: Any, measure: Any) -> None:
    page = at("measure_file", measure.uuid, text="x,y\n" * 30).text
    assert "And 10 more lines like these" in page
    assert "Line 21" not in page


def test_what_somebody_else_changed_since_the_preview_is_not_overwritten(lead: Any, measure: Any) -> None:
    lines, _ = read("2026-04,13\n2026-05,15", TODAY)
    shown = fingerprint(plan(lines, {datetime.date(2026, 5, 1): Decimal(14)}))
    set_value(measure=measure, month=datetime.date(2026, 5, 1), value=Decimal(20), by=lead.person)
    with pytest.raises(Moved):
        take_file(measure=measure, lines=lines, shown=shown, by=lead.person)
    assert figures(measure)["2026-05"] == "20.00"


def test_lines_changed_after_the_preview_are_shown_first(at: Any, measure: Any) -> None:
    page = at("measure_file", measure.uuid, text="2026-04,13", look="yes")
    sent = {"text": "2026-04,99", "shown": page.context["shown"], "keep": "yes"}
    page = at("measure_file", measure.uuid, **sent)
    assert "Something changed since you looked" in page.text
    assert [str(each.after) for each in page.context["moving"]] == ["99.00"]
    assert "2026-04" not in figures(measure)


def learned_by(lead: Any, module: Any, *, people: int, done: int) -> Any:
    organisation = NetworkMembershipFactory(network=lead.network).organisation
    members = MembershipFactory.create_batch(people, organisation=organisation)
    RequirementFactory(organisation=organisation, module=module)
    for member in members[:done]:
        finish_attempt(member.person, module, organisation)
    return organisation


def test_beside_the_figures_stands_what_was_learned_and_few_people_are_hidden(at: Any, lead: Any) -> None:
    module, small = ModuleFactory(), ModuleFactory()
    for _ in range(2):
        month_kept(learned_by(lead, module, people=12, done=6), datetime.date(2026, 3, 31))
    month_kept(learned_by(lead, small, people=3, done=1), datetime.date(2026, 3, 31))
    measure = measure_of(objective_in(lead.network, modules=[module, small]), {"2026-04": "12"})
    page = at("measure", measure.uuid)
    beside = page.context["beside"]
    march, april = beside.months
    of = dict(zip(beside.modules, march.learned, strict=True))
    assert (march.value, of[module].share.number, of[module].share.total) == (None, 12, 24)
    assert of[small].share is None
    assert "12 of 24" in page.text
    assert "1 of 3" not in page.text
    assert not any(cell.is_asked for cell in april.learned)
    assert "Not counted" in page.text


def test_modules_and_months_cost_no_queries(at: Any, lead: Any) -> None:
    NetworkMembershipFactory(network=lead.network)
    few = measure_of(objective_in(lead.network, modules=[ModuleFactory()]), {"2026-03": "1"})
    months = {f"{year}-{month:02}": "1" for year in (2024, 2025) for month in range(1, 13)}
    modules = [ModuleFactory() for _ in range(5)]
    many = measure_of(objective_in(lead.network, modules=modules, statement="Another"), months)
    at("measure", few.uuid)  # the day's figures are published once
    counts = []
    for measure in (few, many):
        with CaptureQueriesContext(connection) as queries:
            assert at("measure", measure.uuid).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_beside_one_organisations_figures_stands_what_was_learned_there(at: Any, lead: Any) -> None:
    module = ModuleFactory()
    ours, theirs = (
        learned_by(lead, module, people=people, done=done) for people, done in ((14, 8), (20, 15))
    )
    few = learned_by(lead, module, people=3, done=1)
    more = learned_by(lead, module, people=30, done=10)
    for each in (ours, theirs, few, more):
        month_kept(each, datetime.date(2026, 3, 31))
    objective = objective_in(lead.network, modules=[module])
    shown = {}
    for each in (None, more, few):
        row = measure_of(objective, {"2026-03": "12"}, organisation=each, name=f"Of {each}")
        page = at("measure", row.uuid)
        shown[each] = page.context["beside"].months[0].learned[0].share
        assert f"counted {f'at {each}' if each else 'across the network'}, at each month" in page.text
    assert (shown[more].number, shown[more].total) == (10, 30)
    assert shown[None].total > 60
    assert shown[few] is None


def test_another_networks_figures_are_neither_read_nor_written(at: Any) -> None:
    theirs = measure_of(objective_in(AppointmentFactory(network_lead=True).network), {"2026-03": "12.5"})
    for name in ("measure", "change_measure", "measure_file", "measure_csv"):
        assert at(name, theirs.uuid).status_code == 404
    assert at("measure", theirs.uuid, month="2026-03", value="1").status_code == 404
    assert at("measure_file", theirs.uuid, text="2026-03,1", keep="yes").status_code == 404
    assert at("add_measure", theirs.objective.uuid, name="Ours").status_code == 404
    assert figures(theirs) == {"2026-03": "12.50"}


def test_a_file_that_cannot_be_read_leaves_what_was_typed(at: Any, measure: Any) -> None:
    upload = SimpleUploadedFile("figures.xlsx", b"PK\x03\x04\x00\x00")
    page = at("measure_file", measure.uuid, file=upload, text="2026-04,13", look="yes")
    assert "This is no CSV file" in page.text
    assert "2026-04,13" in page.text
    assert page.text.partition("</title>")[0].count("Error:") == 1


@pytest.mark.parametrize(
    "text", ["x" * 140_000, '"' + "2026-03,1\n" * 14_000, "2026-03,1\r2026-04,2\r\n", '"2026']
)
def test_whatever_is_sent_as_lines_is_answered(at: Any, measure: Any, text: str) -> None:
    assert at("measure_file", measure.uuid, text=text, look="yes").status_code == 200


def test_a_later_file_shows_what_it_changes_of_old_months_and_the_audit_log_keeps_both(
    at: Any, lead: Any, measure: Any
) -> None:
    page = at("measure_file", measure.uuid, text="2026-03,99\n2026-06,15", look="yes")
    words = page.text.partition("What would happen")[2]
    assert "12.5" in words
    assert "Changed" in words
    at("measure_file", measure.uuid, text="2026-03,99\n2026-06,15", shown=page.context["shown"], keep="yes")
    entry = ModelLogEntry.objects.get(action="programme.outcome_values", user=lead.person)
    assert entry.data["months"] == {"2026-03": ["12.50", "99.00"], "2026-06": ["", "15.00"]}
    at("measure", measure.uuid, month="2026-05", value="", is_gap="on")
    told = at("measure", measure.uuid).text.partition("Figures that were changed later")[2]
    assert f"30 November 2026, by {lead.person}: March 2026 from 12.5 to 99." in told
    assert f"by {lead.person}: May 2026 taken away, was 14." in told
    assert "June 2026" not in told

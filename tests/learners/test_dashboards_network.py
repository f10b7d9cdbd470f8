"""A network lead compares organisations, and can tell nobody from the figures."""

import csv
import datetime
import io

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from learners.dashboards.figures import Share
from learners.dashboards.models import NetworkFigure
from learners.dashboards.suppression import Published
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
    RequirementFactory,
    finish_attempt,
)
from tests.factories.dashboards import month_kept
from tests.factories.organisations import days_ago

pytestmark = pytest.mark.django_db
MONTH_END = datetime.date(2026, 1, 31)


@pytest.fixture
def lead():
    return AppointmentFactory(network_lead=True)


@pytest.fixture
def look(client, lead):
    """A function that opens the network's page as its lead."""

    def open_network(**query):
        client.force_login(lead.person)  # anew, for a session ends when the clock goes on
        return client.get(reverse("dashboards:network", args=[lead.network.slug]), query)

    return open_network


@pytest.fixture
def download(client, lead):
    """A function that downloads the network's figures and reads them as a spreadsheet would."""
    client.force_login(lead.person)

    def read(**query):
        response = client.get(reverse("dashboards:network_csv", args=[lead.network.slug]), query)
        text = b"".join(response.streaming_content).decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))

    return read


def joins(lead, *, people: int, done: int = 0, module=None, since=None, **fields):
    """An organisation of the network with so many people, so many of whom have done its module."""
    organisation = OrganisationFactory()
    NetworkMembershipFactory(
        network=lead.network, organisation=organisation, starts_on=since or days_ago(365)
    )
    members = MembershipFactory.create_batch(people, organisation=organisation, **fields)
    if module:
        RequirementFactory(organisation=organisation, module=module)
        for member in members[:done]:
            finish_attempt(member.person, module, organisation)
    return organisation


@pytest.fixture
def module():
    return RequirementFactory().modules.get()


def lines(response):
    return {line.name: line for line in response.context["lines"]}


def test_organisations_stand_side_by_side(look, lead, module) -> None:
    large, idle = joins(lead, people=12, done=6, module=module), joins(lead, people=6)
    response = look()
    found = lines(response)
    assert (found[large.name].people, found[large.name].cells[0].share) == (Share(12, 12), Share(6, 12))
    assert (found[idle.name].people, found[idle.name].cells[0].is_asked) == (None, False)
    for words in ("6 of 12", "50%", "Not asked", module.title, large.name):
        assert words in response.text


def test_small_numbers_are_not_on_the_page_and_neither_is_what_tells_them(look, lead, module) -> None:
    few, next_smallest = (
        joins(lead, people=11, done=2, module=module),
        joins(lead, people=13, done=7, module=module),
    )
    large = joins(lead, people=20, done=10, module=module)
    response = look()
    found = lines(response)
    assert [found[each.name].cells[0].share for each in (few, next_smallest, large)] == [
        None,
        None,
        Share(10, 20),
    ]
    everybody = response.context["groups"][-1]
    assert (everybody.name, everybody.cells[0].share, everybody.cells[0].is_rounded) == (
        "Everybody",
        Share(20, 45),
        True,
    )
    for number in ("2 of 11", "7 of 13", "19 of 44"):
        assert number not in response.text


def test_the_whole_network_is_exact_where_nothing_is_hidden(look, lead, module) -> None:
    joins(lead, people=12, done=6, module=module)
    joins(lead, people=11, done=5, module=module, staff_group="medical")
    response = look()
    assert {line.name: line.cells[0].share for line in response.context["groups"]} == {
        "Medical and dental": Share(5, 11),
        "Nursing and midwifery registered": Share(6, 12),
        "Everybody": Share(11, 23),
    }


def test_where_one_organisation_is_the_whole_there_is_no_more_than_its_own_figure(look, lead, module) -> None:
    joins(lead, people=12, done=6, module=module)
    assert all(line.cells[0].share is None for line in look().context["groups"])


def test_no_name_is_on_the_page_or_in_the_file(look, download, lead, module) -> None:
    joins(lead, people=6, done=6, module=module)
    assert "@example.org" not in look().text.replace(lead.person.email, "")
    assert "@" not in str(download())


def test_the_file_hides_what_the_page_hides(look, download, lead, module) -> None:
    large, few = joins(lead, people=12, done=6, module=module), joins(lead, people=3, module=module)
    look()
    found = {line.pop("Organisation"): list(line.values()) for line in download()}
    assert found[large.name] == ["12", "Too few to show", "Too few to show"]
    assert found[few.name] == ["Too few to show"] * 3


def test_page_and_file_hold_no_number_but_what_suppress_leaves(
    look, download, lead, module, monkeypatch
) -> None:
    def nothing(organisations, groups):
        return Published(dict.fromkeys(organisations), dict.fromkeys(groups))

    monkeypatch.setattr("learners.dashboards.publishing.suppress", nothing)
    joins(lead, people=37, done=7, module=module)
    page = look().text.split("<main")[1]
    assert "7 of 37" not in page
    assert "%" not in page
    assert list(download()[0].values())[2:] == ["Too few to show"] * 2


def test_a_column_puts_organisations_in_order_and_what_is_hidden_last(look, download, lead, module) -> None:
    some, most = joins(lead, people=12, done=5, module=module), joins(lead, people=12, done=7, module=module)
    tiny, second = joins(lead, people=2, module=module), joins(lead, people=11, done=5, module=module)
    by_module = [line.name for line in look(sort=module.translation_key).context["lines"]]
    assert by_module == [some.name, most.name, tiny.name, second.name]
    assert [line["Organisation"] for line in download(sort=module.translation_key)] == by_module
    assert [line.name for line in look(sort="people").context["lines"]][-1] == tiny.name


def test_looking_twice_on_one_day_tells_nothing_new(look, lead, module) -> None:
    here = joins(lead, people=12, done=6, module=module)
    look()
    finish_attempt(here.memberships.last().person, module, here)
    assert lines(look())[here.name].cells[0].share == Share(6, 12)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=1)):
        assert lines(look())[here.name].cells[0].share == Share(7, 12)


def test_a_month_end_stays_as_it_was_whoever_leaves(look, lead, module) -> None:
    long_ago = datetime.date(2020, 1, 6)
    here = joins(lead, people=12, done=6, module=module, since=long_ago)
    there = joins(lead, people=12, done=6, module=module, since=long_ago)
    for each in (here, there):
        month_kept(each, MONTH_END)
    assert look().context["trend"].months == [(MONTH_END, Share(12, 24))]
    here.network_memberships.update(ends_on=days_ago(1))
    with time_machine.travel(timezone.now() + datetime.timedelta(days=1)):
        assert here.name not in lines(look())
        then = look(on="2026-01-31")
    assert set(lines(then)) == {here.name, there.name}
    assert lines(then)[here.name].cells[0].share == Share(6, 12)


@pytest.mark.parametrize("on", ["2026-01-30", "nonsense", "2126-01-31"])
def test_no_other_day_can_be_looked_at(look, client, lead, module, on: str) -> None:
    month_kept(joins(lead, people=12, done=6, module=module), MONTH_END)
    response = look(on=on)
    assert "Choose a month end from the list" in response.text
    assert (
        client.get(reverse("dashboards:network_csv", args=[lead.network.slug]), {"on": on}).status_code == 302
    )


def test_a_month_end_waits_for_the_daily_pass_to_keep_it_of_everybody(look, lead, module) -> None:
    first = joins(lead, people=12, done=6, module=module)
    second = joins(lead, people=12, done=6, module=module)
    month_kept(first, MONTH_END)
    month_kept(second, MONTH_END - datetime.timedelta(days=31))
    look()
    kept = NetworkFigure.objects.filter(is_month_end=True).values_list("on", flat=True).distinct()
    assert list(kept) == [MONTH_END - datetime.timedelta(days=31)]


def test_organisations_that_left_the_network_are_gone(look, lead) -> None:
    left = OrganisationFactory()
    NetworkMembershipFactory(network=lead.network, organisation=left, ends_on=days_ago(1))
    assert left.name not in look().text
    assert "No organisation yet" in look().text


def test_nothing_asked_for_is_said(look, lead) -> None:
    joins(lead, people=6)
    assert "No module is asked for yet" in look().text


def test_its_cost_does_not_grow_with_organisations(look, lead, module) -> None:
    counts = []
    for more in (10, 90):
        for _ in range(more):
            NetworkMembershipFactory(network=lead.network)
        joins(lead, people=1, module=module)
        NetworkFigure.objects.all().delete()
        look()
        with CaptureQueriesContext(connection) as queries:
            look()
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 30

"""Statements in the CMS: readable, read-only, for administrators."""

import json
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse
from wagtail.log_actions import registry

from learners.records.actions import record_events
from learners.statements import listing, selectors
from learners.statements.actions import retry
from learners.statements.models import Delivery, Statement
from tests.factories import PersonFactory
from tests.fakes.events import a_journey, every_verb

pytestmark = pytest.mark.django_db
LISTING = "/cms/statements/"


@pytest.fixture
def administrator() -> Any:
    return PersonFactory(groups=["Administrators"])


@pytest.fixture
def statements() -> list[Statement]:
    return [event.statement for event in record_events(every_verb(a_journey()))]


@pytest.fixture
def dead(statements: list[Statement]) -> Statement:
    one = statements[0]
    one.deliveries.update(
        state="dead", attempts=7, last_status=400, last_error="400 It does not like this one"
    )
    return one


def inspect_url(statement: Statement) -> str:
    return reverse("statements:inspect", args=[statement.pk])


def retry_url(statement: Statement) -> str:
    return reverse("statements:retry", args=[statement.pk])


def test_the_listing_reads_as_sentences(
    signed_in: Any, administrator: Any, statements: list[Statement]
) -> None:
    page = signed_in(administrator).get(LISTING).content.decode()
    for words in (
        "Launched: Module",
        "Experienced in 1 min 42 s: Story",
        "Answered, wrongly: Which row tells you",
        "Answered, rightly: Which row tells you",
        "Answered, partly rightly: Which are good moments?",
        "Failed with 40 %",
        "Passed with 90 %",
        "Completed in 32 min 10 s",
        "Earned with 90 %: Certificate: Module",
        "Waiting",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("name", "allowed"), [("Administrators", True), ("Educators", False), ("Clinical reviewers", False)]
)
def test_only_administrators_see_any_of_it(
    signed_in: Any, statements: list[Statement], name: str, allowed: bool
) -> None:
    client = signed_in(PersonFactory(groups=[name]))
    for address in (LISTING, f"{LISTING}results/", inspect_url(statements[0])):
        answer = client.get(address)
        assert (answer.status_code == 200) is allowed
        assert (str(statements[0].pk) in answer.content.decode()) is allowed
    home = client.get("/cms/").content.decode()
    assert ("Statements for the record store" in home) is allowed


def test_people_without_the_cms_see_none_of_it(
    signed_in: Any, client: Any, statements: list[Statement]
) -> None:
    addresses = (LISTING, f"{LISTING}results/", inspect_url(statements[0]))
    assert [client.get(address).status_code for address in addresses] == [302, 302, 302]
    learner = signed_in(PersonFactory())
    assert {learner.get(address).status_code for address in addresses} <= {302, 403}
    assert learner.post(retry_url(statements[0])).status_code in (302, 403)


def test_superusers_see_it_too(signed_in: Any, statements: list[Statement]) -> None:
    page = signed_in(PersonFactory(administrator=True)).get(LISTING)
    assert page.status_code == 200
    assert "Add statement" not in page.content.decode()


@pytest.mark.parametrize("name", ["add", "edit", "delete", "copy", "history", "usage"])
def test_there_is_no_way_to_write_one(name: str) -> None:
    for args in ([], ["00000000-0000-0000-0000-000000000000"]):
        with pytest.raises(NoReverseMatch):
            reverse(f"statements:{name}", args=args)


def test_it_can_be_narrowed_by_delivery_and_verb(signed_in: Any, administrator: Any, dead: Statement) -> None:
    client = signed_in(administrator)

    def listed(query: str) -> int:
        return int(client.get(f"{LISTING}?{query}").context["items_count"])

    assert listed("") == 11
    assert listed("delivery=dead") == 1
    assert listed("delivery=pending") == 10
    assert listed("verb=answered") == 4
    assert listed("verb=answered&delivery=dead") == 0
    assert listed("verb=nonsense") == 11


def test_the_listing_counts_only_the_newest(
    signed_in: Any, administrator: Any, statements: list[Statement], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MOST_COUNTED", 3)
    monkeypatch.setattr(selectors, "MOST_COUNTED", 3)
    page = signed_in(administrator).get(LISTING)
    assert page.context["items_count"] == 3
    assert "3 or more statements" in page.content.decode()


def test_the_listing_costs_the_same_for_few_and_many(signed_in: Any, administrator: Any) -> None:
    client = signed_in(administrator)
    journey = a_journey()
    client.get(LISTING)  # fills caches
    costs = []
    for _ in range(2):
        record_events(every_verb(journey))
        with CaptureQueriesContext(connection) as queries:
            client.get(LISTING)
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_one_statement_shows_its_json_and_why_it_was_refused(
    signed_in: Any, administrator: Any, dead: Statement
) -> None:
    answer = signed_in(administrator).get(inspect_url(dead))
    page = answer.content.decode()
    assert json.loads(answer.context["payload"]) == json.loads(dead.payload)
    assert "Launched: Module" in page
    assert "400 It does not like this one" in page
    assert "Send again" in page


def test_what_waits_cannot_be_sent_again(
    signed_in: Any, administrator: Any, statements: list[Statement]
) -> None:
    client = signed_in(administrator)
    assert "Send again" not in client.get(inspect_url(statements[0])).content.decode()
    assert "Nothing was changed" in client.post(retry_url(statements[0]), follow=True).content.decode()
    assert not registry.get_logs_for_instance(statements[0]).exists()


def test_a_refused_one_is_sent_again_and_that_is_logged(
    signed_in: Any, administrator: Any, dead: Statement
) -> None:
    answer = signed_in(administrator).post(retry_url(dead), follow=True)
    assert "will be sent again" in answer.content.decode()
    assert dead.deliveries.values_list("state", "attempts").get() == ("pending", 0)
    logged = registry.get_logs_for_instance(dead).get()
    assert (logged.action, logged.user) == ("statements.retry", administrator)
    assert logged.data == {"reason": "400 It does not like this one"}
    assert logged.message == "Sent again after it was refused"


def test_the_audit_log_shows_it(signed_in: Any, dead: Statement) -> None:
    client = signed_in(PersonFactory(administrator=True))
    client.post(retry_url(dead))
    assert "Sent again after it was refused" in client.get("/cms/reports/site-history/").content.decode()


def test_only_a_post_of_an_administrator_sends_again(
    signed_in: Any, administrator: Any, dead: Statement
) -> None:
    assert signed_in(administrator).get(retry_url(dead)).status_code == 405
    educator = PersonFactory(groups=["Educators"])
    signed_in(educator).post(retry_url(dead))
    with pytest.raises(PermissionDenied):
        retry(statement=dead, by=educator)
    assert dead.deliveries.get().state == "dead"


def test_unknown_statements_are_not_found(signed_in: Any, administrator: Any) -> None:
    client = signed_in(administrator)
    unknown = "00000000-0000-0000-0000-000000000000"
    assert client.get(f"{LISTING}inspect/{unknown}/").status_code == 404
    assert client.get(f"{LISTING}inspect/nonsense/").status_code == 404
    assert client.post(f"{LISTING}retry/{unknown}/").status_code == 404


def test_the_home_page_tells_administrators_how_the_outbox_stands(
    signed_in: Any, administrator: Any, dead: Statement, settings: Any
) -> None:
    client = signed_in(administrator)
    home = client.get("/cms/").content.decode()
    assert "None: statements are kept here" in home
    assert f"{LISTING}?delivery=dead" in home
    assert "the oldest since" in home
    settings.XAPI_STORE = {"endpoint": "https://store.example.org/xapi"}
    Delivery.objects.all().delete()
    home = client.get("/cms/").content.decode()
    assert "Configured" in home
    assert "the oldest since" not in home


def test_whoever_may_finds_what_is_about_one_person_and_that_is_noted(
    signed_in: Any, administrator: Any
) -> None:
    ours, theirs = a_journey(), a_journey()
    (mine,) = record_events([every_verb(ours)[0]])
    record_events([every_verb(theirs)[0]])
    client = signed_in(administrator)
    for words in (ours.person.email.upper(), str(ours.person.actor_id)):
        page = client.get(LISTING, {"person": words}).text
        assert page.count("Launched: Module") == 1
        assert str(mine.pk) in page
    assert "Launched: Module" not in client.get(LISTING, {"person": "nobody@example.org"}).text
    looks = registry.get_logs_for_instance(ours.person).filter(action="statements.look")
    assert looks.count() >= 2
    assert set(looks.values_list("user_id", flat=True)) == {administrator.pk}


def test_a_name_is_shown_to_whoever_asks_and_may(
    signed_in: Any, administrator: Any, statements: list[Statement]
) -> None:
    one = statements[0]
    person = one.event.person
    client = signed_in(administrator)
    assert person.email not in client.get(inspect_url(one)).text
    assert not registry.get_logs_for_instance(person).exists()
    page = client.get(inspect_url(one), {"who": ""}).text
    assert person.email in page
    assert registry.get_logs_for_instance(person).filter(action="statements.look").count() == 1


def test_without_leave_nobody_is_named_or_looked_for(
    signed_in: Any, administrator: Any, statements: list[Statement]
) -> None:
    one = statements[0]
    group = administrator.groups.get()
    group.permissions.remove(*group.permissions.filter(codename="name_statement"))
    client = signed_in(administrator)
    page = client.get(inspect_url(one), {"who": ""}).text
    assert one.event.person.email not in page
    assert "Say who it is" not in page
    everything = client.get(LISTING, {"person": "nobody@example.org"}).text
    assert "Launched: Module" in everything
    assert "Person (e-mail" not in everything

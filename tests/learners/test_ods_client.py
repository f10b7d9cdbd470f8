"""The client of the ODS API, against a fake that speaks the real shapes over real HTTP."""

import datetime
import json
import logging
from email.utils import format_datetime
from typing import Any

import pytest

from learners.organisations.ods.client import OdsApi, is_safe
from learners.organisations.ods.found import Found, NotFound, Unavailable
from tests.fakes.ods_api import (
    KEY,
    Answer,
    OdsService,
    last_changed,
    organization,
    outcome,
    period,
    role,
    serving,
)

NOW = datetime.datetime(2026, 5, 4, 9, 30, tzinfo=datetime.UTC)
SINCE = period("Legal", "1998-04-01")
TRUST = organization(
    "RR8", "ASHDOWN NHS TRUST", role("RO197", "NHS TRUST", SINCE), last_changed("2023-11-14")
)


@pytest.fixture
def service():
    made = OdsService()
    made.add(TRUST, predecessor=["RR7"])
    return made


@pytest.fixture
def slept():
    return []


@pytest.fixture
def api(service, slept):
    with serving(service) as base:
        yield OdsApi(base=base, key=KEY, timeout=2, sleep=slept.append, now=lambda: NOW)


def busy(retry_after=None):
    return Answer(429, outcome("Too many requests"), {"Retry-After": retry_after} if retry_after else {})


def test_an_organisation_is_found_with_all_that_is_known_of_it(api, service):
    assert api.look_up("RR8") == Found(
        code="RR8",
        name="ASHDOWN NHS TRUST",
        active=True,
        source="api",
        known_on=NOW,
        roles=("NHS TRUST",),
        starts_on=datetime.date(1998, 4, 1),
        predecessors=("RR7",),
        postcode="ZZ1 1AA",
        last_changed=datetime.date(2023, 11, 14),
    )
    assert [path.partition("?")[0] for path, _ in service.requests] == [
        "/fhir/Organization/RR8",
        "/fhir/CodeSystem/$lookup",
    ]


def test_a_closed_one_is_found_with_its_last_day_and_what_followed(api, service):
    over = period("Operational", "1998-04-01", "2020-04-30"), period("Legal", "1998-04-01", "2020-03-31")
    closed = organization("RR7", "OLD TRUST", role("RO197", "NHS TRUST", *over, active=False), active=False)
    service.add(closed, successor=["RR8", "R0A"])
    found = api.look_up("RR7")
    assert (found.active, found.ends_on) == (False, datetime.date(2020, 3, 31))
    assert found.successors == ("RR8", "R0A")
    assert found.roles == ("NHS TRUST",)


def test_the_organisations_own_days_come_before_those_of_its_role(api, service):
    own = period("Operational", "2001-02-03")
    service.add(organization("RR9", "NEW TRUST", own, role("RO197", "NHS TRUST", SINCE)))
    assert api.look_up("RR9").starts_on == datetime.date(2001, 2, 3)


def test_a_role_that_is_over_is_no_role_of_an_active_organisation(api, service):
    roles = role("RO261", "STRATEGIC PARTNERSHIP", SINCE), role("RO262", "STP", SINCE, active=False)
    service.add(organization("QWO", "BOARD", *roles))
    assert api.look_up("QWO").roles == ("STRATEGIC PARTNERSHIP",)


def test_a_code_that_nobody_knows_is_not_found(api):
    assert api.look_up("ZZ9") == NotFound("ZZ9", "api")


def test_a_404_that_is_not_fhir_says_that_the_address_is_wrong(api, service):
    service.in_the_way = [Answer(404, b"<html>no such proxy</html>", {"Content-Type": "text/html"})]
    assert "ODS_API_BASE" in api.look_up("RR8").reason


def test_a_short_wait_is_waited_for(api, service, slept):
    service.in_the_way = [busy("2"), busy("3")]
    assert api.look_up("RR8").name == "ASHDOWN NHS TRUST"
    assert slept == [2, 3]


def test_after_three_tries_it_says_when_to_try_again(api, service, slept):
    service.in_the_way = [busy("2"), busy("2"), busy("4")]
    assert api.look_up("RR8") == Unavailable("The ODS API is busy.", NOW + datetime.timedelta(seconds=4))
    assert slept == [2, 2]


@pytest.mark.parametrize(
    "asked",
    ["90", format_datetime(NOW + datetime.timedelta(seconds=90), usegmt=True)],
    ids=["seconds", "a date"],
)
def test_a_long_wait_is_not_waited_for(api, service, slept, asked):
    service.in_the_way = [busy(asked)]
    answer = api.look_up("RR8")
    assert answer.try_again_at == NOW + datetime.timedelta(seconds=90)
    assert (slept, len(service.requests)) == ([], 1)


@pytest.mark.parametrize(("asked", "minutes"), [(None, None), ("soon", None), ("999999", 60), ("-1", None)])
def test_what_it_asks_for_is_believed_within_reason(api, service, slept, asked, minutes):
    service.in_the_way = [busy(asked)]
    expected = NOW + datetime.timedelta(minutes=minutes) if minutes else None
    assert api.look_up("RR8") == Unavailable("The ODS API is busy.", expected)
    assert slept == []


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(500, b"oh"), "could not answer (500)"),
        (Answer(502, b"\x00\xff"), "could not answer (502)"),
        (Answer(503, b"closed"), "busy"),
        (Answer(422, outcome("Response exceeds APIM size limit", "too-costly")), "(422)"),
        (Answer(400, outcome("HAPI-0524: Unknown search parameter")), "(400)"),
        (Answer(401, b""), "ODS_API_KEY"),
        (Answer(200, b"<html>Welcome to the hospital's wireless network</html>"), "no organisation"),
        (Answer(200, b""), "no organisation"),
        (Answer(200, b"[" * 100_000), "no organisation"),
        (Answer(200, b"[1]"), "no organisation"),
        (Answer(200, b'{"resourceType":"Bundle","id":"RR8"}'), "no organisation"),
        (Answer(200, json.dumps(organization("RR9", "ANOTHER")).encode()), "another organisation"),
        (Answer(200, json.dumps(TRUST | {"name": None}).encode()), "lacks a name"),
        (Answer(200, json.dumps(TRUST | {"active": "yes"}).encode()), "lacks a name or a state"),
        (Answer(200, b" " * 1_100_000), "too long"),
    ],
)
def test_what_does_not_help_is_said_in_a_sentence(api, service, answer, said):
    service.in_the_way = [answer]
    outcome_of_it = api.look_up("RR8")
    assert isinstance(outcome_of_it, Unavailable)
    assert said in outcome_of_it.reason


@pytest.mark.parametrize(
    "damage", [{"extension": None}, {"extension": [1, {"url": 2}]}, {"address": {}}, {"identifier": 3}]
)
def test_what_is_odd_but_not_needed_does_no_harm(api, service, damage):
    service.add(TRUST | damage)
    assert api.look_up("RR8").name == "ASHDOWN NHS TRUST"


def test_a_redirect_is_not_followed_and_the_key_goes_nowhere_else(api, service):
    elsewhere = OdsService()
    with serving(elsewhere) as other:
        service.in_the_way = [Answer(302, b"", {"Location": f"{other}/Organization/RR8"})]
        assert "another address" in api.look_up("RR8").reason
    assert elsewhere.requests == []


def test_a_slow_answer_is_given_up(service):
    service.in_the_way = [Answer(200, b"{}", after=1)]
    with serving(service) as base:
        assert "ReadTimeout" in OdsApi(base=base, key=KEY, timeout=0.2).look_up("RR8").reason


def test_nobody_at_the_address_is_said():
    assert (
        "did not answer" in OdsApi(base="http://127.0.0.1:9/fhir", key=KEY, timeout=1).look_up("RR8").reason
    )


@pytest.mark.parametrize("answer", [Answer(500, b""), Answer(200, b"{}"), busy("60")])
def test_without_what_came_after_the_rest_still_counts(api, service, answer):
    service.lookup_answer = answer
    found = api.look_up("RR8")
    assert (found.name, found.successors) == ("ASHDOWN NHS TRUST", ())
    assert "came before and after" in found.warning


def test_a_successor_may_come_as_a_coding_and_what_is_no_code_is_left_out(api, service):
    parts = [
        {"name": "code", "valueCode": "successor"},
        {"name": "valueCoding", "valueCoding": {"code": "RR9"}},
    ]
    odd = [{"name": "value", "valueCode": "../../x"}, {"name": "code", "valueCode": "successor"}]
    parameters = [{"name": "property", "part": each} for each in (parts, odd)]
    body = json.dumps({"resourceType": "Parameters", "parameter": parameters}).encode()
    service.lookup_answer = Answer(200, body)
    assert api.look_up("RR8").successors == ("RR9",)


def test_the_key_is_sent_and_stands_in_no_log_and_no_repr(api, service, caplog):
    with caplog.at_level(logging.DEBUG):
        service.in_the_way = [Answer(500, b"")]
        answer = api.look_up("RR8")
        api.look_up("RR8")
    assert {headers["apikey"] for _, headers in service.requests} == {KEY}
    assert KEY not in caplog.text + repr(api) + repr(answer)


@pytest.mark.parametrize("key", ["clé", "two\nlines"])
def test_a_key_that_can_be_none_is_not_sent(service, key):
    with serving(service) as base:
        answer = OdsApi(base=base, key=key, timeout=2).look_up("RR8")
    assert "ODS_API_KEY" in answer.reason
    assert key not in answer.reason
    assert service.requests == []


@pytest.mark.parametrize(
    ("base", "safe"),
    [
        ("https://api.service.nhs.uk/organisation-data-terminology-api/fhir", True),
        ("http://localhost:8000/fhir", True),
        ("http://api.service.nhs.uk/fhir", False),
        ("http://localhost.example.org/fhir", False),
        ("ftp://localhost/fhir", False),
        ("api.service.nhs.uk", False),
        ("https://", False),
        ("https://[", False),
    ],
)
def test_the_key_leaves_this_machine_over_https_only(base: str, safe: bool) -> Any:
    assert is_safe(base) is safe
    if not safe:
        assert "https" in OdsApi(base=base, key=KEY, timeout=1).look_up("RR8").reason

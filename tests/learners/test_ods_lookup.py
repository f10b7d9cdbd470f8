"""One way to ask what is known of a code; nothing is asked outside unless the operator has set it up."""

import datetime
import socket
from io import StringIO

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.utils import timezone

from learners.organisations.models import OdsEntry, OdsLoad, OdsSuccession
from learners.organisations.ods.found import Found, NotFound, Unavailable
from learners.organisations.ods.lookup import look_up
from tests.factories import OrganisationFactory
from tests.fakes.ods_api import KEY, Answer, OdsService, organization, outcome, serving

pytestmark = pytest.mark.django_db


@pytest.fixture
def no_socket(monkeypatch):
    """Whoever opens a connection fails. (The database of these tests has its own already, or needs none.)"""
    opened = []

    def refuse(self, address):
        opened.append(address)
        raise AssertionError(f"somebody connects to {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    return opened


@pytest.fixture
def loaded_at():
    """A file with an open trust, a closed one that it follows, and one that closes later."""
    load = OdsLoad.objects.create(pk=1, files="etr.csv", loaded_at=timezone.now(), entries=3)
    OdsEntry.objects.create(code="RR8", name="ASHDOWN NHS TRUST", active=True, role="NHS TRUST")
    OdsEntry.objects.create(
        code="RR7", name="OLD TRUST", active=False, ends_on=datetime.date(2020, 3, 31), postcode="ZZ1 1AA"
    )
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    OdsEntry.objects.create(code="RR6", name="ENDING TRUST", active=True, ends_on=tomorrow)
    OdsSuccession.objects.create(predecessor="RR7", successor="RR8")
    return load.loaded_at


@pytest.fixture
def service(settings):
    made = OdsService()
    made.add(organization("RR8", "ASHDOWN NHS FOUNDATION TRUST"))
    with serving(made) as base:
        settings.ODS_API = {"base": base, "key": KEY, "timeout": 2}
        yield made


def test_with_nothing_set_up_it_says_so_and_opens_no_connection(no_socket):
    answer = look_up("RR8")
    assert isinstance(answer, Unavailable)
    assert "load_ods" in answer.reason
    assert no_socket == []


def test_the_file_answers_without_a_connection(loaded_at, no_socket):
    assert look_up(" rr8 ") == Found(
        code="RR8",
        name="ASHDOWN NHS TRUST",
        active=True,
        source="file",
        known_on=loaded_at,
        roles=("NHS TRUST",),
        predecessors=("RR7",),
    )
    assert look_up("ZZ9") == NotFound("ZZ9", "file")
    assert no_socket == []


def test_a_closed_one_comes_with_what_followed(loaded_at):
    found = look_up("RR7")
    assert (found.active, found.successors, found.postcode) == (False, ("RR8",), "ZZ1 1AA")


def test_one_that_was_open_when_the_file_was_loaded_closes_on_its_day(loaded_at, time_machine):
    assert look_up("RR6").active
    time_machine.move_to(timezone.now() + datetime.timedelta(days=3))
    assert not look_up("RR6").active


def test_the_api_comes_before_the_file(loaded_at, service):
    found = look_up("RR8")
    assert (found.source, found.name) == ("api", "ASHDOWN NHS FOUNDATION TRUST")
    assert look_up("RR7") == NotFound("RR7", "api")


def test_where_the_api_cannot_answer_the_file_does_with_a_warning(loaded_at, service):
    service.in_the_way = [Answer(500, outcome("oh"))]
    found = look_up("RR8")
    assert (found.source, found.name) == ("file", "ASHDOWN NHS TRUST")
    assert "could not answer" in found.warning


def test_where_the_file_does_not_know_it_either_it_is_the_apis_reason_that_counts(loaded_at, service):
    service.in_the_way = [Answer(500, b""), Answer(429, b"", {"Retry-After": "60"})]
    assert look_up("ZZ9") == Unavailable("The ODS API could not answer (500).")
    assert look_up("ZZ9").try_again_at is not None


@pytest.mark.parametrize("code", ["", "DEMO-TRUST", "../x", "R", "RR8/../../secret", "RR8?x=1"])
def test_what_can_be_no_code_is_asked_nowhere(service, loaded_at, code):
    assert look_up(code) == NotFound(code.upper())
    assert service.requests == []


@pytest.mark.parametrize(
    ("base", "errors"), [("", 0), ("https://api.example.org/fhir", 0), ("http://api.example.org", 1)]
)
def test_an_address_that_is_not_safe_is_told_at_the_start(settings, base, errors):
    settings.ODS_API = {"base": base, "key": KEY, "timeout": 2}
    assert len([one for one in run_checks() if one.id == "organisations.E001"]) == errors


def checked(**options):
    out = StringIO()
    status = 0
    try:
        call_command("check_ods", stdout=out, **options)
    except CommandError as failed:
        status = failed.returncode
    return status, out.getvalue()


def test_all_is_well(loaded_at, no_socket):
    OrganisationFactory(name="Ashdown NHS Trust", ods_code="RR8")
    OrganisationFactory(name="Helpers", ods_code="")
    status, said = checked()
    assert status == 0
    assert "Compared with etr.csv" in said
    assert "Nothing to mend." in said


def test_closed_renamed_and_unknown_are_told_with_what_followed(loaded_at):
    OrganisationFactory(name="Old Trust", ods_code="RR7")
    OrganisationFactory(name="Ashford NHS Trust", ods_code="RR8")
    OrganisationFactory(name="Somewhere", ods_code="ZZ9")
    status, said = checked()
    assert status == 1
    assert said.splitlines()[:3] == [
        "Renamed: RR8 Ashford NHS Trust is now Ashdown NHS Trust.",
        "Closed: RR7 Old Trust, last day 31 March 2020. Followed by RR8 Ashdown NHS Trust.",
        "Not known: ZZ9 Somewhere.",
    ]


def test_what_ended_here_too_is_not_told_again(loaded_at):
    OrganisationFactory(name="Former name", ods_code="RR7", ends_on=datetime.date(2020, 3, 31))
    assert checked()[0] == 0


def test_an_unknown_code_fails_only_when_asked_to(loaded_at):
    OrganisationFactory(name="Somewhere", ods_code="ZZ9")
    assert checked()[0] == 0
    assert "Nothing to mend, 1 not known." in checked()[1]
    assert checked(strict=True)[0] == 1


def test_the_demonstrations_codes_are_left_out(loaded_at):
    OrganisationFactory(ods_code="DEMO-A")
    assert checked(strict=True)[0] == 0


def test_without_a_file_it_says_how_to_load_one():
    assert checked()[0] == 2


def test_a_thousand_organisations_take_few_queries(loaded_at, django_assert_max_num_queries):
    OrganisationFactory.create_batch(20)
    with django_assert_max_num_queries(7):
        checked()

"""Administrators answer requests to be forgotten and keep legal holds in the CMS; nobody else comes near."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from learners.people.models import User
from learners.privacy.actions.anonymising import anonymise
from learners.privacy.models import ErasureRequest, LegalHold
from modules.groups import ADMINISTRATORS, EDUCATORS
from tests.factories import MembershipFactory, PersonFactory
from tests.factories.privacy import ErasureRequestFactory, LegalHoldFactory
from tests.modules.desk import Desk, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Desk:
    return Desk(PersonFactory(first_name="Ada", groups=[ADMINISTRATORS]))


@pytest.fixture
def sam() -> Any:
    return PersonFactory(first_name="Sam", last_name="Tarn", email="sam@mail.example")


def test_the_home_of_the_cms_says_how_many_wait_and_by_when(ada: Desk) -> None:
    assert "be forgotten" not in ada.get("wagtailadmin_home").text.split("<main")[1]
    first = ErasureRequestFactory()
    ErasureRequestFactory()
    page = ada.get("wagtailadmin_home").text
    assert "2 wait for an answer" in page
    assert f"{first.answer_by:%-d %B %Y}" in page


def test_requests_are_listed_found_and_read(ada: Desk, sam: Any) -> None:
    request = ErasureRequestFactory(person=sam)
    ErasureRequestFactory(person__first_name="Other", withdrawn=True)
    assert "Sam Tarn" in ada.get("erasure_requests:index").text
    assert "Other" not in ada.get("erasure_requests:index", q="sam").text
    assert "Other" not in ada.get("erasure_requests:index", state="waiting").text
    page = ada.get("erasure_requests:inspect", request.pk).text
    assert "sam@mail.example" in page
    assert "Anonymise…" in page


def test_an_administrator_anonymises(ada: Desk, sam: Any) -> None:
    request = ErasureRequestFactory(person=sam)
    assert "no way back" in ada.get("erasure_requests:anonymise", request.pk).text
    answer = ada.post("erasure_requests:anonymise", request.pk, reason="Asked by herself")
    assert "anonymised" in said(answer)
    assert User.objects.get(pk=sam.pk).anonymised_at
    assert ModelLogEntry.objects.get(action="privacy.anonymise").user == ada.person
    answer = ada.post("erasure_requests:anonymise", request.pk, reason="Twice")
    assert "settled meanwhile" in said(answer)
    assert "Anonymised person" in ada.get("erasure_requests:index").text


def test_what_stands_against_it_is_read_before_and_said_after(ada: Desk, sam: Any) -> None:
    request, hat = ErasureRequestFactory(person=sam), MembershipFactory(person=sam)
    LegalHoldFactory(person=sam)
    page = ada.get("erasure_requests:inspect", request.pk).text
    assert "A legal hold is in force" in page
    assert f"They work at {hat.organisation}" in page
    assert "Anonymise…" not in page
    page = ada.post("erasure_requests:anonymise", request.pk, reason="Asked").text
    assert "A legal hold is in force" in page
    assert not User.objects.get(pk=sam.pk).anonymised_at


def test_an_administrator_refuses_and_says_why(ada: Desk, sam: Any) -> None:
    request = ErasureRequestFactory(person=sam)
    assert "This field is required" in ada.post("erasure_requests:refuse", request.pk, reason="").text
    answer = ada.post("erasure_requests:refuse", request.pk, reason="You are needed")
    assert "told by e-mail" in said(answer)
    request.refresh_from_db()
    assert (request.state, request.reason, request.decided_by) == ("refused", "You are needed", ada.person)
    other = ErasureRequestFactory(person__email="")
    assert "write to them" in said(ada.post("erasure_requests:refuse", other.pk, reason="No"))


def test_a_request_that_came_by_letter_is_written_down(ada: Desk) -> None:
    retired = PersonFactory(is_active=False)
    answer = ada.post("erasure_requests:add", person=retired.pk)
    assert "waiting" in said(answer)
    assert ErasureRequest.objects.get().recorded_by == ada.person
    anonymise(person=PersonFactory(pk=987), by=None, reason="Time")
    assert "not there" in ada.post("erasure_requests:add", person=987).text


def test_nobody_decides_about_themselves_or_without_all_permissions_about_who_has_them(ada: Desk) -> None:
    for person in (ada.person, PersonFactory(administrator=True)):
        request = ErasureRequestFactory(person=person)
        assert "Somebody else must decide" in ada.get("erasure_requests:inspect", request.pk).text
        answer = ada.post("erasure_requests:anonymise", request.pk, reason="Because")
        assert answer.status_code in (302, 403)
        request.refresh_from_db()
        assert request.is_waiting


def test_a_hold_is_placed_read_and_lifted(ada: Desk, sam: Any) -> None:
    answer = ada.post("legal_holds:add", person=sam.pk, reason="The coroner asked")
    assert "in force" in said(answer)
    hold = LegalHold.objects.get()
    assert (hold.person, hold.placed_by) == (sam, ada.person)
    page = ada.get("legal_holds:inspect", hold.pk).text
    assert "The coroner asked" in page
    assert "Lift it" in page
    assert "lifted" in said(ada.post("legal_holds:lift", hold.pk))
    hold.refresh_from_db()
    assert hold.lifted_by == ada.person
    assert "settled meanwhile" in said(ada.post("legal_holds:lift", hold.pk))
    assert {"privacy.place_hold", "privacy.lift_hold"} <= set(
        ModelLogEntry.objects.values_list("action", flat=True)
    )


def test_everybody_with_a_name_can_be_chosen_the_retired_too(ada: Desk) -> None:
    PersonFactory(first_name="Retired", is_active=False)
    anonymise(person=PersonFactory(), by=None, reason="Time")
    page = ada.get("anybody_chooser:choose").text
    assert "Retired" in page
    assert "Anonymised person" not in page


def test_whoever_is_anonymised_gets_no_name_again(ada: Desk, sam: Any) -> None:
    anonymise(person=sam, by=None, reason="Time")
    form = {"email": "new@mail.example", "first_name": "New", "last_name": "Name", "is_active": "on"}
    answer = ada.post("wagtailusers_users:edit", sam.pk, **form)
    assert "anonymised" in said(answer)
    assert str(User.objects.get(pk=sam.pk)) == "Anonymised person"


ADDRESSES = [
    ("erasure_requests:index", False), ("erasure_requests:add", False), ("erasure_requests:inspect", True),
    ("erasure_requests:anonymise", True), ("erasure_requests:refuse", True), ("legal_holds:index", False),
    ("legal_holds:add", False), ("legal_holds:inspect", True), ("legal_holds:lift", True),
    ("anybody_chooser:choose", False),
]  # fmt: skip


@pytest.mark.parametrize(("name", "of_one"), ADDRESSES)
def test_educators_reach_none_of_it(name: str, of_one: bool) -> None:
    edith, hold, request = (
        Desk(PersonFactory(groups=[EDUCATORS])),
        LegalHoldFactory(),
        ErasureRequestFactory(),
    )
    args = [hold.pk if "hold" in name else request.pk] if of_one else []
    for method in (edith.client.get, edith.client.post):
        assert method(reverse(name, args=args), {"reason": "x"}).status_code in (302, 403)
    assert LegalHold.objects.in_force().exists()
    assert ErasureRequest.objects.waiting().exists()

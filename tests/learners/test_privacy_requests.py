"""Asking to be forgotten, thinking better of it, and being answered."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from learners.people.models import User
from learners.privacy.actions.anonymising import NotNow, anonymise
from learners.privacy.actions.asking import ask_to_be_forgotten, withdraw_request
from learners.privacy.actions.deciding import grant, refuse
from learners.privacy.actions.holding import lift_hold, place_hold
from learners.privacy.models import ErasureRequest, LegalHold
from learners.privacy.selectors.obstacles import obstacles
from modules.groups import ADMINISTRATORS
from tests.factories import AppointmentFactory, MembershipFactory, PersonFactory
from tests.factories.privacy import ErasureRequestFactory, LegalHoldFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Any:
    return PersonFactory(first_name="Ada", groups=[ADMINISTRATORS])


@pytest.fixture
def sam() -> Any:
    return PersonFactory(first_name="Sam", last_name="Tarn", email="sam@mail.example")


def after_commit(capture: Any, action: Any, **kwargs: Any) -> Any:
    with capture(execute=True):
        return action(**kwargs)


def test_the_page_says_what_goes_what_stays_and_why(signed_in: Any, sam: Any) -> None:
    page = signed_in(sam).get(reverse("privacy:erasure")).text
    for words in (
        "Your reflections and notes",
        "What is deleted",
        "Figures of the past must stay right",
        "no way back",
    ):
        assert words in page


def test_without_the_tick_nothing_is_asked(signed_in: Any, sam: Any) -> None:
    page = signed_in(sam).post(reverse("privacy:erasure")).text
    assert "Tick the box" in page
    assert not ErasureRequest.objects.exists()


def test_asking_twice_is_one_request_and_one_letter(
    signed_in: Any, sam: Any, mailoutbox: Any, django_capture_on_commit_callbacks: Any
) -> None:
    client = signed_in(sam)
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(2):
            client.post(reverse("privacy:erasure"), {"understood": "on"})
    request = ErasureRequest.objects.get()
    assert (request.person, request.is_waiting, request.recorded_by) == (sam, True, None)
    assert [letter.to for letter in mailoutbox] == [[sam.email]]
    assert "/my-data/" in mailoutbox[0].body


def test_the_database_keeps_two_from_waiting(sam: Any) -> None:
    ErasureRequestFactory(person=sam)
    with pytest.raises(IntegrityError), transaction.atomic():
        ErasureRequestFactory(person=sam)


def test_a_request_can_be_withdrawn_and_made_again(signed_in: Any, sam: Any) -> None:
    client = signed_in(sam)
    client.post(reverse("privacy:erasure"), {"understood": "on"})
    assert "Your request is waiting" in client.get(reverse("privacy:erasure")).text
    assert "is withdrawn" in client.post(reverse("privacy:withdraw"), follow=True).text
    assert ErasureRequest.objects.get().state == "withdrawn"
    assert "no request of yours" in client.post(reverse("privacy:withdraw"), follow=True).text
    client.post(reverse("privacy:erasure"), {"understood": "on"})
    assert ErasureRequest.objects.waiting().count() == 1


def test_nobody_withdraws_anothers(sam: Any) -> None:
    theirs = ErasureRequestFactory()
    assert withdraw_request(by=sam) is False
    theirs.refresh_from_db()
    assert theirs.is_waiting


def test_granted_the_person_is_anonymised_and_told_before_the_address_goes(
    ada: Any, sam: Any, mailoutbox: Any, django_capture_on_commit_callbacks: Any
) -> None:
    request = ErasureRequestFactory(person=sam)
    assert after_commit(
        django_capture_on_commit_callbacks, grant, request=request, by=ada, reason="Sam Tarn asked"
    )
    request.refresh_from_db()
    sam.refresh_from_db()
    assert (request.state, request.decided_by, request.reason) == ("done", ada, "Anonymised person asked")
    assert (sam.email, str(sam)) == ("", "Anonymised person")
    assert mailoutbox[0].to == ["sam@mail.example"]
    assert grant(request=request, by=ada, reason="Again") is False


def test_refused_the_person_reads_why(
    ada: Any, sam: Any, mailoutbox: Any, signed_in: Any, django_capture_on_commit_callbacks: Any
) -> None:
    request = ErasureRequestFactory(person=sam)
    why = "You are still a trustee."
    assert after_commit(django_capture_on_commit_callbacks, refuse, request=request, by=ada, reason=why)
    assert why in mailoutbox[0].body
    assert why in signed_in(sam).get(reverse("privacy:erasure")).text
    assert User.objects.get(pk=sam.pk).email
    assert refuse(request=request, by=ada, reason="Again") is False


def test_a_mail_server_that_fails_undoes_nothing(
    ada: Any, sam: Any, monkeypatch: Any, caplog: Any, django_capture_on_commit_callbacks: Any
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise OSError(f"No route for {sam.email}")

    monkeypatch.setattr("learners.privacy.mail.EmailMessage.send", fail)
    request = ErasureRequestFactory(person=sam)
    after_commit(django_capture_on_commit_callbacks, grant, request=request, by=ada, reason="Asked")
    assert User.objects.get(pk=sam.pk).anonymised_at
    assert "OSError" in caplog.text
    assert "sam@mail.example" not in caplog.text


def test_somebody_without_an_address_is_anonymised_too(ada: Any, mailoutbox: Any) -> None:
    request = ErasureRequestFactory(person__email="")
    assert grant(request=request, by=ada, reason="Asked by letter")
    assert not mailoutbox


@pytest.mark.parametrize("decide", [grant, refuse])
def test_only_those_who_may_decide_and_never_about_themselves(ada: Any, sam: Any, decide: Any) -> None:
    theirs = ErasureRequestFactory(person=sam)
    for request, by in (
        (theirs, PersonFactory(groups=["Educators"])),
        (theirs, sam),
        (ErasureRequestFactory(person=ada), ada),
        (ErasureRequestFactory(person__administrator=True), ada),
    ):
        with pytest.raises(PermissionDenied):
            decide(request=request, by=by, reason="Because")


def test_without_a_reason_nothing_is_decided(ada: Any) -> None:
    request = ErasureRequestFactory()
    for decide in (grant, refuse):
        with pytest.raises(ValueError, match="reason"):
            decide(request=request, by=ada, reason=" ")
    assert ErasureRequest.objects.waiting().exists()


def test_who_belongs_or_serves_somewhere_is_not_anonymised_before_that_has_ended(ada: Any) -> None:
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    for tie in (
        MembershipFactory(),
        MembershipFactory(ends_on=timezone.localdate()),
        MembershipFactory(starts_on=tomorrow),
        AppointmentFactory(),
        AppointmentFactory(network_lead=True),
    ):
        request = ErasureRequestFactory(person=tie.person)
        with pytest.raises(NotNow) as stands:
            grant(request=request, by=ada, reason="Asked")
        assert "End this first." in str(stands.value)
        request.refresh_from_db()
        assert request.is_waiting
        assert not User.objects.get(pk=tie.person.pk).anonymised_at


def test_the_last_with_all_permissions_stays() -> None:
    root = PersonFactory(administrator=True)
    assert obstacles(root, timezone.localdate()) == [
        "Nobody else has all permissions. Give them to somebody first."
    ]
    PersonFactory(administrator=True)
    assert anonymise(person=root, by=None, reason="Left")
    assert not User.objects.get(pk=root.pk).is_superuser


def test_nothing_anonymises_somebody_who_is_held_and_lifting_lets_it(ada: Any, sam: Any) -> None:
    hold = place_hold(person=sam, reason="The coroner asked", by=ada)
    request = ErasureRequestFactory(person=sam)
    with pytest.raises(NotNow, match="legal hold"):
        grant(request=request, by=ada, reason="Asked")
    with pytest.raises(NotNow, match="legal hold"):
        anonymise(person=sam, by=None, reason="Time")
    assert lift_hold(hold=hold, by=ada)
    assert lift_hold(hold=hold, by=ada) is False
    assert grant(request=request, by=ada, reason="Asked")


def test_the_person_reads_nothing_of_a_hold(signed_in: Any, sam: Any) -> None:
    pages = []
    for _ in range(2):
        ErasureRequest.objects.all().delete()
        ErasureRequestFactory(person=sam)
        pages += [
            signed_in(sam).get(reverse(f"privacy:{name}")).text.split("<main")[1]
            for name in ("my_data", "erasure")
        ]
        LegalHoldFactory(person=sam, reason="The coroner asked")

    def plain(page: str) -> str:
        return page.partition("csrfmiddlewaretoken")[0]

    assert [plain(page) for page in pages[:2]] == [plain(page) for page in pages[2:]]


def test_only_administrators_hold_and_only_those_who_have_a_name(ada: Any, sam: Any) -> None:
    with pytest.raises(PermissionDenied):
        place_hold(person=sam, reason="Because", by=PersonFactory(groups=["Educators"]))
    with pytest.raises(PermissionDenied):
        lift_hold(hold=LegalHoldFactory(), by=sam)
    with pytest.raises(ValueError, match="reason"):
        place_hold(person=sam, reason=" ", by=ada)
    anonymise(person=sam, by=None, reason="Time")
    with pytest.raises(ValueError, match="anonymised"):
        place_hold(person=sam, reason="Too late", by=ada)
    with pytest.raises(ValueError, match="anonymised"):
        ask_to_be_forgotten(by=sam)
    assert not LegalHold.objects.filter(person=sam).exists()

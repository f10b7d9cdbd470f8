"""Guessing is slow, nobody's mailbox is filled, and a code lets in as many as it may, whoever comes at once."""

import threading
import uuid
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse

from learners.joining import limits
from learners.joining.codes import new_code, shown
from learners.joining.coming_in import NotInForce, come_in, come_in_by_address
from learners.joining.models import EmailProof, Joining, State
from learners.joining.proving import Verdict, prove, send_digits, spend
from learners.organisations.models import Membership
from learners.people.models import User
from tests.factories import PersonFactory
from tests.factories.joining import JoinCodeFactory
from tests.learners.at_the_door import ADA, ADDRESS, at, sent_digits, wrong_digits

pytestmark = pytest.mark.django_db


def guess(client: Any, from_: str = "203.0.113.1") -> int:
    return client.get(f"/join/{shown(new_code())}/", REMOTE_ADDR=from_).status_code


def test_guessing_from_one_network_address_is_stopped(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MISSES", "3/10m/ip")
    assert [guess(client) for _ in range(5)] == [404, 404, 404, 429, 429]
    by_hand = client.post(reverse("joining:enter"), {"code": new_code()}, REMOTE_ADDR="203.0.113.1")
    assert by_hand.status_code == 429
    assert guess(client, from_="203.0.113.2") == 404


def test_guessing_from_everywhere_is_stopped(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MISSES", "60/10m/ip,3/10m/key")
    assert [guess(client, from_=f"203.0.113.{number}") for number in range(5)] == [404, 404, 404, 429, 429]


def test_the_limits_are_what_the_decision_says() -> None:
    assert limits.MISSES == "60/10m/ip,600/10m/key"
    assert (limits.MAILS_TO_ADDRESS, limits.MAILS_FROM_HERE) == ("5/h/key,10/d/key", "300/h/ip")


def test_a_right_code_costs_nothing(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MISSES", "1/10m/ip")
    code = JoinCodeFactory()
    assert {client.get(at("welcome", code)).status_code for _ in range(5)} == {200}


def test_nobodys_mailbox_is_filled(client: Any) -> None:
    code = JoinCodeFactory()
    for _ in range(6):
        response = Client().post(at("address", code), {"email": ADDRESS})
    assert "several codes" in str(response.context["form"].errors["email"])
    assert len(mail.outbox) == 5
    client.post(at("address", code), {"email": "another@example.org"})
    assert len(mail.outbox) == 6


def test_one_network_address_cannot_mail_everybody(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAILS_FROM_HERE", "2/h/ip")
    code = JoinCodeFactory()
    sent = [
        client.post(at("address", code), {"email": f"{number}@example.org"}).status_code
        for number in range(3)
    ]
    assert sent == [302, 302, 429]


def test_old_proofs_are_swept_out() -> None:
    old = send_digits(email=ADDRESS)
    EmailProof.objects.update(sent_at="2020-01-01T00:00:00Z")
    send_digits(email=ADDRESS)
    assert EmailProof.objects.get().uuid != old


def at_once(work: Any, *of: Any) -> list[Any]:
    """What several workers bring home who begin together."""
    begin, brought = threading.Barrier(len(of)), []

    def worker(each: Any) -> None:
        begin.wait()
        try:
            brought.append(work(each))
        finally:
            connection.close()

    threads = [threading.Thread(target=worker, args=[each]) for each in of]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(brought) == len(of)
    return brought


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_no_more_come_in_than_may_however_many_come_at_once() -> None:
    code = JoinCodeFactory(most_uses=2)

    def come(person: Any) -> str:
        try:
            return "in" if come_in(code=code, person=person).is_new else "before"
        except NotInForce as refused:
            return str(refused.state)

    brought = at_once(come, *[PersonFactory() for _ in range(5)])
    assert sorted(brought) == ["in", "in", *[str(State.USED_UP)] * 3]
    assert (Membership.objects.count(), Joining.objects.count()) == (2, 2)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_one_address_by_two_codes_at_once_is_one_account() -> None:
    codes = [JoinCodeFactory(), JoinCodeFactory(), JoinCodeFactory()]
    proofs = {}
    for code in codes:
        proofs[code.pk] = send_digits(email=ADDRESS)
        assert prove(proof=proofs[code.pk], email=ADDRESS, digits=sent_digits()) is Verdict.PROVEN

    def come(code: Any) -> Any:
        return come_in_by_address(code=code, proof=proofs[code.pk], email=ADDRESS, **ADA).person.pk

    assert len(set(at_once(come, *codes))) == 1
    assert User.objects.get(email=ADDRESS).memberships.count() == 3


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_double_click_at_the_same_moment_joins_once() -> None:
    code = JoinCodeFactory()
    proof = send_digits(email=ADDRESS)
    prove(proof=proof, email=ADDRESS, digits=sent_digits())

    def come(_: int) -> bool:
        return come_in_by_address(code=code, proof=proof, email=ADDRESS, **ADA).is_new

    assert at_once(come, 1, 2, 3) == [True] * 3
    assert (Membership.objects.count(), Joining.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_wrong_digits_side_by_side_all_count() -> None:
    proof = send_digits(email=ADDRESS)
    wrong, right = wrong_digits(), sent_digits()
    at_once(lambda _: prove(proof=proof, email=ADDRESS, digits=wrong), *range(6))
    assert EmailProof.objects.get().tries == 5
    assert prove(proof=proof, email=ADDRESS, digits=right) is Verdict.OVER


def test_a_proof_is_used_once() -> None:
    proof = send_digits(email=ADDRESS)
    assert not spend(proof=proof)  # not proven yet
    prove(proof=proof, email=ADDRESS, digits=sent_digits())
    assert spend(proof=proof)
    assert spend(proof=proof)  # a double click
    EmailProof.objects.update(spent_at="2020-01-01T00:00:00Z")
    assert not spend(proof=proof)
    assert not spend(proof=uuid.uuid4())

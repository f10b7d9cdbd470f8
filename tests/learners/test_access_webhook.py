"""An organisation's own service is told of each event at least once, in order, signed, and nowhere inside."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from learners.access.actions import mark, send_again, set_webhook, stop_webhook
from learners.access.deciding import Mark
from learners.access.delivering import LEASE, PAUSES, deliver, lease
from learners.access.models import AccessEvent, Delivery, Webhook
from learners.access.receiver import Receiver
from learners.outward import NotAllowed, is_public
from learners.sealing import NoKey, seal, unseal
from tests.factories import AppointmentFactory, PersonFactory
from tests.factories.access import gate, trained
from tests.fakes.webhook import Service, serving

pytestmark = pytest.mark.django_db


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with serving(tmp_path) as found:
        yield found


@pytest.fixture
def account(service: Service) -> Any:
    """Somebody who is ready, at an organisation that has a webhook."""
    found = trained(gate(), employee_number="901", person__last_name="Quillfeather")
    service.secret = set_webhook(organisation=found.organisation, address=service.address, by=PersonFactory())
    return found


def send(service: Service, after: datetime.timedelta = datetime.timedelta(0)) -> Any:
    """A run, some time from now."""
    at = timezone.now() + after
    return deliver(now=lambda: at, door=service.door)


def grant(account: Any) -> None:
    mark(organisation=account.organisation, accounts=[account.uuid], mark=Mark.GRANT, by=PersonFactory())


def test_it_is_told_in_order_once_and_without_a_name(service: Service, account: Any) -> None:
    assert send(service).taken == 1
    grant(account)
    assert [send(service).taken, send(service).taken] == [1, 0]
    ready, granted = service.taken
    assert (ready["type"], ready["data"]["queue"], ready["data"]["state"]) == (
        "access.queued",
        "ready",
        "none",
    )
    assert (granted["type"], granted["data"]["state"]) == ("access.granted", "granted")
    assert granted["data"]["employee_number"] == "901"
    assert granted["data"]["account"] == str(account.uuid)
    assert "Quillfeather" not in str(service.taken)
    assert account.person.email not in str(service.taken)
    assert service.ids == [str(key) for key in AccessEvent.objects.values_list("uuid", flat=True)]
    assert set(service.hosts) == {f"hooks.example.org:{service.port}"}


@pytest.mark.parametrize("fault", [500, 404, 302, 429, -500])
def test_what_fails_is_told_later_and_before_what_came_after(
    service: Service, account: Any, fault: int
) -> None:
    service.answers.append(fault)
    tally = send(service)
    assert (tally.taken, bool(tally.problem)) == (0, True)
    grant(account)
    assert send(service).taken == 0  # it is left alone
    assert send(service, PAUSES[0]).taken == 2
    assert [told["type"] for told in service.taken] == ["access.queued", "access.granted"]


def test_it_waits_as_long_as_it_is_asked_to(service: Service, account: Any) -> None:
    service.answers.append(503)
    service.headers = {"Retry-After": "600"}
    send(service)
    service.headers = {}
    assert send(service, PAUSES[0] * 2).taken == 0
    assert send(service, PAUSES[0] * 11).taken == 1


def test_taken_but_the_answer_was_lost_it_comes_again_with_the_same_id(
    service: Service, account: Any
) -> None:
    service.answers.append(-200)
    send(service)
    assert send(service, PAUSES[0]).taken == 1
    assert len(service.ids) == 2
    assert len(set(service.ids)) == 1


def test_killed_in_the_middle_it_is_sent_once_the_lease_is_over(service: Service, account: Any) -> None:
    class Killed(BaseException):
        """The process ends here."""

    def door(address: str) -> Any:
        raise Killed

    with pytest.raises(Killed):
        deliver(door=door)
    assert send(service).taken == 0
    assert send(service, LEASE).taken == 1
    webhook, at = Webhook.objects.get(), timezone.now()
    assert lease(webhook, at=at) is None


def test_one_that_is_never_taken_is_given_up_and_the_next_has_its_turn(
    service: Service, account: Any
) -> None:
    service.answers.extend([422] * (len(PAUSES) + 1))
    after = datetime.timedelta(0)
    for wait in [*PAUSES, datetime.timedelta(0)]:
        send(service, after)
        after += wait
    grant(account)
    assert Delivery.objects.get(state="dead").last_error.startswith("Answered 422")
    assert send(service, after).taken == 1
    assert send_again(webhook=Webhook.objects.get(), by=PersonFactory()) == 1
    assert send(service, after).taken == 1
    assert [told["type"] for told in service.taken] == ["access.granted", "access.queued"]


def test_without_a_webhook_or_when_it_is_stopped_nothing_goes_out(service: Service, account: Any) -> None:
    stop_webhook(webhook=Webhook.objects.get(), by=PersonFactory())
    grant(account)
    assert send(service).taken == 0
    assert not Delivery.objects.exists()
    assert service.taken == []


def test_a_certificate_of_somebody_else_is_not_trusted(service: Service, account: Any) -> None:
    address = service.address.replace("hooks.example.org", "other.example.org")
    Webhook.objects.update(address=address)
    assert "ConnectError" in send(service).problem
    assert service.taken == []


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1",
     "fe80::1", "fc00::1", "::ffff:10.0.0.1", "2002:0a00:0001::1", "224.0.0.1", "ff02::1"],
)  # fmt: skip
def test_nothing_inside_is_public(address: str) -> None:
    assert not is_public(address)


def resolving(*found: str) -> Callable[[str, int], list[str]]:
    return lambda host, port: list(found)


def test_a_name_that_leads_inside_is_refused_whatever_else_it_leads_to() -> None:
    assert is_public("93.184.215.14")
    mixed = Receiver("https://hooks.example.org/", resolve=resolving("93.184.215.14", "10.0.0.1"))
    with pytest.raises(NotAllowed, match="not on the open internet"):
        mixed.check()
    assert mixed.send(b"{}", {}).status is None
    fine = Receiver("https://hooks.example.org/", resolve=resolving("93.184.215.14"))
    assert fine.check() == "93.184.215.14"
    for address in (
        "http://hooks.example.org/",
        "https://",
        "https://a:b@hooks.example.org/",
        "https://[::1",
    ):
        with pytest.raises(NotAllowed):
            Receiver(address, resolve=resolving("93.184.215.14")).check()


def test_the_secret_is_kept_encrypted_and_read_only_by_its_key(settings: Any, account: Any) -> None:
    webhook = Webhook.objects.get()
    secret = unseal(webhook.sealed_secret)
    assert secret.startswith("whsec_")
    assert secret not in webhook.sealed_secret
    settings.SEALING_KEYS = ["ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA="]
    with pytest.raises(NoKey):
        unseal(webhook.sealed_secret)
    call_command("deliver_access_events")
    assert "SEALING_KEYS" in Webhook.objects.get().last_error
    settings.SEALING_KEYS = []
    with pytest.raises(NoKey):
        seal(secret)


def test_an_administrator_sets_it_and_sees_the_secret_once(
    signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = gate().organisation
    keeper = signed_in(AppointmentFactory(organisation=here, capacity="administrator").person)
    where = reverse("access:webhook", args=[here.uuid])
    refused = keeper.post(where, {"address": "https://localhost/hook"})
    assert "localhost is not on the open internet." in refused.text
    assert not Webhook.objects.exists()
    monkeypatch.setattr(Receiver, "check", lambda receiver: "93.184.215.14")
    shown = keeper.post(where, {"address": "https://hooks.example.org/a"})
    secret = unseal(Webhook.objects.get().sealed_secret)
    assert secret.split("_")[1].rstrip("=")[:20] in shown.text
    assert "no-store" in shown["Cache-Control"]
    assert secret.split("_")[1].rstrip("=")[:20] not in keeper.get(where).text
    keeper.post(reverse("access:webhook_stop", args=[here.uuid]))
    assert not Webhook.objects.get().active

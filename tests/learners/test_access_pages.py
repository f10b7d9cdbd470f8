"""An administrator's way through the queue. For everybody else it does not exist."""

import csv
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from learners.access.models import AccessEvent, Account
from tests.factories import AppointmentFactory, MembershipFactory, PersonFactory
from tests.factories.access import account_of, gate, granted, trained

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> Any:
    return gate()


@pytest.fixture
def keeper(signed_in: Any, asked: Any) -> Any:
    return signed_in(AppointmentFactory(organisation=asked.organisation, capacity="administrator").person)


def at(asked: Any, name: str, *more: Any) -> str:
    return reverse(f"access:{name}", args=[asked.organisation.uuid, *more])


def test_looking_changes_nothing_and_confirming_marks(asked: Any, keeper: Any) -> None:
    dora = trained(asked, person__first_name="Dora", employee_number="901")
    late = account_of(MembershipFactory(organisation=asked.organisation, person__first_name="Una"))
    chosen = {"accounts": [str(dora.uuid), str(late.uuid)], "mark": "grant"}
    seen = keeper.post(at(asked, "look"), chosen).text
    assert "Mark 2 accounts as granted?" in seen
    assert "Not all have done what an account needs" in seen
    assert not AccessEvent.objects.exists()
    done = keeper.post(at(asked, "confirm"), {"accounts": f"{dora.uuid}", "mark": "grant"}, follow=True).text
    assert "1 account is marked as granted." in done
    again = keeper.post(at(asked, "confirm"), {"accounts": f"{dora.uuid}", "mark": "grant"}, follow=True).text
    assert "Nothing was changed" in again
    batch = AccessEvent.objects.get().batch
    assert "1 account is as before." in keeper.post(at(asked, "undo", batch), follow=True).text
    dora.refresh_from_db()
    assert dora.state == "none"


def test_everybody_on_a_list_is_looked_up_on_the_server(asked: Any, keeper: Any) -> None:
    trained(asked, person__last_name="Tarn")
    trained(asked, person__last_name="Tarn")
    trained(asked, person__last_name="Weir")
    given = {"everybody": "on", "queue": "ready", "q": "tarn", "mark": "grant"}
    assert "Mark 2 accounts as granted?" in keeper.post(at(asked, "look"), given).text


@pytest.mark.parametrize(
    "given", [{}, {"mark": "grant"}, {"mark": "grant", "accounts": "1; DROP"}, {"mark": "x"}]
)
def test_nonsense_is_told_and_changes_nothing(asked: Any, keeper: Any, given: dict[str, str]) -> None:
    for name in ("look", "confirm"):
        assert "Choose at least one person" in keeper.post(at(asked, name), given, follow=True).text
    assert not AccessEvent.objects.exists()


def test_the_file_is_safe_to_open_and_holds_the_list(asked: Any, keeper: Any) -> None:
    trained(asked, person__first_name="=1+1", employee_number="901")
    account_of(MembershipFactory(organisation=asked.organisation))
    response = keeper.get(at(asked, "csv"), {"queue": "ready"})
    lines = list(csv.DictReader(response.getvalue().decode("utf-8-sig").splitlines()))
    assert [(line["Employee number"], line["First name"], line["List"]) for line in lines] == [
        ("901", "'=1+1", "Ready to grant")
    ]


def test_accounts_of_others_cannot_be_marked(asked: Any, keeper: Any) -> None:
    theirs = trained(gate())
    keeper.post(at(asked, "confirm"), {"accounts": str(theirs.uuid), "mark": "grant"})
    assert Account.objects.get(pk=theirs.pk).state == "none"
    batch = granted(theirs, PersonFactory()).events.get().batch
    keeper.post(at(asked, "undo", batch))
    assert Account.objects.get(pk=theirs.pk).state == "granted"
    assert keeper.get(reverse("access:queue", args=[theirs.organisation.uuid])).status_code == 404


def test_last_uses_are_all_read_or_none(asked: Any, keeper: Any) -> None:
    account = granted(trained(asked, employee_number="901"), PersonFactory())
    today = timezone.localdate().isoformat()
    wrong = keeper.post(
        at(asked, "uses"), {"lines": f"number,day\n901,{today}\n902,{today}\n901,tomorrow"}
    ).text
    assert "Nobody here has the employee number 902" in wrong
    assert "901: enter a day that has been" in wrong
    account.refresh_from_db()
    assert account.used_on is None
    assert (
        "Noted for 1 account." in keeper.post(at(asked, "uses"), {"lines": f"901,{today}"}, follow=True).text
    )
    account.refresh_from_db()
    assert account.used_on == timezone.localdate()

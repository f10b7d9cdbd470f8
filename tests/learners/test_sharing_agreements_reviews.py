"""An agreement's owner is told of its review 90 and 30 days before, once each, however often the command runs."""

import datetime
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from learners.sharing import noticing
from learners.sharing.actions.agreements import change_details
from learners.sharing.models import Agreement, ReviewNotice
from learners.sharing.noticing import lease, remind_owners
from learners.sharing.reviewing import TOLD, notice_due, review_of
from tests.factories import AppointmentFactory, NetworkFactory, PersonFactory
from tests.factories.sharing import agreement_in

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
REVIEW = datetime.date(2027, 3, 1)

DUE: list[tuple[int, set[int], int | None]] = [
    (91, set(), None),
    (90, set(), 90),
    (89, set(), 90),
    (89, {90}, None),
    (31, {90}, None),
    (30, {90}, 30),
    (20, set(), 30),  # a late run: the one, not both
    (20, {90, 30}, None),
    (0, {90}, 30),
    (-5, {90}, 30),
    (-5, {30}, None),
]


@pytest.mark.parametrize(("days", "told", "due"), DUE)
def test_of_which_day_the_owner_is_told(days: int, told: set[int], due: int | None) -> None:
    review = review_of(REVIEW, REVIEW - datetime.timedelta(days=days), is_over=False)
    assert review is not None
    assert notice_due(review, told) == due


@pytest.fixture
def agreement() -> Agreement:
    return agreement_in(NetworkFactory(), owner_email="governance@trust.example", review_by=REVIEW)


def on(days: int) -> Any:
    """So many days before the review, at noon."""
    day = datetime.datetime.combine(REVIEW - datetime.timedelta(days=days), datetime.time(12), datetime.UTC)
    return time_machine.travel(day, tick=False)


def run(*days: int) -> int:
    """How many e-mails there are after the command ran on these days, twice on each."""
    for each in days:
        with on(each):
            call_command("remind_agreements")
            call_command("remind_agreements")
    return len(mail.outbox)


def test_twice_in_all_and_with_a_way_to_its_page(agreement: Agreement) -> None:
    assert run(91) == 0
    assert run(90, 89, 60, 31) == 1
    assert run(30, 29, 1, 0, -1) == 2
    first = mail.outbox[0]
    assert first.to == ["governance@trust.example"]
    page = reverse("agreements:network_agreement", args=[agreement.network.slug, agreement.uuid])
    assert page in first.body
    assert "1 March 2027" in first.body
    assert len({each.extra_headers["Message-ID"] for each in mail.outbox}) == 2


def test_a_late_run_tells_once(agreement: Agreement) -> None:
    assert run(12) == 1
    assert ReviewNotice.objects.get().days == TOLD[-1]


def test_after_its_day_it_says_that_it_is_late(agreement: Agreement) -> None:
    run(-3)
    assert "It was to be reviewed by" in mail.outbox[0].body


def test_another_day_is_told_of_anew(agreement: Agreement) -> None:
    run(30)
    later = REVIEW + datetime.timedelta(days=365)
    change_details(
        agreement=agreement,
        owner="Lead",
        owner_email="new@trust.example",
        review_by=later,
        by=PersonFactory(),
    )
    assert run(0) == 1
    assert run(-365 + 90) == 2
    assert mail.outbox[1].to == ["new@trust.example"]


@pytest.mark.parametrize("given", [{"stage": "expired"}, {"owner_email": ""}, {"review_by": None}])
def test_nobody_is_told_of_what_is_over_or_has_no_address_or_no_day(
    agreement: Agreement, given: dict[str, Any]
) -> None:
    Agreement.objects.update(**given)
    assert run(30) == 0


def test_of_two_senders_at_once_one_sends(agreement: Agreement) -> None:
    with on(90):
        noticing.plan(timezone.localdate())
        noticing.plan(timezone.localdate())
        (key,) = ReviewNotice.objects.values_list("pk", flat=True)
        assert lease(key, timezone.now()) is not None
        assert lease(key, timezone.now()) is None
        assert remind_owners().sent == 0


def test_what_was_planned_and_not_sent_is_overtaken_by_the_next(agreement: Agreement) -> None:
    with on(90):
        noticing.plan(timezone.localdate())
    assert run(30) == 1
    assert ReviewNotice.objects.get(sent_at__isnull=False).days == TOLD[-1]


def test_a_mail_server_that_fails_is_tried_again(
    agreement: Agreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(notice: ReviewNotice) -> None:
        raise ConnectionRefusedError

    with monkeypatch.context() as patched, on(90):
        patched.setattr(noticing, "hand_over", fails)
        with pytest.raises(CommandError, match="mail server failed"):
            call_command("remind_agreements")
    assert run(89) == 1


def test_an_address_that_is_refused_is_tried_again_after_a_day(
    agreement: Agreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(notice: ReviewNotice) -> None:
        raise SMTPRecipientsRefused({})

    with monkeypatch.context() as patched, on(90):
        patched.setattr(noticing, "hand_over", refuses)
        assert remind_owners().refused == 1
    assert run(90) == 0
    assert run(88) == 1


def test_the_leads_page_lists_what_is_due(agreement: Agreement, signed_in: Any) -> None:
    lead = AppointmentFactory(
        network_lead=True, network=agreement.network, starts_on=datetime.date(2026, 1, 1)
    )
    client, url = (
        signed_in(lead.person),
        reverse("agreements:network_agreements", args=[agreement.network.slug]),
    )
    for days, words in ((91, False), (90, True), (-1, True)):
        with on(days):
            client.force_login(lead.person)
            assert ("Reviews that are due" in client.get(url).text) is words


@pytest.mark.parametrize(("moment", "told"), [("2027-06-29 22:30", 0), ("2027-06-29 23:30", 1)])
def test_a_day_begins_at_midnight_in_london_in_summer_too(
    agreement: Agreement, moment: str, told: int
) -> None:
    Agreement.objects.update(review_by=datetime.date(2027, 9, 28))  # 90 days after 30 June
    with time_machine.travel(f"{moment}+00:00", tick=False):
        assert remind_owners().sent == told


def test_a_title_of_two_lines_does_not_keep_its_owner_from_hearing(agreement: Agreement) -> None:
    Agreement.objects.update(title="Sharing\nfor care")
    assert run(30) == 1
    assert mail.outbox[0].subject == "Review by 1 March 2027: Sharing for care, version 1.0"

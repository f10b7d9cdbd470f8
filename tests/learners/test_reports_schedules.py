"""Reports regularly: one e-mail with a link, for one person, as long as they may look."""

import datetime
import re
from collections.abc import Callable
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from learners.reports import sending as sending_module
from learners.reports.due_days import latest_day
from learners.reports.models import Schedule, Sending
from learners.reports.selectors import signed
from learners.reports.sending import send_reports
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    NetworkMembershipFactory,
    RequirementFactory,
)
from tests.factories.reports import ScheduleFactory, SendingFactory

pytestmark = pytest.mark.django_db

MONDAY = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


def at(moment: datetime.datetime) -> Callable[[], datetime.datetime]:
    return lambda: moment


def sent(moment: datetime.datetime = MONDAY) -> int:
    with time_machine.travel(moment, tick=False):
        return send_reports(at(moment)).sent


@pytest.fixture
def weekly() -> Any:
    return ScheduleFactory(made_at=MONDAY - 20 * DAY, report="people", owner__first_name="Gwilym")


@pytest.mark.parametrize(
    ("cadence", "today", "day"),
    [
        ("weekly", "2026-11-23", "2026-11-22"),
        ("weekly", "2026-11-29", "2026-11-22"),
        ("monthly", "2026-11-30", "2026-10-31"),
        ("monthly", "2028-03-01", "2028-02-29"),
        ("monthly", "2027-01-01", "2026-12-31"),
    ],
)
def test_the_last_sunday_and_the_last_month_end(cadence: str, today: str, day: str) -> None:
    assert latest_day(cadence, datetime.date.fromisoformat(today)) == datetime.date.fromisoformat(day)


def test_it_comes_once_a_week_however_often_it_is_run(weekly: Any) -> None:
    assert [sent(), sent(), sent(MONDAY + DAY), sent(MONDAY + 7 * DAY)] == [1, 0, 0, 1]
    assert [each.day.isoformat() for each in Sending.objects.order_by("day")] == ["2026-11-22", "2026-11-29"]


def test_the_mail_names_nobody_and_carries_nothing(weekly: Any) -> None:
    colleague = MembershipFactory(organisation=weekly.organisation).person
    sent()
    (message,) = mail.outbox
    assert message.to == [weekly.owner.email]
    assert not message.attachments
    assert colleague.last_name not in message.body
    assert "22 November 2026" in message.body
    assert re.search(r"/managing/reports/links/\S+/", message.body)
    assert message.extra_headers["List-Unsubscribe"].strip("<>") in message.body


def test_nothing_is_sent_at_night_nor_of_a_week_before_it_was_asked_for(weekly: Any) -> None:
    assert sent(MONDAY.replace(hour=2)) == 0
    Schedule.objects.update(made_at=MONDAY)
    assert sent() == 0


def test_who_left_is_sent_nothing_and_the_schedule_ends(weekly: Any) -> None:
    weekly.owner.appointments.update(ends_on=MONDAY.date() - 30 * DAY)
    assert sent() == 0
    weekly.refresh_from_db()
    assert weekly.stopped_at


def test_a_refused_address_waits_for_a_day_and_a_failing_server_ends_the_run(
    weekly: Any, monkeypatch: Any
) -> None:
    answers: list[Exception] = [SMTPRecipientsRefused({}), ConnectionError()]

    def refuse(sending: Any) -> None:
        raise answers.pop(0)

    with monkeypatch.context() as broken:
        broken.setattr(sending_module, "hand_over", refuse)
        assert sent() == 0
        assert sent(MONDAY + DAY / 24) == 0
        assert len(answers) == 1
        with (
            time_machine.travel(MONDAY + DAY, tick=False),
            pytest.raises(CommandError, match="ConnectionError"),
        ):
            call_command("send_reports")
    assert sent(MONDAY + DAY + DAY / 24) == 1


@pytest.fixture
def link(weekly: Any, client: Any) -> Any:
    """A function that opens a link as somebody."""
    RequirementFactory(organisation=weekly.organisation)
    sending = SendingFactory(schedule=weekly)

    def opened(person: Any, name: str = "link") -> Any:
        client.logout()
        if person:
            client.force_login(person)
        return client.get(reverse(f"reports:{name}", args=[signed(sending)]))

    opened.sending = sending  # type: ignore[attr-defined]
    return opened


def test_the_link_opens_for_its_owner_alone_once_signed_in(link: Any, weekly: Any) -> None:
    other = AppointmentFactory(capacity="administrator", organisation=weekly.organisation).person
    assert "Download the report" in link(weekly.owner).text
    assert "attachment" in link(weekly.owner, "link_file")["Content-Disposition"]
    for name in ("link", "link_file"):
        assert link(other, name).status_code == 404
        assert link(None, name)["Location"].startswith(reverse("account_login"))


def test_a_link_is_over_after_14_days(link: Any, weekly: Any) -> None:
    Sending.objects.update(sent_at=timezone.now() - 14 * DAY)
    page = link(weekly.owner)
    assert page.status_code == 410
    assert "opens the report no more" in page.text
    assert link(weekly.owner, "link_file")["Location"] == reverse("reports:link", args=[signed(link.sending)])


def test_the_link_of_a_manager_who_left_opens_nothing(link: Any, weekly: Any) -> None:
    weekly.owner.appointments.update(ends_on=timezone.localdate() - DAY)
    assert link(weekly.owner).status_code == 404
    assert link(weekly.owner, "link_file").status_code == 404


def test_a_manager_who_administers_no_more_has_no_pack(link: Any, weekly: Any) -> None:
    Schedule.objects.update(report="pack")
    assert link(weekly.owner).status_code == 200
    weekly.owner.appointments.update(capacity="manager")
    assert link(weekly.owner).status_code == 404


def test_a_link_that_was_changed_is_none(weekly: Any, client: Any) -> None:
    client.force_login(weekly.owner)
    sending = SendingFactory(schedule=weekly)
    for wrong in (str(sending.uuid), f"{sending.uuid}:nonsense", signed(weekly)):
        assert client.get(reverse("reports:link", args=[wrong])).status_code == 404
    assert client.get(reverse("reports:stop_by_link", args=[signed(sending)])).status_code == 404


def test_it_is_stopped_by_a_button_behind_the_link_without_signing_in(weekly: Any, client: Any) -> None:
    address = reverse("reports:stop_by_link", args=[signed(weekly)])
    assert "Send it no more" in client.get(address).text
    assert Schedule.objects.running().exists()
    assert "You are sent this report no more" in client.post(address).text
    assert not Schedule.objects.running().exists()
    assert sent() == 0


def test_somebody_elses_schedule_cannot_be_stopped(weekly: Any, client: Any) -> None:
    client.force_login(AppointmentFactory(organisation=weekly.organisation).person)
    assert client.post(reverse("reports:stop", args=[weekly.uuid])).status_code == 404
    client.force_login(weekly.owner)
    assert client.post(reverse("reports:stop", args=[weekly.uuid])).status_code == 302
    assert not Schedule.objects.running().exists()


def test_asking_twice_is_asking_once(client: Any) -> None:
    manager = AppointmentFactory()
    client.force_login(manager.person)
    address = reverse("reports:organisation", args=[manager.organisation.uuid])
    assert "Choose how often" in client.post(address, {"report": "people"}).text
    assert (
        "Choose a report from the list" in client.post(address, {"report": "pack", "cadence": "monthly"}).text
    )
    for _ in range(2):
        client.post(address, {"report": "people", "cadence": "monthly"})
    (asked,) = Schedule.objects.all()
    assert (asked.owner, asked.report) == (manager.person, "people")
    assert "Every month, as at its last day" in client.get(address).text


def test_the_lead_of_a_network_has_figures_and_no_names(client: Any) -> None:
    joined = NetworkMembershipFactory()
    lead = AppointmentFactory(network_lead=True, network=joined.network).person
    RequirementFactory(organisation=joined.organisation)
    people = [MembershipFactory(organisation=joined.organisation).person for _ in range(3)]
    client.force_login(lead)
    answer = client.get(reverse("reports:network_file", args=[joined.network.slug]), {"kind": "csv"})
    text = b"".join(answer.streaming_content).decode()
    assert joined.organisation.name in text
    assert "too few to say" in text
    assert not any(person.email in text for person in people)
    client.post(reverse("reports:network", args=[joined.network.slug]), {"kind": "xlsx"})
    assert Schedule.objects.get().is_workbook
    assert client.get(reverse("reports:network_file", args=[joined.network.slug])).status_code == 200

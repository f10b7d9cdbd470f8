"""One's own choice, the link that stops reminders, and whom no e-mail reaches."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from learners.reminders.models import Digest, Preference, SendingRules
from learners.reminders.sending import send_reminders
from learners.reminders.writing import stop_token
from learners.requirements.keeping import catch_up
from tests.factories import AppointmentFactory, MembershipFactory, PersonFactory, TeamFactory
from tests.factories.reminders import due_in

pytestmark = pytest.mark.django_db


def wants(person: Any) -> tuple[bool, bool]:
    chosen = Preference.objects.get(person=person)
    return chosen.own, chosen.weekly


def test_looking_at_the_link_changes_nothing_and_the_button_stops_it(client: Any) -> None:
    person = PersonFactory()
    link = reverse("reminders:stop", args=[stop_token(person)])
    assert "Stop reminders" in client.get(link).text
    assert not Preference.objects.exists()
    assert "You get no more reminders" in client.post(link).text
    assert wants(person) == (False, False)


def test_a_mail_program_stops_it_with_one_click_without_a_page_or_a_cookie() -> None:
    person = PersonFactory()
    link = reverse("reminders:stop", args=[stop_token(person)])
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(link, {"List-Unsubscribe": "One-Click"})
    assert response.status_code == 200
    assert not response.cookies
    assert wants(person) == (False, False)


def test_a_link_that_nobody_signed_is_none(client: Any) -> None:
    person, other = PersonFactory(), PersonFactory()
    signature = stop_token(person).split(":")[1]
    for token in ("nonsense", f"{other.actor_id.hex}:{signature}"):
        assert client.post(reverse("reminders:stop", args=[token])).status_code == 404
    assert not Preference.objects.exists()


def test_somebody_chooses_for_themselves(signed_in: Any) -> None:
    person = PersonFactory()
    mine = signed_in(person)
    mine.post(reverse("reminders:preferences"), {"own": "on"})
    assert wants(person) == (True, False)
    assert 'name="own"' in mine.get(reverse("reminders:preferences")).text
    assert reverse("reminders:preferences") in mine.get(reverse("people:account")).text


def test_a_manager_reads_whom_no_e_mail_reaches_in_their_own_team_only(signed_in: Any) -> None:
    hat = due_in(2, person=PersonFactory(email="", first_name="Dora", last_name="Tarn"))
    here, team = hat.organisation, TeamFactory(organisation=hat.organisation)
    MembershipFactory(organisation=here, person__last_name="Reached")
    refused = MembershipFactory(organisation=here, team=team, person__last_name="Refused")
    Digest.objects.create(person=refused.person, day=hat.starts_on, plan=hat.uuid, state="refused")
    catch_up(here.pk)
    where = reverse("reminders:unreached", args=[here.uuid])
    seen = signed_in(AppointmentFactory(organisation=here).person).get(where).text
    assert "Dora Tarn" in seen
    assert "Refused" in seen
    assert "Reached" not in seen
    of_team = signed_in(AppointmentFactory(organisation=here, team=team).person).get(where).text
    assert "Refused" in of_team
    assert "Tarn" not in of_team


def test_an_administrator_chooses_the_hours(signed_in: Any) -> None:
    here = due_in(2).organisation
    where = reverse("reminders:rules", args=[here.uuid])
    keeper = signed_in(AppointmentFactory(organisation=here, capacity="administrator").person)
    response = keeper.post(where, {"sends": "on", "from_hour": "3", "to_hour": "18"})
    assert "Choose an hour from the list" in response.text
    assert not SendingRules.objects.exists()
    keeper.post(where, {"weekends": "on", "from_hour": "8", "to_hour": "18"})
    assert not SendingRules.objects.get(organisation=here).sends
    assert "Reminders are off here" in keeper.get(reverse("reminders:unreached", args=[here.uuid])).text
    send_reminders()
    assert not mail.outbox

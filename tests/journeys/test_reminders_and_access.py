"""A person stops reminders with the link from their e-mail; an administrator grants access to those who are ready."""

import csv
import re
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from learners.access.models import Account
from learners.reminders.models import Digest, Preference
from learners.reminders.writing import hand_over, letter_of
from learners.requirements.keeping import catch_up
from tests.factories import AppointmentFactory, MembershipFactory
from tests.factories.access import gate, trained
from tests.factories.reminders import due_in
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import DESKTOP, NARROW_PHONE, OpenPage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def look(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def the_link_from_the_e_mail(hat: Any) -> str:
    """Of an e-mail that went out just now, whatever the hour."""
    catch_up(hat.organisation_id)
    digest = Digest.objects.create(person=hat.person, day=hat.starts_on, plan=hat.uuid)
    standing = hat.organisation.requirements.get()
    module = standing.modules.get().translation_key
    digest.mentions.create(
        organisation=hat.organisation, module_key=module, due=standing.due_on, occasion="three_days"
    )
    hand_over(letter_of(digest))
    found = re.search(r"/reminders/stop/\S+", mail.outbox[-1].body)
    assert found
    return found.group()


def test_a_person_stops_reminders_on_a_phone_and_turns_them_on_again(open_page: OpenPage) -> None:
    hat = due_in(3)
    page = open_page(**NARROW_PHONE)
    page.goto(the_link_from_the_e_mail(hat))
    look(page)
    page.get_by_role("button", name="Stop reminders").click()
    expect(page.get_by_role("heading", name="You get no more reminders")).to_be_visible()
    look(page)
    assert not Preference.objects.get(person=hat.person).own
    mine = open_page(hat.person, **NARROW_PHONE)
    mine.goto("/accounts/")
    mine.get_by_role("link", name="Choose (reminders)").click()
    look(mine)
    mine.get_by_label("Remind me of modules").check()
    mine.get_by_role("button", name="Save").click()
    expect(mine.get_by_text("Your choice is saved.")).to_be_visible()
    assert Preference.objects.get(person=hat.person).own


@pytest.fixture
def keeper() -> Any:
    """Dora and Una are ready for an account; Noor is not."""
    asked = gate()
    for name in ("Dora", "Una"):
        trained(asked, person__first_name=name, person__last_name="Tarn", employee_number=f"9-{name}")
    MembershipFactory(organisation=asked.organisation, person__first_name="Noor")
    return AppointmentFactory(organisation=asked.organisation, capacity="administrator")


@pytest.mark.parametrize("screen", [DESKTOP, NARROW_PHONE], ids=["1280 px", "320 px"])
def test_an_administrator_grants_access_to_those_who_are_ready(
    open_page: OpenPage, keeper: Any, screen: dict[str, Any], tmp_path: Path
) -> None:
    page = open_page(keeper.person, **screen)
    page.goto(f"/managing/{keeper.organisation.uuid}/access/")
    expect(page.get_by_role("link", name="2 Ready to grant")).to_be_visible()
    look(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as a spreadsheet (CSV)").click()
    download.value.save_as(tmp_path / "ready.csv")
    with (tmp_path / "ready.csv").open(encoding="utf-8-sig", newline="") as opened:
        assert [line["First name"] for line in csv.DictReader(opened)] == ["Dora", "Una"]
    page.get_by_label("Dora Tarn").check()
    page.get_by_label("Una Tarn").check()
    page.get_by_role("button", name="I gave them an account").click()
    expect(page.get_by_role("heading", name="Mark 2 accounts as granted?")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Mark as granted").click()
    expect(page.get_by_text("2 accounts are marked as granted.")).to_be_visible()
    look(page)
    assert Account.objects.filter(state="granted").count() == 2
    page.get_by_role("button", name="It was a mistake: granted, 2").click()
    expect(page.get_by_text("2 accounts are as before.")).to_be_visible()
    for name in ("Tell of last use", "Days of grace", "Tell your own service"):
        page.goto(f"/managing/{keeper.organisation.uuid}/access/")
        page.get_by_role("link", name=name).click()
        look(page)
    page.goto(f"/managing/{keeper.organisation.uuid}/reminders/")
    look(page)
    page.get_by_role("link", name="Change when we remind people").click()
    look(page)

"""An administrator takes an evidence pack to an assessor, asks for figures every month, and opens the link."""

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from learners.reports.models import Schedule
from learners.reports.sending import send_reports
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    RequirementFactory,
    finish_attempt,
)
from tests.fakes.pdf_text import text_of
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import DESKTOP, NARROW_PHONE, OpenPage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def administrator() -> Any:
    """Of a hospital where six are asked for a module, and five have done it."""
    asked = RequirementFactory(
        organisation__name="Brackwater Hospitals", module=ModuleFactory(title="Ask first")
    )
    for number in range(6):
        hat = MembershipFactory(organisation=asked.organisation)
        if number:
            finish_attempt(hat.person, asked.modules.get(), asked.organisation)
    return AppointmentFactory(capacity="administrator", organisation=asked.organisation).person


def look(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def when_i_open_the_reports(page: Page) -> None:
    page.goto("/managing/")
    page.get_by_role("main").get_by_role("link", name="Brackwater Hospitals").click()
    page.get_by_role("link", name="Reports").click()
    expect(page.get_by_role("heading", level=1, name="Reports")).to_be_visible()
    look(page)


def when_i_download_a_pack(page: Page, to: Path) -> dict[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the pack").click()
    download.value.save_as(to)
    with zipfile.ZipFile(to) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def when_i_ask_for_figures_every_month(page: Page) -> None:
    regularly = page.locator("form").filter(has=page.get_by_role("button", name="Send me a link"))
    regularly.get_by_role("button").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose how often")
    look(page)
    regularly.get_by_label("Which report").select_option("figures")
    regularly.get_by_label("Every month").check()
    regularly.get_by_role("button").click()
    expect(page.get_by_role("button", name="Stop: Figures by module")).to_be_visible()
    look(page)


def when_the_month_has_ended() -> str:
    """A message comes; what its link is."""
    Schedule.objects.update(made_at=timezone.now() - timezone.timedelta(days=40))
    noon = timezone.localtime().replace(hour=12)
    with time_machine.travel(noon, tick=False):
        assert send_reports().sent == 1
    found = re.search(r"https?://[^/\s]+(/managing/reports/links/\S+)", mail.outbox[-1].body)
    assert found
    return found[1]


@pytest.mark.parametrize("screen", [DESKTOP, NARROW_PHONE], ids=["1280 px", "320 px"])
def test_an_administrator_takes_a_pack_away_and_is_sent_figures(
    open_page: OpenPage, administrator: Any, screen: dict[str, Any], tmp_path: Path
) -> None:
    page = open_page(administrator, **screen)
    when_i_open_the_reports(page)
    inside = when_i_download_a_pack(page, tmp_path / "pack.zip")
    assert "Ask first" in text_of(inside["evidence-pack.pdf"])
    rows = list(csv.DictReader(io.StringIO(inside["needs-matrix.csv"].decode("utf-8-sig"))))
    assert rows[0]["Module"] == "Ask first"
    when_i_ask_for_figures_every_month(page)
    page.goto(when_the_month_has_ended())
    look(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the report").click()
    assert download.value.suggested_filename.endswith(".csv")

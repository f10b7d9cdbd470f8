"""Somebody reads who looked, takes their own copy, and asks to be forgotten; an administrator answers."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from learners.people.models import User
from learners.privacy.models import ErasureRequest
from modules.groups import ADMINISTRATORS
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    PersonFactory,
    RequirementFactory,
    TeamFactory,
    finish_attempt,
)
from tests.factories.people import PASSWORD
from tests.factories.privacy import ErasureRequestFactory
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import DESKTOP, NARROW_PHONE, NO_JAVASCRIPT, OpenPage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def amara() -> Any:
    """A nurse at Brackwater Hospitals, who has done one of two modules there, and left Millrace House."""
    amara = PersonFactory(first_name="Amara", last_name="Tarn")
    hat = MembershipFactory(person=amara, organisation__name="Brackwater Hospitals", employee_number="20731")
    hat.team = TeamFactory(organisation=hat.organisation, name="Ward 6")
    hat.save()
    MembershipFactory(person=amara, organisation__name="Millrace House", left=True)
    done, _ = (RequirementFactory(organisation=hat.organisation, module=ModuleFactory()) for _ in range(2))
    finish_attempt(amara, done.modules.get(), hat.organisation)
    return amara


def look(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def when_my_manager_opens_my_page(open_page: OpenPage, amara: Any) -> None:
    here = amara.memberships.get(organisation__name="Brackwater Hospitals")
    manager = AppointmentFactory(organisation=here.organisation, person__first_name="Gwilym").person
    page = open_page(manager, **DESKTOP)
    page.goto(f"/managing/{here.organisation.uuid}/people/{here.uuid}/")
    expect(page.get_by_role("heading", level=1, name="Amara Tarn")).to_be_visible()
    page.goto(f"/managing/{here.organisation.uuid}/people/")


@pytest.mark.parametrize("screen", [DESKTOP, NARROW_PHONE], ids=["1280 px", "320 px"])
def test_somebody_reads_who_looked(open_page: OpenPage, amara: Any, screen: dict[str, Any]) -> None:
    when_my_manager_opens_my_page(open_page, amara)
    page = open_page(amara, **screen)
    page.goto("/learning/")
    page.get_by_role("contentinfo").get_by_role("link", name="My data").click()
    expect(page.get_by_role("heading", level=1, name="My data")).to_be_visible()
    brackwater = page.get_by_role("region", name="Brackwater Hospitals")
    expect(brackwater).to_contain_text("Ward 6")
    looks = brackwater.get_by_role("table")
    expect(looks).to_contain_text("A manager at Brackwater Hospitals")
    expect(looks.get_by_role("cell").filter(has_text="Gwilym Example")).to_have_count(2)
    expect(page.get_by_role("region", name="Millrace House")).to_contain_text("You left on")
    look(page)
    page.get_by_text("What those see besides").click()
    page.get_by_text("Your reflections and notes").click()
    expect(brackwater).to_contain_text("20731")
    look(page)


def test_somebody_takes_their_own_copy_after_they_proved_who_they_are(
    open_page: OpenPage, amara: Any, tmp_path: Path
) -> None:
    page = open_page(amara, **NARROW_PHONE)
    page.goto("/my-data/")
    page.get_by_role("button", name="Get my own copy").click()
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1, name="Your own copy")).to_be_visible()
    look(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my data").click()
    download.value.save_as(tmp_path / "my-data.zip")
    with zipfile.ZipFile(tmp_path / "my-data.zip") as copy:
        assert "Amara" in copy.read("my-data.html").decode()
        (tmp_path / "my-data.html").write_bytes(copy.read("my-data.html"))
    assert (tmp_path / "my-data.html").stat().st_size > 1000


def when_i_ask(page: Page) -> None:
    page.goto("/my-data/")
    page.get_by_role("link", name="What goes, what stays, and how to ask").click()
    expect(page.get_by_role("heading", level=1, name="Be forgotten")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Ask to be forgotten").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Tick the box")


def test_somebody_asks_to_be_forgotten_and_thinks_better_of_it(open_page: OpenPage, amara: Any) -> None:
    page = open_page(amara, **NARROW_PHONE)
    when_i_ask(page)
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    look(page)
    page.get_by_label("I have read what goes").check()
    page.get_by_role("button", name="Ask to be forgotten").click()
    expect(page.get_by_role("heading", name="Your request is waiting")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Withdraw my request").click()
    expect(page.get_by_text("Your request is withdrawn.")).to_be_visible()
    look(page)


def test_the_same_without_javascript(open_page: OpenPage, amara: Any) -> None:
    page = open_page(amara, **NO_JAVASCRIPT)
    page.goto("/my-data/be-forgotten/")
    page.get_by_label("I have read what goes").check()
    page.get_by_role("button", name="Ask to be forgotten").click()
    expect(page.get_by_role("heading", name="Your request is waiting")).to_be_visible()
    page.get_by_role("button", name="Withdraw my request").click()
    expect(page.get_by_text("Your request is withdrawn.")).to_be_visible()


def test_a_refusal_is_read_on_the_page(open_page: OpenPage, amara: Any) -> None:
    ErasureRequestFactory(person=amara, refused=True, reason="You are still a trustee.")
    page = open_page(amara, **NARROW_PHONE)
    page.goto("/my-data/be-forgotten/")
    expect(page.get_by_text("You are still a trustee.")).to_be_visible()
    look(page)


def test_somebody_whom_no_organisation_sees(open_page: OpenPage) -> None:
    page = open_page(PersonFactory(), **NARROW_PHONE)
    page.goto("/my-data/")
    expect(page.get_by_role("heading", name="No organisation sees you here")).to_be_visible()
    look(page)


def test_an_administrator_anonymises_who_asked(open_page: OpenPage) -> None:
    request = ErasureRequestFactory(person__first_name="Sam")
    ada = PersonFactory(groups=[ADMINISTRATORS])
    page = open_page(ada, **DESKTOP)
    page.goto("/cms/")
    page.get_by_role("link", name="1 waits for an answer").click()
    page.get_by_role("link", name="Sam Example").click()
    page.get_by_role("link", name="Anonymise…").click()
    page.get_by_label("Why").fill("She asked for it")
    page.get_by_role("button", name="Anonymise for good").click()
    expect(page.get_by_text("The person is anonymised.")).to_be_visible()
    assert User.objects.get(pk=request.person_id).anonymised_at
    assert ErasureRequest.objects.get().decided_by == ada

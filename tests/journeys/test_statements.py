"""Whoever looks after statements reads them in the CMS, connects a tool and adds a record store."""

import re
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from wagtail.log_actions import registry

from learners.record_store.models import Client
from learners.records.actions import record_events
from learners.sealing import seal
from learners.statements.models import Destination
from modules.groups import EDUCATORS
from tests.factories import OrganisationFactory, PersonFactory
from tests.factories.record_store import StoreClientFactory, Tool, a_statement
from tests.fakes.events import a_journey, every_verb, module_with_a_scenario
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import DESKTOP, PHONE, OpenPage
from tests.journeys.hands import Keyboard

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
SCREENS = {"desk": DESKTOP, "phone": PHONE}


@pytest.fixture(params=SCREENS, ids=str)
def screen(request: pytest.FixtureRequest) -> dict[str, Any]:
    return SCREENS[str(request.param)]


@pytest.fixture
def keeper() -> Any:
    return PersonFactory(first_name="Kit", groups=["Administrators"])


@pytest.fixture
def learner() -> Any:
    """A nurse whose way through a module is told in statements, one of which a store refused."""
    nurse = PersonFactory(first_name="Amara", last_name="Tarn")
    events = record_events(
        every_verb(a_journey(person=nurse, organisation=OrganisationFactory(name="Tarn Ward")))
    )
    events[0].statement.deliveries.update(state="dead", last_error="400 It does not like this one")
    simulator = Tool(StoreClientFactory(name="Simulator"))
    simulator.post(
        a_statement(object={"id": "https://example.org/x", "definition": {"name": {"en": "Simulated ward"}}})
    )
    return nurse


def look(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def test_statements_are_read_and_narrowed_and_one_says_whose_it_is(
    open_page: OpenPage, keeper: Any, learner: Any, screen: dict[str, Any]
) -> None:
    page = open_page(keeper, **screen)
    page.goto(reverse("statements:index"))
    expect(page.get_by_text("Attended: Simulated ward")).to_be_visible()
    look(page)
    page.goto(f"{reverse('statements:index')}?person={learner.email}&delivery=dead")
    expect(page.get_by_text("Simulated ward")).to_have_count(0)
    then_it_does_not_scroll_sideways(page)
    page.get_by_role("link", name="Launched: Module").click()
    expect(page.get_by_text("It does not like this one")).to_be_visible()
    expect(page.get_by_text(learner.email)).to_have_count(0)
    look(page)
    page.get_by_role("link", name="Say who it is").click()
    expect(page.get_by_text(learner.email)).to_be_visible()
    look(page)
    assert registry.get_logs_for_instance(learner).filter(action="statements.look", user=keeper).exists()


def test_by_keyboard_alone_a_refused_statement_is_sent_again(
    open_page: OpenPage, keeper: Any, learner: Any
) -> None:
    page, keyboard = open_page(keeper, **DESKTOP), Keyboard()
    page.goto(f"{reverse('statements:index')}?delivery=dead")
    keyboard.press(page.get_by_role("link", name="Launched: Module"))
    keyboard.press(page.get_by_role("button", name="Send again"))
    expect(page.get_by_text("The statement will be sent again.")).to_be_visible()
    page.wait_for_function("document.querySelector('.messages').getAnimations({subtree: true}).length === 0")
    look(page)


def test_a_tool_is_connected_and_its_token_is_shown_once(
    open_page: OpenPage, keeper: Any, screen: dict[str, Any]
) -> None:
    page = open_page(keeper, **screen)
    page.goto(reverse("record_store_clients:add"))
    look(page)
    page.get_by_role("textbox", name="Name*").fill("Warehouse")
    page.get_by_role("button", name=re.compile("^(Create|Save)")).first.click()
    page.goto(reverse("record_store_clients:index"))
    look(page)
    page.goto(reverse("record_store_clients:inspect", args=[Client.objects.get().pk]))
    look(page)
    page.get_by_role("button", name="Make a token").click()
    shown = page.locator("code", has_text=re.compile(r"^[\w-]{40,}$"))
    expect(shown).to_be_visible()
    look(page)
    secret = shown.inner_text()
    page.goto(reverse("record_store_clients:inspect", args=[Client.objects.get().pk]))
    expect(page.get_by_text(secret)).to_have_count(0)


def test_record_stores_are_listed_added_and_looked_at(
    open_page: OpenPage, keeper: Any, screen: dict[str, Any], settings: Any
) -> None:
    settings.XAPI_INSIDE_HOSTS = ["127.0.0.1"]
    Destination.objects.create(
        name="trust-lrs",
        endpoint="https://127.0.0.1/xapi",
        username="learn",
        sealed_password=seal("secret"),
        last_error="503 It is being mended until tomorrow morning",
    )
    page = open_page(keeper, **screen)
    page.goto(reverse("record_stores:index"))
    look(page)
    page.get_by_role("link", name="trust-lrs").first.click()
    page.goto(reverse("record_stores:inspect", args=["trust-lrs"]))
    expect(page.get_by_text("being mended")).to_be_visible()
    look(page)
    page.goto(reverse("record_stores:add"))
    look(page)
    page.get_by_role("textbox", name="Name*").fill("hospice-lrs")
    page.get_by_role("textbox", name="Address").fill("https://127.0.0.1/other")
    page.get_by_role("textbox", name="Username").fill("learn")
    page.get_by_role("button", name=re.compile("^(Create|Save)")).first.click()
    expect(page.get_by_text("hospice-lrs").first).to_be_visible()
    assert Destination.objects.filter(pk="hospice-lrs").exists()


def test_an_educator_reads_what_a_module_reports(open_page: OpenPage, screen: dict[str, Any]) -> None:
    module = module_with_a_scenario()
    page = open_page(PersonFactory(first_name="Priya", groups=[EDUCATORS]), **screen)
    page.goto(reverse("module_reports", args=[module.pk]))
    look(page)
    page.locator("summary", has_text="Launched: Module").click()
    expect(page.get_by_role("region", name="JSON: Launched: Module")).to_be_visible()
    look(page)

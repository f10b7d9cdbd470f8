"""Every page of the programme, as somebody who may open it, on a desktop and at 320 pixels.

Its main tasks are done without scripts, and by keyboard alone.
"""

from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from learners.programme.models import ChecklistItem
from tests.architecture.rules import ADMIN, IN_NETWORK, LEAD, MANAGER, RULES, SIGNED_IN
from tests.architecture.urls import site_addresses
from tests.factories import AppointmentFactory, MembershipFactory, NetworkMembershipFactory, TeamFactory
from tests.factories.organisations import days_ago
from tests.factories.roadmap import measure_of, milestone_in, objective_in
from tests.factories.world import everything
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import DESKTOP, NARROW, NO_JAVASCRIPT, OpenPage
from tests.journeys.hands import Keyboard

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

AS = {
    ADMIN: "administrator",
    MANAGER: "manager",
    LEAD: "lead",
    IN_NETWORK: "owner",
    SIGNED_IN: "owner",
}
APPS = (
    "agreements",
    "matrix",
    "gaps",
    "roadmap",
    "readiness",
    "our_network",
    "surveys",
    "boosters",
    "culture",
)


@pytest.fixture
def world(settings: Any, tmp_path: Path) -> dict[str, Any]:
    settings.MEDIA_ROOT = tmp_path
    return everything()


def pages_of(world: dict[str, Any], who: str) -> list[str]:
    """The pages of the programme that somebody opens who stands for a rule: no files, and nothing that is only sent."""
    found = []
    for address in site_addresses():
        app = address.name.partition(":")[0]
        if app not in APPS or AS.get(RULES[address.name]) != who or address.route.endswith(".csv"):
            continue
        known = world["parts"] | world["parts_of"].get(address.name, {})
        found.append(reverse(address.name, kwargs={part: known[part] for part in address.converters}))
    return found


def walk(page: Page, addresses: list[str]) -> int:
    """Look at each page that can be opened, and not only sent to. How many."""
    looked_at = 0
    for address in addresses:
        if page.request.get(address).status == 405:
            continue
        answer = page.goto(address)
        assert answer
        assert answer.status == 200, address
        then_it_is_accessible(page)
        then_it_does_not_scroll_sideways(page)
        looked_at += 1
    return looked_at


@pytest.mark.parametrize("who", sorted(set(AS.values())))
def test_every_page_of_the_programme_can_be_used(
    open_page: OpenPage, world: dict[str, Any], who: str
) -> None:
    addresses = pages_of(world, who)
    assert addresses
    for device in (DESKTOP, NARROW):
        assert walk(open_page(world["people"][who], **device), addresses)


@pytest.fixture
def lead() -> Any:
    return AppointmentFactory(network_lead=True, network__name="Tarn and Fell")


@pytest.fixture
def nurse(lead: Any) -> Any:
    """A nurse of a team in an organisation of the network."""
    organisation = NetworkMembershipFactory(network=lead.network).organisation
    team = TeamFactory(organisation=organisation, name="Ward 6")
    return MembershipFactory(
        organisation=organisation, team=team, employee_number="907", person__last_name="Quillfeather"
    )


def told(page: Page, words: str) -> None:
    expect(page.get_by_role("main").get_by_text(words).first).to_be_visible()


def when_i_go_through_the_checklist(page: Page) -> None:
    page.get_by_role("button", name="Go through the list").click()
    page.get_by_role("group", name="1. ").first.get_by_role("radio", name="Not in place").check()
    page.get_by_label("Note on 1", exact=True).fill("We say three different sentences.")
    page.get_by_role("button", name="Keep, and go on later").click()
    told(page, "Kept. You can go on later.")
    page.get_by_role("button", name="Go on with it").click()
    expect(page.get_by_label("Note on 1", exact=True)).to_have_value("We say three different sentences.")
    page.get_by_role("button", name="Finish").click()
    expect(page.get_by_role("link", name="Choose an answer to 2", exact=True)).to_be_visible()
    for box in page.get_by_role("radio", name="In place", exact=True).all()[1:]:
        box.check()
    page.get_by_role("button", name="Finish").click()
    told(page, "The assessment is finished. 1 action was made.")


def when_i_decide_to_go_on(page: Page) -> None:
    page.get_by_role("link", name="Attitudes were asked before").click()
    page.get_by_role("button", name="Keep the decision").click()
    expect(page.get_by_role("link", name="Say why", exact=True)).to_be_visible()
    page.get_by_label("Who decided").fill("Programme director, A. Example")
    page.get_by_label("Why", exact=True).fill("The survey follows in May.")
    page.get_by_role("button", name="Keep the decision").click()
    told(page, "The decision is kept.")


def when_i_move_the_day(page: Page) -> None:
    page.get_by_label("Day", exact=True).fill(f"{days_ago(-90)}")
    page.get_by_role("button", name="Save").click()
    told(page, "Kept.")


def when_i_bring_in_a_file(page: Page) -> None:
    lines = b"\xef\xbb\xbfmonth;value\r\n2026-01;12\r\n2026-02;\r\n2026-03;14.5\r\n"
    page.get_by_label("File (CSV)").set_input_files(
        {"name": "figures.csv", "mimeType": "text/csv", "buffer": lines}
    )
    page.get_by_role("button", name="Show what would happen").click()
    page.get_by_role("button", name="Take these figures").click()
    told(page, "2 months changed.")


def when_i_record_a_talk(page: Page) -> None:
    page.get_by_text("What may I look at?").click()
    told(page, "Who here knows the permission step?")
    page.get_by_label("Team").select_option(label="Ward 6")
    page.get_by_role("button", name="Record a talk").click()
    page.get_by_label("Guide").select_option(label="What may I look at?")
    page.get_by_role("checkbox", name="Quillfeather").check()
    page.get_by_role("button", name="Record", exact=True).click()
    told(page, "It is recorded.")


def when_i_name_a_champion(page: Page) -> None:
    page.get_by_label("Work e-mail address or employee number").fill("907")
    page.get_by_label("Area").fill("Nights")
    page.get_by_role("button", name="Name this champion").click()
    told(page, "Nights, since")


def test_the_main_tasks_need_no_scripts(open_page: OpenPage, lead: Any, nurse: Any) -> None:
    slug, milestone = lead.network.slug, milestone_in(lead.network)
    measure = measure_of(objective_in(lead.network))
    page = open_page(lead.person, **NARROW, **NO_JAVASCRIPT)
    for task, name, parts in (
        (when_i_go_through_the_checklist, "culture:network_checklist", []),
        (when_i_decide_to_go_on, "readiness:milestone", [milestone.uuid]),
        (when_i_move_the_day, "roadmap:milestone", [milestone.uuid]),
        (when_i_bring_in_a_file, "roadmap:measure_file", [measure.uuid]),
    ):
        page.goto(reverse(name, args=[slug, *parts]))
        task(page)
        then_it_does_not_scroll_sideways(page)
    keeper = AppointmentFactory(organisation=nurse.organisation, capacity="administrator").person
    page = open_page(keeper, **NARROW, **NO_JAVASCRIPT)
    for task, name in ((when_i_record_a_talk, "talks"), (when_i_name_a_champion, "champions")):
        page.goto(reverse(f"culture:{name}", args=[nurse.organisation.uuid]))
        task(page)
        then_it_does_not_scroll_sideways(page)


def pick(box: Locator, value: str) -> None:
    Keyboard().go_to(box)
    for _ in range(box.locator("option").count()):
        if box.input_value() == value:
            return
        box.page.keyboard.press("ArrowDown")
    expect(box).to_have_value(value)


def write(box: Locator, words: str) -> None:
    Keyboard().go_to(box)
    box.page.keyboard.type(words)


def write_day(box: Locator, digits: str) -> None:
    """Write it, and leave it: a day has stops of its own for day, month, year and the calendar."""
    write(box, digits)
    for _ in range(4):
        if box.evaluate("box => document.activeElement === box"):
            box.page.keyboard.press("Tab")


def then_the_tab_key_leads_through_and_out(page: Page) -> None:
    """From the first stop, the way past the navigation, through the page to the last; none holds the focus fast."""
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    stops = page.locator(
        "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
    )
    for _ in range(stops.count() + 1):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            return
    raise AssertionError(f"The Tab key does not lead out of {page.url}")


def test_a_lead_and_a_manager_work_by_keyboard_alone(open_page: OpenPage, lead: Any, nurse: Any) -> None:
    hands = Keyboard()
    milestone_in(lead.network, organisation=nurse.organisation)
    page = open_page(lead.person, **DESKTOP)
    page.goto(reverse("roadmap:network", args=[lead.network.slug]))
    then_the_tab_key_leads_through_and_out(page)
    page.reload()
    hands.press(page.get_by_role("link", name="Checklist", exact=True))
    hands.press(page.get_by_role("link", name="Add an action"))
    pick(page.get_by_label("About"), f"{ChecklistItem.objects.get(number=2).pk}")
    write(page.get_by_label("What is to be done"), "Measure it")
    write(page.get_by_label("Who does it"), "Programme lead")
    write_day(page.get_by_label("By when"), "02022099")
    hands.press(page.get_by_role("button", name="Save"))
    told(page, "The action is added.")
    told(page, "By 2 February 2099")

    page = open_page(AppointmentFactory(organisation=nurse.organisation).person, **DESKTOP)
    page.goto(reverse("culture:talks", args=[nurse.organisation.uuid]))
    hands.press(page.locator("summary", has_text="What may I look at?"))
    told(page, "Who here knows the permission step?")
    page.reload()
    then_the_tab_key_leads_through_and_out(page)
    pick(page.get_by_label("Team"), f"{nurse.team.pk}")
    hands.press(page.get_by_role("button", name="Record a talk"))
    write_day(page.get_by_label("Day", exact=True), "")  # it is today already
    hands.go_to(page.get_by_label("Guide"))
    page.keyboard.press("ArrowDown")
    hands.choose(page.get_by_role("checkbox", name="Quillfeather"))
    hands.press(page.get_by_role("button", name="Record", exact=True))
    told(page, "It is recorded.")

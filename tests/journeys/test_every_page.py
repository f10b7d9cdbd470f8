"""Every page that somebody can come to, on every kind of screen, with scripts and without."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from playwright.sync_api import Page, Route, expect

from learners.records.models import Completion
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    PersonFactory,
    RequirementFactory,
    finish_attempt,
    start_attempt,
)
from tests.factories.places import MomentFactory
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import CALM, DESKTOP, NARROW, PATIENCE, OpenPage
from tests.journeys.watching import Watch

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

PUBLIC = [
    "/",
    "/modules/",
    "/modules/?role=nurse&capability=medicines",
    "/modules/?role=doctor",
    "/modules/ask-first/",
    "/moments/",
    "/moments/?role=nurse",
    "/moments/at-handover/",
    "/search/",
    "/search/?q=ask",
    "/nowhere/",
    "/accounts/login/",
    "/accounts/login/code/",
    "/accounts/signup/",
    "/accounts/inactive/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/done/",
]
OWN = [
    "/",
    "/modules/ask-first/",
    "/modules/look-twice/",
    "/learning/",
    "/learning/cpd/",
    "/accounts/logout/",
    "/accounts/password/change/",
    "/accounts/email/",
    "/accounts/",
    "/accounts/ways/webauthn/",
    "/accounts/ways/totp/activate/",
    "/managing/",
]
BROKEN = ["400.html", "500.html"]


@pytest.fixture
def somebody() -> Any:
    """A nurse of two organisations with something to do, under way and done, who manages, leads and writes."""
    nurse = PersonFactory(first_name="Amara", groups=["Educators"])
    hats = [MembershipFactory(person=nurse), MembershipFactory(person=nurse)]
    here = hats[0].organisation
    first, second = ModuleFactory(title="Ask first", slug="ask-first"), ModuleFactory(slug="look-twice")
    ModuleFactory(title="Only begun", draft=True, editor=nurse)
    MomentFactory(title="When I ask at handover", slug="at-handover", module=first)
    for hat in hats:
        RequirementFactory(organisation=hat.organisation, module=second)
    finish_attempt(nurse, first, here)
    start_attempt(nurse, second, here)
    AppointmentFactory(person=nurse, organisation=here)
    joined = NetworkMembershipFactory(organisation=here)
    AppointmentFactory(person=nurse, network_lead=True, network=joined.network)
    return nurse


def own_pages(somebody: Any) -> list[str]:
    hat = somebody.memberships.first()
    appointments = somebody.appointments
    network = appointments.get(capacity="network_lead").network
    organisation = appointments.get(capacity="manager").organisation
    third = ModuleFactory(slug="a-third")
    return [
        *OWN,
        reverse("records:completion", args=[Completion.objects.get().uuid]),
        reverse("attempts:start", args=[third.translation_key]),
        reverse("dashboards:organisation", args=[organisation.uuid]),
        reverse("dashboards:person", args=[organisation.uuid, hat.uuid]),
        reverse("dashboards:network", args=[network.slug]),
    ]


def visit(page: Page, addresses: Iterable[str], look: Callable[[Page], None]) -> None:
    """Look at every page, then say all that is wrong."""
    wrong = []
    for address in addresses:
        page.goto(address)
        try:
            expect(page.get_by_role("heading", level=1)).to_have_count(1, timeout=PATIENCE / 10)
            look(page)
        except AssertionError as error:
            wrong.append(f"{address}: {error}")
    assert not wrong, "\n\n".join(wrong)


def look_closely(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def without_scripts(page: Page) -> Page:
    """Scripts are lost on their way. The page is as with scripts switched off, but can be examined."""
    page.route("**/*.js", lambda route: route.abort())
    return page


def with_broken_pages(page: Page) -> Page:
    """What is shown when nothing works, at addresses of its own."""
    for name in BROKEN:
        page.route(
            f"**/{name}", partial(Route.fulfill, content_type="text/html", body=render_to_string(name))
        )
    return page


SCREENS = {
    "wide": (DESKTOP, look_closely),
    "at 400% in forced colours": (CALM, then_it_does_not_scroll_sideways),
}


@pytest.fixture(params=SCREENS, ids=str)
def screen(request: pytest.FixtureRequest) -> Any:
    """Options of a device, and how closely to look at it."""
    return SCREENS[request.param]


def test_public_pages(open_page: OpenPage, somebody: Any, screen: Any, watch: Watch) -> None:
    watch.allow("/nowhere/)")
    options, look = screen
    visit(with_broken_pages(open_page(**options)), [*PUBLIC, *(f"/{name}" for name in BROKEN)], look)


def test_pages_of_somebody(open_page: OpenPage, somebody: Any, screen: Any) -> None:
    options, look = screen
    visit(open_page(somebody, **options), own_pages(somebody), look)


def test_all_of_them_at_400_percent_without_scripts(open_page: OpenPage, somebody: Any, watch: Watch) -> None:
    watch.allow("/nowhere/)", ".js)")
    visit(without_scripts(open_page(**NARROW)), PUBLIC, look_closely)
    visit(without_scripts(open_page(somebody, **NARROW)), own_pages(somebody), look_closely)


def test_what_is_not_yours_says_so(open_page: OpenPage, watch: Watch) -> None:
    addresses = ["/cms/", "/managing/", f"/learning/{uuid4()}/"]
    watch.allow("status of 403", *(f"{address})" for address in addresses))
    visit(open_page(MembershipFactory().person, **NARROW), addresses, look_closely)


def test_an_employee_of_two_is_asked_for_which_they_learn(open_page: OpenPage, somebody: Any) -> None:
    page, module = open_page(somebody, **NARROW), ModuleFactory()
    page.goto(reverse("attempts:start", args=[module.translation_key]))
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("group", name="Which job are you doing this for?")).to_be_visible()
    page.get_by_role("button", name="Start").click()
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    look_closely(page)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_text("Section 1 of 3")).to_be_visible()

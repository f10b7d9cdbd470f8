"""A certificate and a prompt card in the hands of people: on a phone, on a narrow screen, without JavaScript."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from learners.records.models import Certificate
from learners.records.withdrawing import withdraw
from tests.factories import MembershipFactory, ModuleFactory, PersonFactory, finish_attempt
from tests.factories.modules import block_id, line
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import CALM, DESKTOP, NARROW, NARROW_PHONE, NO_JAVASCRIPT, OpenPage
from tests.journeys.hands import Finger, Keyboard, Mouse
from tests.journeys.learner import button
from tests.journeys.watching import Watch

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WAYS = [
    pytest.param(Mouse(), DESKTOP, id="mouse"),
    pytest.param(Keyboard(), DESKTOP, id="keyboard"),
    pytest.param(Finger(), NARROW_PHONE, id="finger, narrow"),
    pytest.param(Mouse(), NARROW | NO_JAVASCRIPT, id="no JavaScript, narrow"),
    pytest.param(Mouse(), CALM, id="forced colours, narrow"),
]
CARD = [
    ("Look when", "Somebody new comes into your care, or something changed overnight."),
    ("Ask", "“May I look at your shared record?”"),
    ("Check against", "What the person and their family say."),
]


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory(person__first_name="Siân", person__last_name="Ŵyn").person


@pytest.fixture
def module() -> Any:
    card = [
        {"type": "card_line", "id": block_id(heading), "value": {"heading": heading, "text": text}}
        for heading, text in CARD
    ]
    return ModuleFactory(
        title="Ask first",
        slug="ask-first",
        card_title="Before you ring",
        card=card,
        outcomes=[line("Say when a shared record helps"), line("Say whether you may look")],
    )


@pytest.fixture
def certificate(nurse: Any, module: Any) -> Certificate:
    finish_attempt(nurse, module, nurse.memberships.get().organisation)
    return Certificate.objects.get()


def look(page: Page, screen: Any) -> None:
    """Accessible, and as wide as the window. Axe itself is a script."""
    if screen.get("java_script_enabled", True):
        then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def when_i_check(page: Page, code: str, hands: Any) -> None:
    page.goto(reverse("verify"))
    page.get_by_label("Code of the certificate").fill(code)
    hands.press(button(page, "Check"))


@pytest.mark.parametrize(("hands", "screen"), WAYS)
def test_an_employer_checks_a_code(
    open_page: OpenPage, certificate: Certificate, hands: Any, screen: Any
) -> None:
    page = open_page(None, **screen)
    page.goto(reverse("verify"))
    look(page, screen)
    hands.press(button(page, "Check"))
    expect(page.get_by_role("link", name="Enter the code that is on the certificate")).to_be_visible()
    look(page, screen)
    when_i_check(page, f" {certificate.spaced_code.lower()} ", hands)
    expect(page.get_by_role("heading", level=1, name="Valid")).to_be_visible()
    expect(page.get_by_text("Siân Ŵyn")).to_be_visible()
    look(page, screen)


def test_an_employer_checks_a_code_that_is_unknown_or_was_withdrawn(
    open_page: OpenPage, watch: Watch, certificate: Certificate
) -> None:
    page = open_page(None, **NARROW)
    when_i_check(page, "ABCD EFGH", Mouse())
    expect(page.get_by_role("heading", level=1, name="Unknown")).to_be_visible()
    watch.allow("404")
    look(page, NARROW)
    withdraw(certificate=certificate, because="A secret", by=PersonFactory(groups=["Administrators"]))
    when_i_check(page, certificate.code, Mouse())
    expect(page.get_by_role("heading", level=1, name="Withdrawn")).to_be_visible()
    expect(page.get_by_text("A secret")).to_have_count(0)
    look(page, NARROW)


@pytest.mark.parametrize(("hands", "screen"), WAYS)
def test_a_learner_opens_the_certificate_from_my_learning(
    open_page: OpenPage, nurse: Any, certificate: Certificate, hands: Any, screen: Any
) -> None:
    page = open_page(nurse, **screen)
    page.goto(reverse("records:completion", args=[certificate.completion.uuid]))
    expect(page.get_by_role("main").get_by_text(certificate.spaced_code, exact=True)).to_be_visible()
    look(page, screen)
    pdf = page.get_by_role("button", name="Certificate (PDF)")
    answer = page.request.get(pdf.get_attribute("href"))
    assert answer.body().startswith(b"%PDF-")


def test_a_learner_sees_that_a_certificate_was_withdrawn(
    open_page: OpenPage, nurse: Any, certificate: Certificate
) -> None:
    withdraw(certificate=certificate, because="A secret", by=PersonFactory(groups=["Administrators"]))
    page = open_page(nurse, **NARROW)
    page.goto(reverse("records:completion", args=[certificate.completion.uuid]))
    expect(page.get_by_role("heading", name="Withdrawn on")).to_be_visible()
    look(page, NARROW)


@pytest.mark.parametrize(("hands", "screen"), WAYS)
def test_anybody_reads_the_card_of_a_module(
    open_page: OpenPage, module: Any, hands: Any, screen: Any
) -> None:
    page = open_page(None, **screen)
    page.goto(module.url)
    hands.press(page.get_by_role("link", name="Prompt card: Before you ring"))
    expect(page.get_by_role("heading", level=1, name="Before you ring")).to_be_visible()
    look(page, screen)
    answer = page.request.get(page.get_by_role("button", name="Keep or print it").get_attribute("href"))
    assert answer.body().startswith(b"%PDF-")


def test_a_card_is_one_page_of_a5_on_paper(open_page: OpenPage, module: Any) -> None:
    page = open_page(None, **DESKTOP)
    page.goto(reverse("card", args=["ask-first"]))
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") == 1
    assert b"/MediaBox [0 0 419.52" in printed or b"/MediaBox [0 0 420" in printed

"""Every page of the programme, as somebody who may open it, on a desktop and at 320 pixels."""

from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from tests.architecture.rules import ADMIN, IN_NETWORK, LEAD, MANAGER, RULES, SIGNED_IN
from tests.architecture.urls import site_addresses
from tests.factories.world import everything
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import DESKTOP, NARROW, OpenPage

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

"""What a page weighs on a ward's slow line: compressed, with everything that it loads."""

import gzip
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, Response

from tests.factories import MembershipFactory, PersonFactory, sit_check, start_attempt
from tests.factories.attempts import read_section
from tests.journeys.devices import OpenPage
from training.demo.content import MODULES, MOMENTS
from training.demo.publishing import publish_module, publish_moments

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

PAGE = 150_000  # bytes: the first view of any learner's page
MODULE = 500_000  # a module without films, from its overview to the result
MOMENT = 60_000  # a moment, for somebody who was never here
TEXT = ("text/", "application/javascript", "application/json", "image/svg")


class Scales:
    """Weighs what a browser loads. What it loaded before is in its cache, and weighs nothing again."""

    def __init__(self, page: Page) -> None:
        self.loaded: dict[str, int] = {}
        self.page = page
        page.on("response", self._weigh)

    def _weigh(self, response: Response) -> None:
        if response.status == 200:
            body = response.body()
            is_text = response.headers.get("content-type", "").startswith(TEXT)
            self.loaded[response.url] = len(gzip.compress(body)) if is_text else len(body)

    def open(self, address: str) -> int:
        """Open a page, and tell what it added."""
        before = sum(self.loaded.values())
        self.page.goto(address, wait_until="networkidle")
        return sum(self.loaded.values()) - before


@pytest.fixture
def module(request: Any) -> Any:
    content = next(each for each in MODULES if each.slug == request.param)
    return publish_module(content, by=PersonFactory())


@pytest.mark.parametrize(
    "module",
    ["right-information-right-place-right-time", "care-plans-at-home"],
    indirect=True,
    ids=["with a picture", "with two scenarios"],
)
def test_a_module_is_light_enough_for_a_slow_line(open_page: OpenPage, module: Any) -> None:
    member = MembershipFactory()
    weights = {}
    whole = Scales(open_page(member.person))
    attempt = start_attempt(member.person, module, member.organisation)
    for name, address in _pages(attempt, module):
        whole.open(address)
        weights[name] = Scales(open_page(member.person)).open(address)  # as if it were the first ever
    assert {name: weight for name, weight in weights.items() if weight > PAGE} == {}
    assert sum(whole.loaded.values()) <= MODULE


def _pages(attempt: Any, module: Any) -> Iterator[tuple[str, str]]:
    """Each page of a module when it is its turn."""
    yield "overview", module.url
    outline = attempt.edition.outline
    for number, section in enumerate(outline.sections, start=1):
        yield section.title, reverse("attempts:section", args=[attempt.pk, number])
        read_section(attempt, section)
        yield f"{section.title}, answered", reverse("attempts:section", args=[attempt.pk, number])
    yield "check", reverse("attempts:check", args=[attempt.pk])
    sit_check(attempt)
    yield "result", reverse("attempts:result", args=[attempt.pk])


def test_a_moment_weighs_next_to_nothing(page: Page) -> None:
    publish_moments(MOMENTS[:1], by=PersonFactory())
    assert Scales(page).open(f"/moments/{MOMENTS[0].slug}/") <= MOMENT

"""A real browser against the real server. What every journey can ask for, and what it is held to."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.journeys.devices import PATIENCE, OpenPage
from tests.journeys.watching import Watch

# Playwright runs an event loop in this thread, which Django would take for async code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


TWO_WRITERS = {"test_lost_and_doubled", "test_finishing_a_module", "test_staff_list", "test_joining"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is here, so that a run can leave journeys out, or all but those where two writers meet."""
    for item in items:
        if item.path.parent.name == "journeys":
            item.add_marker("journey")
            item.add_marker(pytest.mark.flaky(reruns=1))  # counted as "rerun" in the summary
            if item.path.stem in TWO_WRITERS:
                item.add_marker("two_writers")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium, or else Playwright's own; where there is neither, journeys fail."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {
        **browser_type_launch_args,
        **({"executable_path": found} if found else {}),
        "args": [*QUIET, *as_root],
        "ignore_default_args": [
            "--disable-back-forward-cache"
        ],  # what the Back button shows must be as in life
        "timeout": 4 * PATIENCE,
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A British browser."""
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "Europe/London"}


@pytest.fixture(scope="session")
def first_rows(django_db_setup: None) -> str:
    """What migrations made: pages, roles, groups. The flush after a journey takes them, like everything."""
    return str(connection._test_serialized_contents)  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def playwright(first_rows: str, playwright: Playwright) -> Playwright:
    """Playwright, which runs an event loop in this thread. Django then gives it another connection.

    That one must know the first rows, too, or Django would not put them back before the next journey.
    """
    connection._test_serialized_contents = first_rows  # type: ignore[attr-defined]
    return playwright


@pytest.fixture(scope="module", autouse=True)
def first_rows_stay(first_rows: str, django_db_blocker: Any) -> Iterator[None]:
    """Leave the first rows to the tests after these."""
    yield
    with django_db_blocker.unblock():
        connection.creation.deserialize_db_from_string(first_rows)
        connection.close()


@pytest.fixture(scope="session")
def base_url(live_server: Any) -> str:
    """Where journeys take place; `page.goto("/")` starts from here."""
    return str(live_server.url)


@pytest.fixture
def watch(base_url: str) -> Iterator[Watch]:
    """Holds every journey to this: nothing is asked of another host, and nothing goes wrong in the console."""
    watching = Watch(base_url)
    yield watching
    assert not watching.faults, "\n".join(watching.faults)


@pytest.fixture
def new_context(new_context: Any, watch: Watch) -> Callable[..., BrowserContext]:
    """A function that opens another browser profile: another device."""
    expect.set_options(timeout=PATIENCE)

    def open_context(**options: Any) -> BrowserContext:
        context: BrowserContext = new_context(**options)
        context.set_default_timeout(PATIENCE)
        watch.over(context)
        return context

    return open_context


@pytest.fixture
def open_page(new_context: Callable[..., BrowserContext], base_url: str) -> OpenPage:
    """A function that opens a page on a new device, signed in by the cookie: one journey goes through the form."""

    def open_as(person: Any = None, **options: Any) -> Page:
        context = new_context(**options)
        if person:
            client = Client()
            client.force_login(person)
            value = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": value, "url": base_url}])
        return context.new_page()

    return open_as

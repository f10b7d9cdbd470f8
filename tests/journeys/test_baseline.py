"""What every journey is held to would be noticed."""

import pytest
from playwright.sync_api import Page

from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import NARROW, OpenPage
from tests.journeys.watching import Watch

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

FAULTY = """
<!doctype html><html lang="en-GB"><head><title>Faulty</title></head><body><main><h1>Faulty</h1>
<img src="/static/images/mark.svg"><p style="color: #999">Pale</p>
<a href="/a" style="font-size: 9px">a</a><br><a href="/b" style="font-size: 9px">b</a>
<pre>%s</pre></main></body></html>
""" % ("wide" * 100)


@pytest.fixture
def faulty(open_page: OpenPage) -> Page:
    page = open_page(**NARROW)
    page.route("**/faulty", lambda route: route.fulfill(content_type="text/html", body=FAULTY))
    page.goto("/faulty")
    return page


def test_axe_would_find_a_fault(faulty: Page) -> None:
    with pytest.raises(AssertionError) as found:
        then_it_is_accessible(faulty)
    for rule in ("image-alt", "color-contrast", "target-size"):
        assert f"- {rule}: " in str(found.value)


def test_a_page_that_is_too_wide_would_be_found(faulty: Page) -> None:
    with pytest.raises(AssertionError, match="in a window of 320 px"):
        then_it_does_not_scroll_sideways(faulty)


def test_a_request_to_elsewhere_would_be_seen(faulty: Page, watch: Watch) -> None:
    faulty.route("https://elsewhere.example/**", lambda route: route.fulfill(body=""))
    with faulty.expect_request("https://elsewhere.example/spy"):
        faulty.evaluate(
            "document.body.append(Object.assign(new Image(), {src: 'https://elsewhere.example/spy'}))"
        )
    then_the_watch_saw(watch, "A request left the site: https://elsewhere.example/spy")


def test_what_the_policy_refuses_would_be_seen(page: Page, watch: Watch) -> None:
    page.goto("/accounts/login/")
    with page.expect_console_message():
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {text: 'alert()'}))"
        )
    then_the_watch_saw(watch, "Content Security Policy")


def test_a_script_that_fails_would_be_seen(page: Page, watch: Watch) -> None:
    page.goto("/accounts/login/")
    with page.expect_event("pageerror"):
        page.evaluate("setTimeout(() => { throw new Error('Broken') })")
    then_the_watch_saw(watch, "A script failed: Broken")


def then_the_watch_saw(watch: Watch, fault: str) -> None:
    seen = " ".join(watch.faults)
    watch.seen.clear()
    assert fault in seen

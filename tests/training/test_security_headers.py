"""What browsers are told to refuse."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def policy(response: Any) -> dict[str, list[str]]:
    """The content security policy: sources by directive."""
    directives = response.headers["Content-Security-Policy"].split(";")
    return {name: sources for name, *sources in (directive.split() for directive in directives)}


@pytest.fixture
def sign_in_page(client: Client) -> Any:
    return client.get("/accounts/login/")


@pytest.fixture
def cms_home(signed_in: Any) -> Any:
    return signed_in(PersonFactory(administrator=True)).get("/cms/")


def test_learners_pages_run_only_our_own_files(sign_in_page: Any) -> None:
    directives = policy(sign_in_page)
    assert sign_in_page.status_code == 200
    assert directives["default-src"] == ["'none'"]
    assert directives["script-src"] == ["'self'"]
    assert directives["style-src"] == ["'self'"]
    assert directives["form-action"] == ["'self'"]
    assert directives["base-uri"] == ["'none'"]
    assert directives["frame-ancestors"] == ["'self'"]


@pytest.mark.parametrize("address", ["/healthz", "/no-such-page/", "/learning/", "/cms/login/"])
def test_every_address_outside_the_cms_is_as_strict(client: Client, address: str) -> None:
    directives = policy(client.get(address))
    assert not {"'unsafe-inline'", "'unsafe-eval'"} & {
        one for sources in directives.values() for one in sources
    }


def test_the_cms_may_run_its_inline_scripts(cms_home: Any) -> None:
    directives = policy(cms_home)
    assert cms_home.status_code == 200
    assert "'unsafe-inline'" in directives["script-src"]
    assert directives["default-src"] == ["'none'"]


@pytest.mark.parametrize("page", ["sign_in_page", "cms_home"])
def test_no_policy_names_anybody_else(page: str, request: pytest.FixtureRequest) -> None:
    """Each source is a keyword in quotes, or data and blobs of the page itself."""
    sources = {one for sources in policy(request.getfixturevalue(page)).values() for one in sources}
    assert {one for one in sources if not one.startswith("'")} <= {"data:", "blob:"}


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("X-Frame-Options", "SAMEORIGIN"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_other_headers(sign_in_page: Any, header: str, value: str) -> None:
    assert sign_in_page.headers[header] == value


def test_a_page_made_for_somebody_is_not_kept_by_the_browser(cms_home: Any) -> None:
    assert "no-store" in cms_home.headers["Cache-Control"]

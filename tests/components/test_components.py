"""Our components write the HTML that nhsuk-frontend's own do: each is compared with the fixtures it ships."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.paginator import Page, Paginator
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.safestring import mark_safe

from tests.components import choices, mapping
from tests.components.fixtures import fixtures, tree

MAPPINGS: dict[str, Callable[[dict[str, Any]], dict[str, Any] | None]] = {
    "button": mapping.button,
    "error-summary": mapping.error_summary,
    "inset-text": mapping.inset_text,
    "tag": mapping.tag,
    "details": mapping.details,
    "warning-callout": mapping.warning_callout,
    "breadcrumb": mapping.breadcrumb,
    "summary-list": mapping.summary_list,
}


def cases() -> list[Any]:
    """Every fixture that maps to our parameters."""
    return [
        pytest.param(name, params, fixture["html"], id=f"{name}: {fixture['name']} {number}")
        for name, map_ in MAPPINGS.items()
        for number, fixture in enumerate(fixtures(name))
        if "callBlock" not in fixture and (params := map_(fixture["context"])) is not None
    ]


def choice_cases() -> list[Any]:
    return [
        pytest.param(kind, fixture["context"], fixture["html"], id=f"{kind}: {fixture['name']} {number}")
        for kind in choices.KINDS
        for number, fixture in enumerate(fixtures(kind))
        if choices.asked(fixture["context"])
    ]


@pytest.mark.parametrize(("name", "params", "html"), cases())
def test_component_writes_what_its_fixture_says(name: str, params: dict[str, Any], html: str) -> None:
    template = "link_button" if name == "button" and params.get("href") else name.replace("-", "_")
    assert tree(render_to_string(f"components/{template}.html", params)) == tree(html)


@pytest.mark.parametrize(("kind", "given", "html"), choice_cases())
def test_choices_write_what_their_fixture_says(kind: str, given: dict[str, Any], html: str) -> None:
    assert tree(choices.render(kind, given)) == tree(html)


def test_a_back_link_writes_what_its_fixture_says_inside_a_landmark() -> None:
    given = fixtures("back-link")[0]
    [[name, attributes, *inside]] = tree(render_to_string("components/back_link.html", given["context"]))
    assert (name, attributes) == ("nav", [("aria-label", "Back")])
    assert inside == tree(given["html"])


@pytest.mark.parametrize(
    "fixture", ["numbered", "numbered first page", "numbered last page", "numbered with many pages"]
)
def test_pagination_writes_what_its_fixture_says(fixture: str) -> None:
    [given] = [one for one in fixtures("pagination") if one["name"] == fixture]
    items = given["context"]["items"]
    [current] = [item["number"] for item in items if item.get("current")]
    html = paginated(page(current, of=items[-1]["number"]))
    assert tree(html.replace("?page=", "#/section/")) == tree(given["html"])


@pytest.mark.parametrize(
    ("component", "template"),
    [
        ("inset-text", "{% inset %}{{ body }}{% endinset %}"),
        ("details", "{% details summary=summary %}{{ body }}{% enddetails %}"),
    ],
)
def test_a_body_goes_where_its_fixture_says(component: str, template: str) -> None:
    [given] = [one for one in fixtures(component) if one["name"] == "with HTML via call block"]
    summary = mapping.text(given["context"].get("summary"))
    context = {"body": mark_safe(given["callBlock"]), "summary": summary}
    assert tree(engines["django"].from_string(template).render(context)) == tree(given["html"])


def test_every_component_was_compared() -> None:
    compared = {case.values[0] for case in [*cases(), *choice_cases()]}
    assert compared == {*MAPPINGS, *choices.KINDS}
    assert len(cases()) >= 45
    assert len(choice_cases()) >= 25


def page(number: int, of: int) -> Page[Any]:
    return Paginator(range(of), 1).page(number)


def paginated(page: Page[Any], address: str = "/") -> str:
    return render_to_string("components/pagination.html", {"page": page}, RequestFactory().get(address))


def test_pagination_keeps_the_filters_of_the_address() -> None:
    assert 'href="?role=nurse&amp;page=3"' in paginated(page(2, of=4), "/?role=nurse&page=2")


def test_one_page_needs_no_pagination() -> None:
    assert paginated(page(1, of=1)).strip() == ""

"""Templates that a strict content security policy lets through, and that say what they take."""

import re
from pathlib import Path

import pytest

from tests.architecture.sources import name_of, templates

TAG = re.compile(r"<[a-zA-Z](?:\"[^\"]*\"|'[^']*'|[^'\">])*>", re.DOTALL)
ATTRIBUTE = re.compile(
    r"""\s(style|on[a-z]+)\s*=|(?:href|src|action)\s*=\s*["']?\s*javascript:""", re.IGNORECASE
)
SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*type=[\"']application/(?:ld\+)?json)", re.IGNORECASE)
STYLE = re.compile(r"<style\b", re.IGNORECASE)
DJANGO = re.compile(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}|{%.*?%}|{{.*?}}", re.DOTALL)


def inline_in(markup: str) -> list[str]:
    """What in a template a policy without 'unsafe-inline' refuses."""
    markup = DJANGO.sub("", markup)
    tags = [tag for tag in TAG.findall(markup) if ATTRIBUTE.search(tag)]
    return [*tags, *SCRIPT.findall(markup), *STYLE.findall(markup)]


def test_no_template_needs_inline_styles_or_scripts() -> None:
    found = {name_of(path): inline_in(path.read_text()) for path in templates()}
    assert {name: inline for name, inline in found.items() if inline} == {}


@pytest.mark.parametrize(
    "markup",
    [
        '<p class="a" style="color: red">',
        '<button {% if a > 1 %}disabled{% endif %} onclick="go()">',
        "<script>go()</script>",
        "<style>p {}</style>",
        '<a href="javascript:go()">',
    ],
)
def test_inline_styles_and_scripts_would_be_found(markup: str) -> None:
    assert inline_in(markup)


@pytest.mark.parametrize(
    "markup",
    [
        '<script type="module" src="{% static \'js/site.js\' %}"></script>',
        "{# not this style= #}",
        '<p class="style" data-on="x">style = onclick = </p>',
        '<script type="application/json">{}</script>',
    ],
)
def test_what_the_policy_allows_passes(markup: str) -> None:
    assert inline_in(markup) == []


def components() -> list[Path]:
    return [path for path in templates() if name_of(path).startswith("templates/components/")]


def test_every_component_begins_with_its_name_and_parameters() -> None:
    silent = [
        name_of(path)
        for path in components()
        if not re.match(rf"{{# {path.stem}\b.*#}}\n", path.read_text().partition("\n")[0] + "\n")
    ]
    assert silent == []

"""What nhsuk-frontend says its components look like, and a way to compare HTML that looks past white space."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

COMPONENTS = Path(__file__).parents[2] / "node_modules/nhsuk-frontend/dist/nhsuk/components"


@cache
def fixtures(component: str) -> list[dict[str, Any]]:
    """Each with name, context (the parameters of their macro), html, and perhaps callBlock, a body."""
    found: list[dict[str, Any]] = json.loads((COMPONENTS / component / "fixtures.json").read_text())[
        "fixtures"
    ]
    return found


def tree(html: str) -> list[Any]:
    """HTML as nested lists: names, sorted attributes, text with single spaces. Icons are drawn by us: left out."""
    soup = BeautifulSoup(html, "html.parser")
    for svg in soup("svg"):
        svg.clear()
    return _children(soup)


def _children(tag: Tag) -> list[Any]:
    return [found for child in tag.children if (found := _node(child))]


def _node(node: Any) -> Any:
    if isinstance(node, Tag):
        return [node.name, sorted(map(_attribute, node.attrs.items())), *_children(node)]
    return " ".join(node.split()) if type(node) is NavigableString else ""


def _attribute(item: tuple[str, Any]) -> tuple[str, str]:
    name, value = item
    return name, " ".join(sorted(value)) if isinstance(value, list) else value

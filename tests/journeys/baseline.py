"""What holds on every page in every state."""

from collections.abc import Iterable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = Axe()


def then_it_is_accessible(page: Page) -> None:
    """Axe finds nothing against WCAG 2.2 AA, nor against what it calls best practice."""
    found = AXE.run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    assert not found, f"Against accessibility, on “{page.title()}” ({page.url}):\n{in_words(found)}"


def then_it_does_not_scroll_sideways(page: Page) -> None:
    """Everything fits the width of the window."""
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1], f"“{page.title()}” is {widths[0]} px wide in a window of {widths[1]} px"


def in_words(violations: Iterable[dict[str, Any]]) -> str:
    """Axe's findings, each with the elements that it found."""
    lines = []
    for violation in violations:
        lines.append(f"- {violation['id']}: {violation['help']} ({violation['helpUrl']})")
        for node in violation["nodes"]:
            why = node["failureSummary"].replace("\n", " ")
            lines += [f"    {' '.join(map(str, node['target']))}: {node['html'][:200]}", f"      {why}"]
    return "\n".join(lines)

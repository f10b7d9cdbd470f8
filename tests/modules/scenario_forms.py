"""A scenario as the CMS's form sends it."""

from typing import Any

from wagtail.test.utils.form_data import rich_text

from modules.blocks.text import RICH_TEXT
from tests.modules.forms import items


def text(html: str) -> str:
    return rich_text(html, features=RICH_TEXT)


def choice(leads_to: str, verdict: str = "good", **more: Any) -> dict[str, Any]:
    said = {"text": f"Go to {leads_to}", "verdict": verdict, "feedback": f"You are at {leads_to}."}
    return said | {"next": leads_to, "hits": ("source",), "misses": ("time", "permission")} | more


def situation(key: str, *choices: dict[str, Any], rows: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    told = {"key": key, "title": f"At {key}", "text": text(f"<p>What now, at {key}?</p>"), "record": ""}
    return told | {"rows": items(*rows), "choices": items(*choices)} | more


def ending(key: str, kind: str = "good", **more: Any) -> dict[str, Any]:
    told = {"person": text(f"<p>{key} for her.</p>"), "next_worker": text("<p>They saw it.</p>")}
    return {"key": key, "title": f"Ends {key}", "kind": kind} | told | more


def start(node: str, *roles: Any) -> dict[str, Any]:
    return {"node": node, "label": f"You begin at {node}", "roles": items(*(str(role.pk) for role in roles))}


def scenario(**more: Any) -> tuple[str, dict[str, Any]]:
    """A sound one: from `call` well to `well`, or by `trouble`."""
    sound = {
        "title": "One call",
        "introduction": text("<p>It is 9:30.</p>"),
        "starts": items(start("call")),
        "nodes": items(
            situation("call", choice("well"), choice("trouble", "unsafe")),
            situation("trouble", choice("call"), choice("badly", "unsafe")),
        ),
        "endings": items(ending("well"), ending("badly", "poor")),
    }
    return "scenario", sound | more

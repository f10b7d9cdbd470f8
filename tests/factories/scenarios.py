"""Raw scenarios, and ways through them."""

from typing import Any

from tests.factories.modules import block_id


def choice(slug: str, verdict: str, leads_to: str, **more: Any) -> dict[str, Any]:
    """A raw choice."""
    value = {
        "text": f"Do {slug}",
        "verdict": verdict,
        "feedback": f"What comes of {slug}.",
        "next": leads_to,
        "hits": ["source"] if verdict == "good" else [],
        "misses": ["time"] if verdict == "unsafe" else [],
    }
    return {"type": "item", "id": slug, "value": value | more}


def node(key: str, *choices: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A raw situation."""
    value = {
        "key": key,
        "title": f"At {key}",
        "text": f"<p>You are at {key}.</p>",
        "record": None,
        "rows": [],
    }
    return value | {"choices": list(choices)} | more


def ending(key: str, kind: str) -> dict[str, Any]:
    """A raw ending."""
    person, worker = f"<p>{key} for the person.</p>", "<p>What the next worker saw.</p>"
    return {"key": key, "title": key.capitalize(), "kind": kind, "person": person, "next_worker": worker}


def scenario(name: str = "calls", **more: Any) -> dict[str, Any]:
    """A raw scenario block: from `first` by `second` to `well`, or by `trouble` to `badly`. `visit` is a start, too."""
    value = {
        "title": "Four calls",
        "introduction": "<p>It is 9:30.</p>",
        "starts": [
            {"node": "visit", "label": "You are the care worker", "roles": []},
            {"node": "first", "label": "You are the ward nurse", "roles": []},
        ],
        "nodes": [
            node("first", choice("look", "good", "second"), choice("guess", "unsafe", "trouble")),
            node("visit", choice("ask", "good", "second"), choice("leave", "okay", "first")),
            node("second", choice("tell", "good", "well"), choice("wait", "okay", "well")),
            node("trouble", choice("mend", "good", "second"), choice("hide", "unsafe", "badly")),
        ],
        "endings": [ending("well", "good"), ending("badly", "poor")],
    }
    return {"type": "scenario", "id": block_id(name), "value": value | more}


def scenario_for(*roles: int, name: str = "calls") -> dict[str, Any]:
    """The same, with the care worker's start for these roles (primary keys)."""
    raw = scenario(name)
    raw["value"]["starts"][0]["roles"] = list(roles)
    return raw

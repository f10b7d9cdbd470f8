"""Raw questions of every type, and answers to them. The id of whatever can be chosen is its slug."""

from collections.abc import Mapping
from typing import Any

from tests.factories.modules import block_id, option


def item(slug: str, **value: Any) -> dict[str, Any]:
    """A raw list item with feedback of its own."""
    return {"type": "item", "id": slug, "value": {"feedback": f"About {slug}."} | value}


def raw(kind: str, name: str, prompt: str, skill: str, **more: Any) -> dict[str, Any]:
    """A raw question block."""
    shared = {"question": prompt, "skill": skill, "outcome": 1, "why": "<p>Because it is.</p>"}
    return {"type": kind, "id": block_id(name), "value": shared | more}


def match_question(name: str, prompt: str = "Match each record with what it is.") -> dict[str, Any]:
    """`own` goes with what is written here, `shared` with what many share; `copy` belongs to none."""
    pairs = [
        item("own", left="Your own record", right="What your service writes"),
        item("shared", left="The shared record", right="What several services share with each other"),
    ]
    extra = [{"type": "item", "id": "copy", "value": "A full copy of everything"}]
    return raw("match", name, prompt, "when", pairs=pairs, extra=extra)


def order_question(name: str, prompt: str = "Put these in order.") -> dict[str, Any]:
    """`ask`, `look`, `act`, `write`."""
    texts = {
        "ask": "Ask the person",
        "look": "Look in the record",
        "act": "Act on it",
        "write": "Write it down",
    }
    steps = [item(slug, text=text) for slug, text in texts.items()]
    return raw("order", name, prompt, "act", steps=steps)


def categorise_question(name: str, prompt: str = "May you look?") -> dict[str, Any]:
    """`yes` takes `ward` and `clinic`, `no` takes `neighbour`."""
    categories = [item("yes", name="Yes"), item("no", name="No, that is not my business")]
    items = [
        item("ward", text="Somebody on your ward", category="Yes"),
        item("neighbour", text="A neighbour", category="No, that is not my business"),
        item("clinic", text="Somebody in your clinic", category="Yes"),
    ]
    return raw("categorise", name, prompt, "may_i", categories=categories, items=items)


def best_source_question(
    name: str,
    prompt: str = "Did she take it tonight? Put the source you trust most first.",
    *,
    ties: bool = False,
) -> dict[str, Any]:
    """`person`, `notes`, `list`; with ties the last two may stand either way round."""
    sources = [
        item("list", text="The list of what was issued", rank=2 if ties else 3),
        item("person", text="She, and her daughter", rank=1),
        item("notes", text="Notes of today's visit", rank=2),
    ]
    return raw("best_source", name, prompt, "quality", sources=sources)


def short_reason_question(
    name: str, prompt: str = "Name one moment in your next shift when a look would help."
) -> dict[str, Any]:
    """A line or two in one's own words."""
    points = [{"type": "item", "id": f"point-{n}", "value": text} for n, text in enumerate(POINTS)]
    own = {"hint": "Before I …, I will look for …", "model": MODEL, "points": points}
    return raw("short_reason", name, prompt, "when", **own)


MODEL = "Before I ring families, I will check what social care knows."
POINTS = ("It names a moment.", "It says what to look for.")


def certainty_question(name: str, prompt: str = "Is a feed ever late?") -> dict[str, Any]:
    """`right` is right, `wrong` and `odd` are not."""
    options = [option("right", right=True), option("wrong"), option("odd")]
    return raw("certainty", name, prompt, "quality", options=options)


def one_of_each(where: str = "") -> list[dict[str, Any]]:
    """One question of each of these types. `where` keeps their ids apart from those of others."""
    return [
        match_question(f"{where}match"),
        order_question(f"{where}order"),
        categorise_question(f"{where}categorise"),
        best_source_question(f"{where}best source"),
        best_source_question(f"{where}with ties", "Which tells you most?", ties=True),
        short_reason_question(f"{where}short reason"),
        certainty_question(f"{where}certainty"),
    ]


RIGHT: Mapping[str, dict[str, Any]] = {
    "match": {"placed": {"own": "own", "shared": "shared"}},
    "order": {"order": ["ask", "look", "act", "write"]},
    "categorise": {"placed": {"ward": "yes", "neighbour": "no", "clinic": "yes"}},
    "best_source": {"order": ["person", "notes", "list"]},
    "short_reason": {"text": "Before I phone, I look."},
    "certainty": {"chosen": "right", "sure": "very"},
}
WRONG: Mapping[str, dict[str, Any]] = {
    "match": {"placed": {"own": "shared", "shared": "copy"}},
    "order": {"order": ["look", "ask", "write", "act"]},
    "categorise": {"placed": {"ward": "no", "neighbour": "yes", "clinic": "no"}},
    "best_source": {"order": ["list", "notes", "person"]},
    "short_reason": {"text": "No idea yet."},
    "certainty": {"chosen": "wrong", "sure": "very"},
}
PARTLY: Mapping[str, dict[str, Any]] = {
    "match": {"placed": {"own": "own", "shared": "copy"}},
    "order": {"order": ["ask", "act", "look", "write"]},
    "categorise": {"placed": {"ward": "yes", "neighbour": "no", "clinic": "no"}},
    "best_source": {"order": ["person", "list", "notes"]},
}

"""Questions of each further type as the CMS's form sends them."""

from typing import Any

from tests.modules.forms import items, option, question


def match(*pairs: tuple[str, str], extra: tuple[str, ...] = ("Neither",)) -> tuple[str, dict[str, Any]]:
    sides = pairs or (("Mine", "What I write"), ("Ours", "What we share"))
    listed = [{"left": left, "right": right, "feedback": f"About {left}."} for left, right in sides]
    return "match", question(pairs=items(*listed), extra=items(*extra))


def order(*steps: str) -> tuple[str, dict[str, Any]]:
    listed = [{"text": text, "feedback": f"About {text}."} for text in steps or ("Ask", "Look", "Act")]
    return "order", question(steps=items(*listed))


def categorise(
    *sorted_: tuple[str, str], names: tuple[str, ...] = ("Yes", "No")
) -> tuple[str, dict[str, Any]]:
    chosen = sorted_ or (("A patient", "Yes"), ("A neighbour", "No"))
    listed = [{"text": text, "category": name, "feedback": f"About {text}."} for text, name in chosen]
    return "categorise", question(categories=items(*({"name": name} for name in names)), items=items(*listed))


def best_source(*ranked: tuple[str, str]) -> tuple[str, dict[str, Any]]:
    chosen = ranked or (("The list", "2"), ("The person", "1"), ("A letter", "2"))
    listed = [{"text": text, "rank": rank, "feedback": f"About {text}."} for text, rank in chosen]
    return "best_source", question(sources=items(*listed))


def short_reason(**more: Any) -> tuple[str, dict[str, Any]]:
    own = {"hint": "Before I …", "model": "Before I ring, I look.", "points": items("A moment.", "What for.")}
    return "short_reason", question(**own | more)


def certainty(*options: Any) -> tuple[str, dict[str, Any]]:
    return "certainty", question(options=items(*(options or (option("yes", right=True), option("no")))))


def one_of_each() -> list[tuple[str, dict[str, Any]]]:
    return [match(), order(), categorise(), best_source(), short_reason(), certainty()]

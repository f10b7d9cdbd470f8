"""A statement in a few words, for people. Standard library only."""

from collections.abc import Mapping
from typing import Any

from learners.record_store.notation import seconds_in


def in_words(statement: Mapping[str, Any]) -> str:
    """What a statement says: `Answered, rightly: Which row …?`, `Selected “Ring the ward”: Whom do you ask?`."""
    verb = _english(statement["verb"].get("display")) or statement["verb"]["id"].rsplit("/", 1)[-1]
    definition = statement["object"].get("definition", {})
    name = _english(definition.get("name")) or _english(definition.get("description"))
    how = _how(statement.get("result", {})) or _chosen(statement.get("result", {}), definition)
    return f"{verb.capitalize()}{how}" + (f": {name}" if name else "")


def _how(result: Mapping[str, Any]) -> str:
    score = result.get("score", {})
    if "response" in result and "success" in result:
        partly = not result["success"] and score.get("scaled", 0) > 0
        return ", rightly" if result["success"] else ", partly rightly" if partly else ", wrongly"
    if "scaled" in score:
        return f" with {int(score['scaled'] * 100 + 1e-9)} %"
    if "duration" in result:
        return f" in {_spent(seconds_in(result['duration']) or 0)}"
    return ""


def _chosen(result: Mapping[str, Any], definition: Mapping[str, Any]) -> str:
    """Of a choice that is neither right nor wrong: what was chosen, in its own words."""
    texts = {each.get("id"): _english(each.get("description")) for each in definition.get("choices", [])}
    chosen = texts.get(result.get("response"))
    return f" “{chosen}”" if chosen else ""


def _spent(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours} h" if hours else "", f"{minutes} min" if minutes else "", f"{rest} s" if rest else ""]
    return " ".join(part for part in parts if part) or "0 s"


def _english(texts: Mapping[str, str] | None) -> str:
    """The text in British English, else in any English, else whatever there is."""
    texts = texts or {}
    tags = sorted(texts, key=lambda tag: (tag != "en-GB", not tag.lower().startswith("en")))
    return texts[tags[0]] if tags else ""

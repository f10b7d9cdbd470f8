"""What a conformant record store asks of a statement (xAPI-Data 2.4), as far as this service's statements go.

Stricter than any store we know: a property that the specification does not name is refused, and so is null.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

Rule = Callable[[Any], None]
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
DURATION = re.compile(r"P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")
INTERACTIONS = {
    "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert",
    "numeric", "other",
}  # fmt: skip
COMPONENT_LISTS = {"choices", "scale", "source", "target", "steps"}


class NotAStatement(ValueError):
    """What a store says when it answers 400."""


def hold(condition: object, message: str) -> None:
    """Refuse with a message unless the condition holds."""
    if not condition:
        raise NotAStatement(message)


def text(value: Any) -> None:
    hold(isinstance(value, str) and value, f"{value!r} is not text")


def iri(value: Any) -> None:
    hold(isinstance(value, str) and IRI.fullmatch(value), f"{value!r} is not an IRI")


def uuid(value: Any) -> None:
    try:
        hold(isinstance(value, str) and str(UUID(value)) == value.lower(), f"{value!r} is not a UUID")
    except ValueError:
        raise NotAStatement(f"{value!r} is not a UUID") from None


def moment(value: Any) -> None:
    hold(isinstance(value, str) and "T" in value, f"{value!r} is not a timestamp")
    try:
        hold(datetime.datetime.fromisoformat(value).tzinfo, f"{value!r} has no time zone")
    except ValueError:
        raise NotAStatement(f"{value!r} is not a timestamp") from None


def duration(value: Any) -> None:
    hold(isinstance(value, str) and DURATION.fullmatch(value), f"{value!r} is not a duration")


def boolean(value: Any) -> None:
    hold(isinstance(value, bool), f"{value!r} is not true or false")


def language(value: Any) -> None:
    hold(isinstance(value, str) and LANGUAGE.fullmatch(value), f"{value!r} is not a language")


def language_map(value: Any) -> None:
    hold(isinstance(value, Mapping), f"{value!r} is not a language map")
    for tag, words in value.items():
        language(tag)
        hold(isinstance(words, str), f"{words!r} is not text")


def extensions(value: Any) -> None:
    hold(isinstance(value, Mapping), "extensions must be an object")
    for key in value:
        iri(key)


def properties(value: Any, rules: Mapping[str, Rule], *, required: tuple[str, ...] = ()) -> None:
    """Hold an object to the rule of each of its properties; it may have no others."""
    hold(isinstance(value, Mapping), f"{value!r} is not an object")
    for name in required:
        hold(name in value, f"{name} is missing")
    for name, part in value.items():
        hold(name in rules, f"{name} is not a property here")
        hold(part is not None, f"{name} is null")
        rules[name](part)


def one_of(*allowed: str) -> Rule:
    return lambda value: hold(value in allowed, f"{value!r} is not one of {allowed}")


def account(value: Any) -> None:
    properties(value, {"homePage": iri, "name": text}, required=("homePage", "name"))


def agent(value: Any) -> None:
    properties(
        value, {"objectType": one_of("Agent"), "account": account, "name": text}, required=("account",)
    )


def group(value: Any) -> None:
    rules = {"objectType": one_of("Group"), "account": account, "name": text}
    properties(value, rules, required=("objectType", "account"))


def verb(value: Any) -> None:
    properties(value, {"id": iri, "display": language_map}, required=("id",))


def components(value: Any) -> None:
    hold(isinstance(value, list) and value, "components must be a list")
    for component in value:
        properties(component, {"id": text, "description": language_map}, required=("id",))
    ids = [component["id"] for component in value]
    hold(len(ids) == len(set(ids)), "two components have one id")


def patterns(value: Any) -> None:
    hold(
        isinstance(value, list) and all(isinstance(one, str) for one in value),
        "patterns must be a list of text",
    )


def definition(value: Any) -> None:
    rules: dict[str, Rule] = {
        "type": iri, "name": language_map, "description": language_map, "moreInfo": iri, "extensions": extensions,
        "interactionType": one_of(*INTERACTIONS), "correctResponsesPattern": patterns,
    }  # fmt: skip
    properties(value, rules | dict.fromkeys(COMPONENT_LISTS, components))
    interactive = COMPONENT_LISTS | {"correctResponsesPattern"}
    hold("interactionType" in value or not interactive & set(value), "interactionType is missing")


def activity(value: Any) -> None:
    properties(
        value, {"objectType": one_of("Activity"), "id": iri, "definition": definition}, required=("id",)
    )


def statement_object(value: Any) -> None:
    if isinstance(value, Mapping) and value.get("objectType") == "StatementRef":
        properties(value, {"objectType": one_of("StatementRef"), "id": uuid}, required=("objectType", "id"))
    else:
        activity(value)


def score(value: Any) -> None:
    names = ("scaled", "raw", "min", "max")
    properties(value, dict.fromkeys(names, _is_number))
    hold(-1 <= value.get("scaled", 0) <= 1, "scaled is not from -1 to 1")
    low, high = value.get("min", float("-inf")), value.get("max", float("inf"))
    hold(low < high, "min is not below max")
    hold("raw" not in value or low <= value["raw"] <= high, "raw is not between min and max")


def _is_number(value: Any) -> None:
    hold(isinstance(value, int | float) and not isinstance(value, bool), f"{value!r} is not a number")


def result(value: Any) -> None:
    rules: dict[str, Rule] = {
        "score": score, "success": boolean, "completion": boolean, "duration": duration, "extensions": extensions,
        "response": lambda response: hold(isinstance(response, str), "response is not text"),
    }  # fmt: skip
    properties(value, rules)


def activities(value: Any) -> None:
    for one in value if isinstance(value, list) else [value]:
        activity(one)


def context(value: Any) -> None:
    places = dict.fromkeys(("parent", "grouping", "category", "other"), activities)
    rules: dict[str, Rule] = {
        "registration": uuid, "team": group, "instructor": agent, "revision": text, "platform": text,
        "language": language, "extensions": extensions, "contextActivities": lambda given: properties(given, places),
    }  # fmt: skip
    properties(value, rules)


def statement(value: Any) -> None:
    """Raise NotAStatement unless `value` is a statement that any conformant store takes."""
    rules: dict[str, Rule] = {
        "id": uuid, "actor": agent, "verb": verb, "object": statement_object, "result": result, "context": context,
        "timestamp": moment, "version": one_of("1.0.0", "1.0.3", "2.0.0"),
    }  # fmt: skip
    properties(value, rules, required=("actor", "verb", "object"))
    is_reference = value["object"].get("objectType") == "StatementRef"
    voids = value["verb"]["id"] == "http://adlnet.gov/expapi/verbs/voided"
    hold(is_reference or not voids, "only a statement can be voided")
    in_context = value.get("context", {})
    hold(
        not (is_reference and {"revision", "platform"} & set(in_context)),
        "revision and platform need an activity",
    )

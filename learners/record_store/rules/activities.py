"""Activities and their definitions (xAPI-Data 2.4.4)."""

from typing import Any

from learners.record_store.rules.place import Place, Rule, each, properties
from learners.record_store.rules.values import extensions, iri, language_map, one_of, text

COMPONENTS = {
    "choice": {"choices"},
    "sequencing": {"choices"},
    "likert": {"scale"},
    "matching": {"source", "target"},
    "performance": {"steps"},
}
INTERACTIONS = (*COMPONENTS, "true-false", "fill-in", "long-fill-in", "numeric", "other")
LISTS = ("choices", "scale", "source", "target", "steps")


def _component(value: Any, at: Place) -> None:
    properties(value, at, {"id": text, "description": language_map}, required=("id",))


def components(value: Any, at: Place) -> None:
    """What can be chosen, ordered, matched or done, each with an id of its own."""
    each(_component)(value, at)
    ids = [one["id"] for one in value]
    at.hold(len(ids) == len(set(ids)), "Two of these have the same id.")


_DEFINITION: dict[str, Rule] = {
    "name": language_map,
    "description": language_map,
    "type": iri,
    "moreInfo": iri,
    "extensions": extensions,
    "interactionType": one_of(*INTERACTIONS),
    "correctResponsesPattern": each(text),
    **dict.fromkeys(LISTS, components),
}


def definition(value: Any, at: Place) -> None:
    """What an activity is. The parts of a question need its type, and are those of the type."""
    properties(value, at, _DEFINITION)
    kind = value.get("interactionType")
    at.hold(
        kind or "correctResponsesPattern" not in value, "correctResponsesPattern needs an interactionType."
    )
    for name in LISTS:
        if name in value:
            fits = name in COMPONENTS.get(kind, ())
            (at / name).hold(fits, f"An interactionType of {kind or 'nothing'} has no {name}.")


def activity(value: Any, at: Place) -> None:
    """An activity, which need not say that it is one."""
    rules = {"objectType": one_of("Activity"), "id": iri, "definition": definition}
    properties(value, at, rules, required=("id",))


def activities(value: Any, at: Place) -> None:
    """Several, or one without its list."""
    (each(activity) if isinstance(value, list) else activity)(value, at)

"""How a statement is given: as it was received, only its ids, or in one language."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from learners.record_store import authority
from learners.record_store.asked import TWO
from learners.record_store.models import Statement
from learners.record_store.notation import precise
from learners.record_store.rules.contexts import PLACES
from learners.record_store.rules.people import IDENTIFIERS

type Json = dict[str, Any]
type Define = Callable[[str], Mapping[str, Any]]


def exact(row: Statement, version: str) -> str:
    """A statement's own text, and after it what the store adds.

    The service's own are valid in both versions, and say that they are of the one that was asked for.
    """
    added = f',"stored":"{precise(row.stored)}","authority":{json.dumps(authority.of(row.client))}'
    if row.event_id:
        added += f',"version":"{TWO if version == TWO else "1.0.0"}"'
    return f"{row.payload[:-1]}{added}}}"


def ids_only(statement: Json) -> Json:
    """What is needed to tell its agents, activities, verbs and groups apart, and no more."""
    given = dict(statement)
    given["actor"] = _bare_agent(statement["actor"])
    given["verb"] = {"id": statement["verb"]["id"]}
    given["object"] = _object(statement["object"], _bare_activity, _bare_agent, ids_only)
    if "context" in statement:
        given["context"] = _context(statement["context"], _bare_activity, _bare_agent)
    if "authority" in statement:
        given["authority"] = _bare_agent(statement["authority"])
    return given


def canonical(statement: Json, languages: list[str], define: Define) -> Json:
    """With the definitions that the store knows, and each text in one language only."""

    def activity(one: Json) -> Json:
        definition = dict(define(one["id"])) or one.get("definition")
        given = {name: part for name, part in one.items() if name != "definition"}
        return given | ({"definition": in_one_language(definition, languages)} if definition else {})

    given = dict(statement)
    given["verb"] = in_one_language(statement["verb"], languages)
    given["object"] = _object(
        statement["object"], activity, dict, lambda inner: canonical(inner, languages, define)
    )
    if "context" in statement:
        given["context"] = _context(statement["context"], activity, dict)
    if "attachments" in statement:
        given["attachments"] = [in_one_language(one, languages) for one in statement["attachments"]]
    return given


LANGUAGE_MAPS = {"name", "description", "display"}


def in_one_language(part: Any, languages: list[str]) -> Any:
    """A part of a statement, with each language map reduced to the language that suits best."""
    if isinstance(part, list):
        return [in_one_language(one, languages) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        name: _one(value, languages)
        if name in LANGUAGE_MAPS and isinstance(value, dict)
        else value
        if name == "extensions"
        else in_one_language(value, languages)
        for name, value in part.items()
    }


def _one(texts: Mapping[str, str], languages: list[str]) -> Mapping[str, str]:
    """The text in the first language that there is; a language also stands for its regions."""
    for wanted in languages:
        for tag in texts:
            if wanted == "*" or tag.lower() == wanted or tag.lower().startswith(f"{wanted}-"):
                return {tag: texts[tag]}
    return dict(list(texts.items())[:1])


def languages_of(header: str) -> list[str]:
    """The languages of an Accept-Language header, the best first."""
    weighed = []
    for part in header.split(","):
        tag, _, weight = part.strip().partition(";q=")
        try:
            weighed.append((-float(weight or 1), tag.strip().lower()))
        except ValueError:
            continue
    return [tag for weight, tag in sorted(weighed, key=lambda one: one[0]) if tag and weight < 0]


def _bare_agent(agent: Json) -> Json:
    given = {name: agent[name] for name in ("objectType", *IDENTIFIERS) if name in agent}
    if "member" in agent and not any(name in agent for name in IDENTIFIERS):
        given["member"] = [_bare_agent(one) for one in agent["member"]]
    return given


def _bare_activity(activity: Json) -> Json:
    return {"id": activity["id"]}


def _object(
    about: Json,
    activity: Callable[[Json], Json],
    agent: Callable[[Json], Json],
    statement: Callable[[Json], Json],
) -> Json:
    match about.get("objectType", "Activity"):
        case "Activity":
            return activity(about)
        case "Agent" | "Group":
            return agent(about)
        case "SubStatement":
            return statement(about)
    return about


def _context(context: Json, activity: Callable[[Json], Json], agent: Callable[[Json], Json]) -> Json:
    given = dict(context)
    for name in ("instructor", "team"):
        if name in context:
            given[name] = agent(context[name])
    for names, name in (("contextAgents", "agent"), ("contextGroups", "group")):
        if names in context:
            given[names] = [one | {name: agent(one[name])} for one in context[names]]
    if "contextActivities" in context:
        around = context["contextActivities"]
        given["contextActivities"] = {
            place: [
                activity(one)
                for one in (around[place] if isinstance(around[place], list) else [around[place]])
            ]
            for place in PLACES
            if place in around
        }
    return given

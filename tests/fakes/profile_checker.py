"""Holds statements to the xAPI Profile that the service publishes, as a reader of it would."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from learners.statements.profile import document

STEP = re.compile(r"\.(\w+)|\['([^']+)'\]|(\[\*\])")
PROFILE = document("https://learn.example.org")


def problems_of(statement: Mapping[str, Any]) -> list[str]:
    """What is wrong with a statement by the profile; nothing if it is right."""
    templates = [each for each in PROFILE["templates"] if _determined(each, statement)]
    if len(templates) != 1:
        return [f"{len(templates)} templates for {statement['verb']['id']}"]
    broken = [each["location"] for each in templates[0]["rules"] if not _holds(each, statement)]
    return [f"{templates[0]['id']}: {location}" for location in broken]


def _determined(template: Mapping[str, Any], statement: Mapping[str, Any]) -> bool:
    kind = statement["object"].get("definition", {}).get("type")
    return template["verb"] == statement["verb"]["id"] and template.get("objectActivityType") in (None, kind)


def _holds(rule: Mapping[str, Any], statement: Mapping[str, Any]) -> bool:
    found = list(_at(rule["location"], statement))
    if rule["presence"] == "included" and not found:
        return False
    if rule["presence"] == "excluded" and found:
        return False
    if "any" in rule and not set(rule["any"]) & set(found):
        return False
    return "all" not in rule or all(value in rule["all"] for value in found)


def _at(location: str, statement: Any) -> Iterator[Any]:
    """The values at a JSONPath of names and stars."""
    found = [statement]
    for name, quoted, star in STEP.findall(location):
        if star:
            found = [item for part in found if isinstance(part, list) for item in part]
        else:
            found = [
                part[name or quoted]
                for part in found
                if isinstance(part, Mapping) and (name or quoted) in part
            ]
    yield from found

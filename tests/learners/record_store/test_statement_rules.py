"""What xAPI asks of a statement; a refusal names the property by its path."""

import copy
import json
from typing import Any

import pytest

from learners.record_store.rules.place import Place, Refused
from learners.record_store.rules.statements import statement
from tests.factories.record_store import a_statement

AGENT = {"mbox": "mailto:ann@example.org"}
MEMBERS = [AGENT, {"openid": "https://example.org/bob"}]
FULL = a_statement(
    result={
        "score": {"scaled": 0.5, "raw": 5, "min": 0, "max": 10},
        "success": True,
        "duration": "PT1M42.5S",
        "extensions": {"https://example.org/x": None},
    },
    context={
        "registration": "2f9d7b0e-31a6-4a57-9b7e-6f0f0a5cf001",
        "team": {"objectType": "Group", "member": MEMBERS},
        "instructor": {"account": {"homePage": "https://example.org", "name": "1"}},
        "language": "en-GB",
        "platform": "ours",
        "contextActivities": {"parent": {"id": "https://example.org/a"}, "other": []},
    },
    object={
        "id": "https://example.org/question",
        "definition": {"interactionType": "choice", "choices": [{"id": "a"}, {"id": "b"}]},
    },
)
ATTACHMENT = {
    "usageType": "https://example.org/file",
    "display": {"en": "File"},
    "contentType": "text/plain",
    "length": 3,
    "sha2": "a" * 64,
}
SUB = {
    "objectType": "SubStatement",
    "actor": AGENT,
    "verb": {"id": "https://example.org/v"},
    "object": {"id": "https://example.org/a"},
}


def changed(path: str, value: Any) -> dict[str, Any]:
    """The full statement, with something else at a path; `...` takes it away."""
    whole = json.loads(json.dumps(FULL))
    *way, last = path.split(".")
    part = whole
    for name in way:
        part = part.setdefault(name, {})
    if value is ...:
        del part[last]
    else:
        part[last] = value
    return whole


def refusal(value: Any, *, is_two: bool = True) -> str:
    with pytest.raises(Refused) as refused:
        statement(value, Place(is_two=is_two))
    return refused.value.path


@pytest.mark.parametrize("is_two", [True, False])
@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("timestamp", "2026-11-22T10:00:00+01:00"),
        ("timestamp", "2026-11-22T23:59:59.123456789Z"),
        ("version", "1.0.9"),
        ("object", SUB | {"object": {"id": "https://example.org/a"}}),
        ("object", {"objectType": "StatementRef", "id": FULL["id"].upper()}),
        ("attachments", [ATTACHMENT]),
        ("authority", {"objectType": "Group", "member": MEMBERS}),
        ("result.duration", "P4W"),
        ("result.duration", "P3Y1M29DT4H35M59.14S"),
    ],
)
def test_what_is_valid_is_taken(path: str, value: Any, is_two: bool) -> None:
    whole = changed(path, value)
    if path == "object":
        whole["context"].pop("platform")
    statement(whole, Place(is_two=is_two))


@pytest.mark.parametrize("is_two", [True, False])
@pytest.mark.parametrize(
    ("path", "value", "named"),
    [
        ("actor", ..., "actor"),
        ("verb", ..., "verb"),
        ("object", ..., "object"),
        ("actor.mbox", ..., "actor"),
        ("actor.openid", "https://example.org/ann", "actor"),
        ("actor.mbox", "ann@example.org", "actor.mbox"),
        ("actor.shoe", 43, "actor.shoe"),
        ("actor.name", None, "actor.name"),
        ("actor.objectType", "Person", "actor.objectType"),
        ("actor", {"objectType": "Group"}, "actor"),
        ("actor", {"objectType": "Group", "member": [{"name": "x"}]}, "actor.member[0]"),
        ("Verb", {}, "Verb"),
        ("verb.id", "attended", "verb.id"),
        ("verb.display", {"en_GB": "x"}, "verb.display.en_GB"),
        ("verb.display", {"en": 1}, "verb.display.en"),
        ("id", "1", "id"),
        ("timestamp", "yesterday", "timestamp"),
        ("timestamp", "2026-02-30T10:00:00Z", "timestamp"),
        ("timestamp", "2026-11-22T10:00:00-00:00", "timestamp"),
        ("version", "0.9.9", "version"),
        ("object.objectType", "Thing", "object.objectType"),
        ("object.definition.interactionType", "quiz", "object.definition.interactionType"),
        ("object.definition.scale", [{"id": "a"}], "object.definition.scale"),
        ("object.definition.choices", [{"id": "a"}, {"id": "a"}], "object.definition.choices"),
        ("object.definition.interactionType", ..., "object.definition.choices"),
        ("object.definition.extensions", {"x": 1}, "object.definition.extensions.x"),
        ("result.score.scaled", 1.1, "result.score.scaled"),
        ("result.score.raw", 11, "result.score.raw"),
        ("result.score.min", 10, "result.score.min"),
        ("result.score.max", True, "result.score.max"),
        ("result.success", "true", "result.success"),
        ("result.duration", "P4W1D", "result.duration"),
        ("result.duration", "P", "result.duration"),
        ("context.registration", 1, "context.registration"),
        ("context.team", AGENT, "context.team.objectType"),
        ("context.language", "english please", "context.language"),
        ("context.contextActivities.above", [], "context.contextActivities.above"),
        ("context.contextActivities.parent", [{}], "context.contextActivities.parent[0].id"),
        ("context.statement", {"id": FULL["id"]}, "context.statement.objectType"),
        ("attachments", [ATTACHMENT | {"length": "3"}], "attachments[0].length"),
        ("attachments", [ATTACHMENT | {"sha2": "x"}], "attachments[0].sha2"),
        ("authority", {"objectType": "Group", "member": MEMBERS[:1]}, "authority"),
        ("object", SUB | {"id": FULL["id"]}, "object.id"),
        ("object", SUB | {"object": SUB}, "object.object"),
        ("object", AGENT, "object.id"),
    ],
)
def test_what_is_not_is_refused_by_its_path(path: str, value: Any, named: str, is_two: bool) -> None:
    assert refusal(changed(path, value), is_two=is_two) == named


def test_a_platform_needs_an_activity() -> None:
    assert refusal(changed("object", AGENT | {"objectType": "Agent"})) == "context.platform"


def test_only_a_statement_can_be_voided() -> None:
    assert refusal(changed("verb.id", "http://adlnet.gov/expapi/verbs/voided")) == "object"


def test_version_two_knows_agents_around_a_statement() -> None:
    agents = [{"objectType": "contextAgent", "agent": AGENT, "relevantTypes": ["https://example.org/t"]}]
    statement(changed("context.contextAgents", agents), Place(is_two=True))
    assert refusal(changed("context.contextAgents", agents), is_two=False) == "context.contextAgents"
    bare = copy.deepcopy(agents)
    bare[0]["relevantTypes"] = []
    assert refusal(changed("context.contextAgents", bare)) == "context.contextAgents[0].relevantTypes"
    groups = [{"objectType": "contextGroup", "group": AGENT}]
    assert refusal(changed("context.contextGroups", groups)) == "context.contextGroups[0].group.objectType"


def test_a_moment_needs_its_time_zone_in_version_two() -> None:
    local = changed("timestamp", "2026-11-22T10:00:00")
    statement(local, Place(is_two=False))
    assert refusal(local) == "timestamp"

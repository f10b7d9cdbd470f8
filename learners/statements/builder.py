"""Statements from events. Standard library and pure modules only: the same event always gives the same bytes."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from learners.record_store.notation import duration, number, timestamp
from modules.activities import (
    certificate_iri,
    check_iri,
    module_iri,
    question_iri,
    scenario_iri,
    section_iri,
    situation_iri,
)
from modules.questions.question import Question
from modules.scenarios.graph import Node

LANGUAGE = "en-GB"
PROFILE = "https://w3id.org/xapi/shared-records/v1.0"
SESSION_ID = "https://w3id.org/xapi/shared-records/extensions/session-id"
MASTERY_SCORE = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
WORD_COUNT = "https://w3id.org/xapi/shared-records/extensions/word-count"
PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress"

VERB = "http://adlnet.gov/expapi/verbs/"
EARNED = "http://id.tincanapi.com/verb/earned"
SELECTED = "http://id.tincanapi.com/verb/selected"
NEXT_NODE = "https://w3id.org/xapi/shared-records/extensions/next-node"
COUNTS = "https://w3id.org/xapi/shared-records/extensions/counts"
EVIDENCE = "https://w3id.org/xapi/shared-records/extensions/evidence"
MODULE = "http://adlnet.gov/expapi/activities/module"
PAGE = "https://w3id.org/xapi/acrossx/activities/page"
CERTIFICATE = "https://www.opigno.org/en/tincan_registry/activity_type/certificate"
INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction"
PROFILE_TYPE = "http://adlnet.gov/expapi/activities/profile"

type Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One event as the builder needs it: `question` of what was answered, `node` of what was selected in a scenario.

    `detail` is the event's.
    """

    id: UUID
    verb: str
    actor: UUID
    organisation: UUID | None
    module_key: UUID
    module_title: str
    edition: int
    registration: UUID
    session_id: UUID | None
    at: datetime.datetime
    detail: Mapping[str, Any]
    question: Question | None = None
    node: Node | None = None


def payload_of(occurrence: Occurrence, *, home: str) -> str:
    """The statement as JSON text, byte for byte as it is stored and sent."""
    statement = statement_of(occurrence, home=home)
    return json.dumps(statement, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def statement_of(occurrence: Occurrence, *, home: str) -> Json:
    """The statement of an event, valid in xAPI 1.0.3 and 2.0.0 alike. `home` has no trailing slash.

    It names nobody: the actor and the organisation are accounts with random names. Raises KeyError for a verb
    that has no statement, or an event without the detail of its verb.
    """
    shape = _SHAPES[occurrence.verb]
    part = shape(occurrence, home)
    statement = {
        "id": str(occurrence.id),
        "actor": {"objectType": "Agent", "account": _account(home, "actor", occurrence.actor)},
        "verb": {
            "id": _VERBS.get(occurrence.verb, VERB + occurrence.verb),
            "display": {LANGUAGE: occurrence.verb},
        },
        "object": part.object,
        "context": _context(occurrence, home, part),
        "timestamp": timestamp(occurrence.at),
    }
    return statement | ({"result": part.result} if part.result else {})


@dataclass(frozen=True, slots=True)
class _Part:
    """What a verb adds: its object, its result, the activity it happened in, and more about the context."""

    object: Json
    result: Json | None = None
    parent: str | None = None
    extensions: Mapping[str, Any] | None = None


def _account(home: str, kind: str, name: UUID) -> Json:
    return {"homePage": f"{home}/xapi/{kind}", "name": str(name)}


def _context(occurrence: Occurrence, home: str, part: _Part) -> Json:
    """What surrounds it. `platform` and `revision` are for activities alone (xAPI-Data 2.4.6)."""
    activities: Json = {"category": [{"id": PROFILE, "definition": {"type": PROFILE_TYPE}}]}
    if part.parent:
        activities["parent"] = [{"id": part.parent}]
        activities["grouping"] = [{"id": module_iri(home, occurrence.module_key)}]
    context: Json = {
        "registration": str(occurrence.registration),
        "language": LANGUAGE,
        "contextActivities": activities,
    }
    if "objectType" not in part.object:
        context |= {"platform": urlsplit(home).hostname or home, "revision": f"edition-{occurrence.edition}"}
    if occurrence.organisation:
        team = _account(home, "organisation", occurrence.organisation)
        context["team"] = {"objectType": "Group", "account": team}
    extensions = dict(part.extensions or {})
    if occurrence.session_id:
        extensions[SESSION_ID] = str(occurrence.session_id)
    return context | ({"extensions": extensions} if extensions else {})


def _module(occurrence: Occurrence, home: str) -> Json:
    definition = {"type": MODULE, "name": {LANGUAGE: occurrence.module_title}}
    return {"id": module_iri(home, occurrence.module_key), "definition": definition}


def _score(*, scaled: float, raw: float, maximum: float) -> Json:
    """Scores that could not be above 0 have no scale in xAPI, and are left out."""
    if maximum <= 0:
        return {}
    score = {"scaled": number(scaled), "raw": number(raw), "min": 0, "max": number(maximum)}
    return {"score": score}


def _launched(occurrence: Occurrence, home: str) -> _Part:
    return _Part(_module(occurrence, home))


def _experienced(occurrence: Occurrence, home: str) -> _Part:
    detail = occurrence.detail
    section = section_iri(home, occurrence.module_key, detail["section"])
    return _Part(
        {"id": section, "definition": {"type": PAGE, "name": {LANGUAGE: detail["title"]}}},
        {"duration": duration(detail["seconds"]), "extensions": {PROGRESS: number(detail["progress"])}},
        parent=module_iri(home, occurrence.module_key),
    )


def _answered(occurrence: Occurrence, home: str) -> _Part:
    """The answer as the question's type writes it: ids of options, never what somebody typed."""
    detail, question, key = occurrence.detail, occurrence.question, occurrence.module_key
    if question is None:
        raise KeyError(f"Question {detail['question']} is not in Edition {occurrence.edition}.")
    definition = {"type": INTERACTION, "description": {LANGUAGE: question.prompt}} | question.interaction()
    return _Part(
        {"id": question_iri(home, key, question.id), "definition": definition},
        _outcome(question, detail),
        parent=section_iri(home, key, detail["section"]) if detail.get("section") else check_iri(home, key),
    )


def _outcome(question: Question, detail: Mapping[str, Any]) -> Json:
    """What an answer was and earned. Of what somebody wrote in their own words, nothing but how many words."""
    outcome: Json = {}
    response, words = question.response(detail["answer"]), detail["answer"].get("words")
    if response is not None:
        outcome["response"] = response
    elif isinstance(words, int):
        outcome["extensions"] = {WORD_COUNT: words}
    points, available = detail["points"], detail["available"]
    if not available:
        return outcome
    score = _score(scaled=points / available, raw=points, maximum=available)
    return outcome | {"success": bool(detail["right"])} | score


def _judged(occurrence: Occurrence, home: str) -> _Part:
    detail = occurrence.detail
    score = _score(scaled=detail["scaled"], raw=detail["raw"], maximum=detail["maximum"])
    return _Part(
        _module(occurrence, home),
        {"success": occurrence.verb == "passed"} | score,
        extensions={MASTERY_SCORE: number(detail["pass_mark"])},
    )


def _completed(occurrence: Occurrence, home: str) -> _Part:
    """Finished here in some time; or somewhere else, by the evidence that was brought, in nobody knows how much."""
    result: Json = {"completion": True}
    if "seconds" in occurrence.detail:
        result["duration"] = duration(occurrence.detail["seconds"])
    if "evidence" in occurrence.detail:
        result["extensions"] = {EVIDENCE: occurrence.detail["evidence"]}
    return _Part(_module(occurrence, home), result)


def _voided(occurrence: Occurrence, home: str) -> _Part:
    """Something else that was said no longer counts."""
    return _Part({"objectType": "StatementRef", "id": occurrence.detail["event"]})


def _earned(occurrence: Occurrence, home: str) -> _Part:
    detail, score = occurrence.detail, occurrence.detail["score"]
    name = f"Certificate: {occurrence.module_title}"
    return _Part(
        {
            "id": certificate_iri(home, detail["completion"]),
            "definition": {"type": CERTIFICATE, "name": {LANGUAGE: name}},
        },
        {"success": True} | ({} if score is None else {"score": {"scaled": number(score)}}),
        parent=module_iri(home, occurrence.module_key),
    )


def _selected(occurrence: Occurrence, home: str) -> _Part:
    """A choice in a scenario. A branch is neither right nor wrong here: no pattern, no success."""
    detail, node, key = occurrence.detail, occurrence.node, occurrence.module_key
    if node is None:
        raise KeyError(f"Situation {detail['node']} is not in Edition {occurrence.edition}.")
    definition = {
        "type": INTERACTION,
        "interactionType": "choice",
        "description": {LANGUAGE: node.title},
        "choices": [{"id": each.id, "description": {LANGUAGE: each.text}} for each in node.choices],
    }
    return _Part(
        {"id": situation_iri(home, key, detail["scenario"], node.key), "definition": definition},
        {"response": detail["choice"], "extensions": {NEXT_NODE: detail["next"]}},
        parent=scenario_iri(home, key, detail["scenario"]),
        extensions={COUNTS: bool(detail["counts"])},
    )


_VERBS = {"earned": EARNED, "selected": SELECTED}
"""Verbs that come from another list than ADL's."""

_SHAPES = {
    "launched": _launched,
    "experienced": _experienced,
    "answered": _answered,
    "passed": _judged,
    "failed": _judged,
    "completed": _completed,
    "earned": _earned,
    "selected": _selected,
    "voided": _voided,
}

"""The xAPI Profile: what this service's statements look like, for machines. Standard library and pure modules only.

Its form is that of https://w3id.org/xapi/profiles#1.0. A test holds every statement that the tests emit to it.
"""

import json
from typing import Any

from learners.statements.builder import (
    CERTIFICATE,
    COUNTS,
    EARNED,
    EVIDENCE,
    INTERACTION,
    LANGUAGE,
    MASTERY_SCORE,
    MODULE,
    NEXT_NODE,
    PAGE,
    PROFILE,
    PROGRESS,
    SELECTED,
    SESSION_ID,
    VERB,
    WORD_COUNT,
)

type Json = dict[str, Any]

ID = PROFILE.rpartition("/")[0]
INCLUDED, EXCLUDED, RECOMMENDED = "included", "excluded", "recommended"


def document(home: str) -> Json:
    """The profile of the service at an address, as JSON-LD."""
    author = {"type": "Organization", "name": "Shared Records Training", "url": home}
    return {
        "@context": "https://w3id.org/xapi/profiles/context",
        "id": ID,
        "type": "Profile",
        "conformsTo": "https://w3id.org/xapi/profiles#1.0",
        "prefLabel": _say("Shared Records Training"),
        "definition": _say("How people learn when and how shared care records help in their work."),
        "author": author,
        "versions": [{"id": PROFILE, "generatedAtTime": "2026-11-24T00:00:00Z"}],
        "concepts": [_concept(*each) for each in _EXTENSIONS],
        "templates": [_template(name, *each) for name, each in _TEMPLATES.items()],
        "patterns": _patterns(),
    }


def _say(words: str) -> dict[str, str]:
    return {LANGUAGE: words}


_EXTENSIONS = (
    (SESSION_ID, "ContextExtension", "session", "One sign-in. Random.", {"type": "string"}),
    (COUNTS, "ContextExtension", "counts", "Whether this is the path that counts.", {"type": "boolean"}),
    (WORD_COUNT, "ResultExtension", "words", "How many words somebody wrote.", {"type": "integer"}),
    (NEXT_NODE, "ResultExtension", "next", "Where a choice leads.", {"type": ["string", "null"]}),
    (
        EVIDENCE,
        "ResultExtension",
        "evidence",
        "Why something counts as completed that was not done here.",
        {"enum": ["accepted", "observed", "self_declared"]},
    ),
)


def _concept(iri: str, kind: str, label: str, definition: str, schema: Json) -> Json:
    return {
        "id": iri,
        "type": kind,
        "inScheme": PROFILE,
        "prefLabel": _say(label),
        "definition": _say(definition),
        "inlineSchema": json.dumps(schema),
    }


def _rule(location: str, presence: str, **values: list[Any]) -> Json:
    return {"location": location, "presence": presence} | values


def _extension(where: str, iri: str, presence: str = INCLUDED) -> Json:
    return _rule(f"$.{where}.extensions['{iri}']", presence)


_EVERYWHERE = (
    _rule("$.id", INCLUDED),
    _rule("$.timestamp", INCLUDED),
    _rule("$.actor.account.name", INCLUDED),
    _rule("$.actor.name", EXCLUDED),
    _rule("$.actor.mbox", EXCLUDED),
    _rule("$.context.registration", INCLUDED),
    _rule("$.context.team.member", EXCLUDED),
    _rule("$.context.contextActivities.category[*].id", INCLUDED, any=[PROFILE]),
)
_OF_ACTIVITY = (_rule("$.context.revision", INCLUDED), _rule("$.context.platform", INCLUDED))
_INSIDE = (
    _rule("$.context.contextActivities.parent[*].id", INCLUDED),
    _rule("$.context.contextActivities.grouping[*].id", INCLUDED),
)
_JUDGED = (
    _rule("$.result.score.scaled", RECOMMENDED),
    _extension("context", MASTERY_SCORE),
    _rule("$.result.success", INCLUDED),
)

_TEMPLATES: dict[str, tuple[str, str, str | None, tuple[Json, ...]]] = {
    "launched": (VERB + "launched", "Somebody starts a module.", MODULE, (_rule("$.result", EXCLUDED),)),
    "experienced": (
        VERB + "experienced",
        "Somebody read a section to its end.",
        PAGE,
        (*_INSIDE, _rule("$.result.duration", INCLUDED), _extension("result", PROGRESS)),
    ),
    "answered": (
        VERB + "answered",
        "Somebody answered a question. Of their own words, only how many they are.",
        INTERACTION,
        (
            *_INSIDE,
            _rule("$.object.definition.interactionType", INCLUDED),
            _rule("$.result.response", RECOMMENDED),
        ),
    ),
    "selected": (
        SELECTED,
        "Somebody chose in a scenario. A branch is no answer.",
        INTERACTION,
        (
            *_INSIDE,
            _rule("$.object.definition.correctResponsesPattern", EXCLUDED),
            _rule("$.result.success", EXCLUDED),
            _rule("$.result.response", INCLUDED),
            _extension("context", COUNTS),
        ),
    ),
    "passed": (VERB + "passed", "Somebody passed the check.", MODULE, _JUDGED),
    "failed": (VERB + "failed", "Somebody did not pass the check.", MODULE, _JUDGED),
    "completed": (
        VERB + "completed",
        "Somebody completed a module: here in some time, or elsewhere by evidence.",
        MODULE,
        (_rule("$.result.completion", INCLUDED, all=[True]), _rule("$.result.duration", RECOMMENDED)),
    ),
    "earned": (
        EARNED,
        "Somebody earned a certificate.",
        CERTIFICATE,
        (*_INSIDE, _rule("$.result", INCLUDED)),
    ),
    "voided": (
        VERB + "voided",
        "A statement no longer counts: it was a mistake.",
        None,
        (_rule("$.object.objectType", INCLUDED, all=["StatementRef"]), _rule("$.context.platform", EXCLUDED)),
    ),
}


def _template(name: str, verb: str, definition: str, kind: str | None, rules: tuple[Json, ...]) -> Json:
    template = {
        "id": f"{ID}/templates/{name}",
        "type": "StatementTemplate",
        "inScheme": PROFILE,
        "prefLabel": _say(name),
        "definition": _say(definition),
        "verb": verb,
        "rules": [*_EVERYWHERE, *(_OF_ACTIVITY if kind else ()), *rules],
    }
    return template | ({"objectActivityType": kind} if kind else {})


def _patterns() -> list[Json]:
    """One way through a module: launched, what was done in it, how the check went, and its completion."""
    steps = [_named("templates", name) for name in ("experienced", "answered", "selected")]
    verdicts = [_named("templates", name) for name in ("passed", "failed")]
    way = [
        _named("templates", "launched"),
        *(_named("patterns", name) for name in ("steps", "verdicts", "end")),
    ]
    return [
        _pattern("way", "One way through a module.", primary=True, sequence=way),
        _pattern("steps", "What was done in it.", zeroOrMore=_named("patterns", "step")),
        _pattern("step", "A section, an answer or a choice.", alternates=steps),
        _pattern("verdicts", "How the check went.", zeroOrMore=_named("patterns", "verdict")),
        _pattern("verdict", "One go at the check.", alternates=verdicts),
        _pattern("end", "Its completion.", optional=_named("templates", "completed")),
    ]


def _named(kind: str, name: str) -> str:
    return f"{ID}/{kind}/{name}"


def _pattern(name: str, definition: str, *, primary: bool = False, **parts: Any) -> Json:
    return {
        "id": _named("patterns", name),
        "type": "Pattern",
        "inScheme": PROFILE,
        "primary": primary,
        "prefLabel": _say(name),
        "definition": _say(definition),
    } | parts

"""What a valid statement mentions, and under which names it is found. Standard library only."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from hashlib import blake2b
from typing import Any
from uuid import UUID

from learners.record_store.rules.contexts import PLACES
from learners.record_store.rules.people import IDENTIFIERS
from learners.record_store.rules.place import Place
from learners.record_store.rules.statements import VOIDED
from learners.record_store.rules.values import moment

type Json = Mapping[str, Any]


class As(IntEnum):
    """What something is to the statement: the numbers of `models.Kind`."""

    AGENT, RELATED_AGENT, ACTIVITY, RELATED_ACTIVITY, VERB, REGISTRATION = range(1, 7)


def key(*words: str) -> UUID:
    """A name of 16 bytes, for words of any length."""
    return UUID(bytes=blake2b("\0".join(words).encode("utf-8", "surrogatepass"), digest_size=16).digest())


def agent_key(agent: Json) -> UUID | None:
    """The name of an agent or group by its identifier; None for an anonymous group."""
    for name in IDENTIFIERS:
        if name == "account" and "account" in agent:
            return key(name, agent["account"]["homePage"], agent["account"]["name"])
        if name in agent:
            found = str(agent[name])
            return key(name, found.lower() if name == "mbox_sha1sum" else found)
    return None


def activity_key(iri: str) -> UUID:
    """The name of an activity."""
    return key("activity", iri)


def verb_key(iri: str) -> UUID:
    """The name of a verb."""
    return key("verb", iri)


@dataclass(slots=True)
class Facts:
    """What is written down of a statement besides its text. `definitions` are those of activities, by their ids."""

    verb: str
    registration: UUID | None
    timestamp: datetime.datetime | None
    target: UUID | None
    mentions: dict[UUID, As] = field(default_factory=dict)
    definitions: dict[str, Json] = field(default_factory=dict)

    @property
    def voids(self) -> bool:
        """Whether it says of its target that it no longer counts."""
        return self.verb == VOIDED

    def add(self, name: UUID | None, role: As) -> None:
        """Note a mention. What is mentioned twice counts as what it is most."""
        if name is not None:
            self.mentions[name] = min(role, self.mentions.get(name, role))


def facts_of(statement: Json, *, authority: Json) -> Facts:
    """The facts of a valid statement that somebody vouches for."""
    about, context = statement["object"], statement.get("context", {})
    registration = context.get("registration")
    facts = Facts(
        verb=statement["verb"]["id"],
        registration=UUID(registration) if registration else None,
        timestamp=moment(statement["timestamp"], Place("timestamp")) if "timestamp" in statement else None,
        target=UUID(about["id"]) if about.get("objectType") == "StatementRef" else None,
    )
    facts.add(verb_key(facts.verb), As.VERB)
    facts.add(facts.registration, As.REGISTRATION)
    _part(facts, statement, As.AGENT, As.ACTIVITY)
    for name in _agents(authority):
        facts.add(name, As.RELATED_AGENT)
    return facts


def _part(facts: Facts, part: Json, as_agent: As, as_activity: As) -> None:
    """What a statement, or the one inside it, mentions."""
    about = part["object"]
    kind = about.get("objectType", "Activity")
    for agent in [part["actor"], *([about] if kind in ("Agent", "Group") else [])]:
        for name in _agents(agent):
            facts.add(name, as_agent)
    if kind == "Activity":
        _activity(facts, about, as_activity)
    elif kind == "SubStatement":
        _part(facts, about, As.RELATED_AGENT, As.RELATED_ACTIVITY)
    for agent in _agents_around(part.get("context", {})):
        for name in _agents(agent):
            facts.add(name, As.RELATED_AGENT)
    for activity in _activities_around(part.get("context", {})):
        _activity(facts, activity, As.RELATED_ACTIVITY)


def _activity(facts: Facts, activity: Json, role: As) -> None:
    facts.add(activity_key(activity["id"]), role)
    if activity.get("definition"):
        facts.definitions[activity["id"]] = activity["definition"]


def _agents(agent: Json) -> Iterator[UUID | None]:
    """An agent; of a group its members as well."""
    yield agent_key(agent)
    for member in agent.get("member", ()):
        yield agent_key(member)


def _agents_around(context: Json) -> Iterator[Json]:
    yield from (context[name] for name in ("instructor", "team") if name in context)
    yield from (one["agent"] for one in context.get("contextAgents", ()))
    yield from (one["group"] for one in context.get("contextGroups", ()))


def _activities_around(context: Json) -> Iterator[Json]:
    for name in PLACES:
        found = context.get("contextActivities", {}).get(name, ())
        yield from [found] if isinstance(found, Mapping) else found

"""What is asked of the statements resource, read and checked."""

import datetime
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings

from learners.record_store.asked import Asked
from learners.record_store.mentions import As, activity_key, agent_key, verb_key
from learners.record_store.rules.people import agent_or_group
from learners.record_store.rules.place import Place, Refused
from learners.record_store.rules.reading import read_json
from learners.record_store.rules.values import iri, moment, uuid

ONE_STATEMENT = ("statementId", "voidedStatementId")
FORMATS = ("exact", "ids", "canonical")
SHAPE = ("format", "attachments")
FILTERS = ("agent", "verb", "activity", "registration", "related_activities", "related_agents")
ORDER = ("since", "until", "limit", "ascending", "cursor")


@dataclass(slots=True)
class Query:
    """Which statements, and how they are to be given. Each of `mentions` must hold, in one of its kinds."""

    mentions: list[tuple[UUID, tuple[As, ...]]] = field(default_factory=list)
    since: datetime.datetime | None = None
    until: datetime.datetime | None = None
    ascending: bool = False
    limit: int = 0
    cursor: int | None = None
    format: str = "exact"
    attachments: bool = False


def wanted_id(asked: Asked) -> tuple[UUID, bool] | None:
    """The id of the one statement that is asked for, and whether it is to be a voided one."""
    names = [name for name in ONE_STATEMENT if name in asked.parameters]
    if not names:
        return None
    asked.allow(names[0], *SHAPE)
    uuid(asked.parameters[names[0]], Place(names[0]))
    return UUID(asked.parameters[names[0]]), names[0] == "voidedStatementId"


def query_of(asked: Asked) -> Query:
    """The query. Raises Refused, which names the parameter."""
    asked.allow(*ONE_STATEMENT, *FILTERS, *ORDER, *SHAPE)
    given = asked.parameters
    page = settings.RECORD_STORE["page"]
    query = Query(
        since=_moment(given, "since"),
        until=_moment(given, "until"),
        ascending=_truth(given, "ascending"),
        limit=min(_count(given, "limit") or page, page),
        cursor=_count(given, "cursor") if "cursor" in given else None,
        format=given.get("format", "exact"),
        attachments=_truth(given, "attachments"),
    )
    if query.format not in FORMATS:
        raise Refused(f"This must be {' or '.join(FORMATS)}.", "format")
    query.mentions = _mentions(given)
    return query


def _mentions(given: dict[str, str]) -> list[tuple[UUID, tuple[As, ...]]]:
    found: list[tuple[UUID, tuple[As, ...]]] = []
    related_agents, related_activities = (
        _truth(given, "related_agents"),
        _truth(given, "related_activities"),
    )
    if "registration" in given:
        uuid(given["registration"], Place("registration"))
        found.append((UUID(given["registration"]), (As.REGISTRATION,)))
    if "agent" in given:
        name = agent_key(agent_of(given["agent"]))
        if name is None:
            raise Refused("This must be an Agent or an identified Group.", "agent")
        found.append((name, (As.AGENT, As.RELATED_AGENT) if related_agents else (As.AGENT,)))
    if "activity" in given:
        iri(given["activity"], Place("activity"))
        kinds = (As.ACTIVITY, As.RELATED_ACTIVITY) if related_activities else (As.ACTIVITY,)
        found.append((activity_key(given["activity"]), kinds))
    if "verb" in given:
        iri(given["verb"], Place("verb"))
        found.append((verb_key(given["verb"]), (As.VERB,)))
    return found


def agent_of(text: str) -> dict[str, Any]:
    """An agent from its JSON in a parameter."""
    try:
        agent = read_json(text.encode("utf-8", "replace"))
    except Refused as refused:
        raise Refused(refused.message, "agent") from None
    agent_or_group(agent, Place("agent"))
    return dict(agent)


def _moment(given: dict[str, str], name: str) -> datetime.datetime | None:
    return moment(given[name], Place(name)) if name in given else None


def _truth(given: dict[str, str], name: str) -> bool:
    if given.get(name, "false") not in ("true", "false"):
        raise Refused("This must be true or false.", name)
    return given.get(name) == "true"


def _count(given: dict[str, str], name: str) -> int:
    text = given.get(name, "0")
    if not text.isascii() or not text.isdecimal() or len(text) > 19:
        raise Refused("This must be a whole number, 0 or more.", name)
    return int(text)

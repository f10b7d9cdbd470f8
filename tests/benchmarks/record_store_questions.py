"""What is asked of a store that `record_store_filling` filled, by tools that may read more or less of it."""

import datetime
import hashlib
import json
import random
from collections.abc import Iterable, Mapping
from urllib.parse import urlencode
from uuid import UUID

from django.utils import timezone

from learners.record_store import clock
from tests.benchmarks.client import Request
from tests.benchmarks.record_store_filling import (
    DAYS,
    MODULES,
    ORGANISATIONS,
    PEOPLE,
    QUESTIONS,
    RARE,
    TAIL,
    VERBS,
    activity,
    home_of,
    organisation,
    person,
)

type Headers = Mapping[str, str]

SEVERAL = 200  # people, activities and organisations, drawn as the statements' were
ANSWERED, PASSED = VERBS[1], VERBS[3]


def questions(everything: Headers, one_organisation: Headers, own: Headers) -> dict[str, list[Request]]:
    """The questions by name; each in several forms, which are asked in turn."""
    at_home = [each for each in range(100) if home_of(each) == 0]
    abroad = [each for each in range(100) if home_of(each) != 0]
    return {
        "no statement": [_get("agents", {"agent": json.dumps(person(0))}, everything)],
        "id": [
            _get("statements", {"statementId": _hashed(f"statement{each}")}, everything) for each in _ids()
        ],
        **{name: _asking(queries, everything) for name, queries in _simple().items()},
        **{name: _asking(queries, everything) for name, queries in _harder().items()},
        "one organisation: newest": _asking([{}], one_organisation),
        "one organisation: agent": _asking(map(_by, at_home), one_organisation),
        "one organisation: agent elsewhere": _asking(map(_by, abroad), one_organisation),
        "one organisation: module": _asking(map(_module, _drawn(MODULES)), one_organisation),
        "one organisation: verb": _asking([{"verb": verb} for verb in VERBS], one_organisation),
        "one organisation: rare activity": _asking([{"activity": RARE}], one_organisation),
        "own: newest": _asking([{}], own),
        "own: agent": _asking(map(_by, range(10)), own),
    }


def _simple() -> dict[str, Iterable[dict[str, str]]]:
    """What the aim names, and other single filters."""
    chance = random.Random(1)
    asked = [activity(each, 1 + chance.randrange(QUESTIONS)) for each in _drawn(MODULES)]
    return {
        "agent": map(_by, _drawn(PEOPLE)),
        "activity": ({"activity": each} for each in asked),
        "organisation": map(_of, _drawn(ORGANISATIONS)),
        "newest fifty": [{}],
        "agent with the most": [_by(0)],
        "rare activity": [{"activity": RARE}],
        "module, related": map(_module, _drawn(MODULES)),
        "rare module, related": [{"activity": RARE, "related_activities": "true"}],
        "registration": (
            {"registration": _hashed(f"registration {who} {what}")} for who in range(5) for what in range(5)
        ),
        "verb": [{"verb": verb} for verb in VERBS],
        "unknown agent": [_by(PEOPLE)],
    }


def _harder() -> dict[str, Iterable[dict[str, str]]]:
    """Spans of time, pages that lie deep, and several filters at once."""
    early, later = _days_after_start(2), _days_after_start(DAYS // 2)
    deep = {"cursor": str(clock.place_of(_moment(2)))}
    return {
        "agent and verb": (_by(each) | {"verb": PASSED} for each in range(50)),
        "module and organisation": (_module(each % 20) | _of(each) for each in range(50)),
        "two that never meet": ({"activity": activity(0, 1 + each), "verb": PASSED} for each in range(5)),
        "since, ascending": [{"since": later, "ascending": "true"}],
        "until": [{"until": later}],
        "agent, since, ascending": [_by(0) | {"since": later, "ascending": "true"}],
        "agent, until long ago": [_by(0) | {"until": early}],
        "module, since and until": [_module(0) | {"since": early, "until": later}],
        "deep page": [deep],
        "deep page, agent": [_by(0) | deep],
        "deep page, module": [_module(0) | deep],
        "deep page, organisation": [_of(0) | deep],
        "deep page, agent and verb": [_by(0) | {"verb": ANSWERED} | deep],
    }


def _drawn(number: int) -> list[int]:
    """Numbers below one, the low ones oftener, as the statements were filled."""
    chance = random.Random(number)
    return [int(number * chance.random() ** TAIL) for _ in range(SEVERAL)]


def _ids() -> range:
    return range(1, 90_000, 401)  # leaves out those that were voided


def _hashed(text: str) -> str:
    return str(UUID(hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()))


def _by(number: int) -> dict[str, str]:
    return {"agent": json.dumps(person(number))}


def _of(number: int) -> dict[str, str]:
    return {"agent": json.dumps(organisation(number)), "related_agents": "true"}


def _module(number: int) -> dict[str, str]:
    return {"activity": activity(number), "related_activities": "true"}


def _moment(days: int) -> datetime.datetime:
    return timezone.now() - datetime.timedelta(days=DAYS - days)


def _days_after_start(days: int) -> str:
    return _moment(days).isoformat()


def _asking(queries: Iterable[dict[str, str]], headers: Headers) -> list[Request]:
    return [_get("statements", {"limit": "50"} | query, headers) for query in queries]


def _get(resource: str, query: Mapping[str, str], headers: Headers) -> Request:
    return Request("GET", f"/xapi/{resource}?{urlencode(query)}", headers=headers)

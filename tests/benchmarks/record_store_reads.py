"""Whether reading stays as quick while a store grows: the same questions to a small store and to a large one."""

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import cycle
from statistics import median
from urllib.parse import urlencode

from django.db import connection

from learners.record_store.models import Reference, Statement
from tests.benchmarks.client import Request, send_all
from tests.benchmarks.server import Server

FEWEST, MOST = 100_000, 1_000_000
EACH, ROUNDS = 20, 15  # of each question in a round; the first round warms up
AIM = 1.3
GROW = """
    WITH base AS (SELECT *, gen_random_uuid() AS new FROM record_store_statement WHERE seq >= %(first)s)
    INSERT INTO record_store_statement
        (id, seq, stored, timestamp, verb, registration, voided, version, payload, target, organisation, client_id)
    SELECT new, seq - %(back)s, stored - %(time)s * interval '1 microsecond', timestamp, verb, registration, voided,
        version, '{"id":"' || new || substr(payload, 44), target, organisation, client_id FROM base LIMIT %(count)s
"""
GROW_REFERENCES = """
    INSERT INTO record_store_reference (key, kind, depth, seq)
    SELECT key, kind, depth, made.seq FROM record_store_reference AS known
        JOIN record_store_statement AS made ON made.seq = known.seq - %(back)s
    WHERE known.seq >= %(first)s
"""


def reads(server: Server, headers: Mapping[str, str], most: int) -> str:
    """Ask a store of 100,000 statements and one of `most`; print how much longer the larger one takes."""
    lines, found = [], []
    for size in (FEWEST, most):
        _grow_to(size)
        found.append(_asked(server, headers))
        times = ", ".join(f"{name} {took:.2f}" for name, (took, _) in found[-1].items())
        lines.append(f"{Statement.objects.count():,} statements, milliseconds (median): {times}")
    for name, (_, small) in found[0].items():
        growth = found[1][name][1] / small
        lines.append(f"{name:<14}growth {growth:5.2f}   aim {AIM}: {'met' if growth <= AIM else 'MISSED'}")
    return "\n".join(lines)


def _grow_to(size: int) -> None:
    """Copy what is there into the past, under new ids, until there are so many."""
    first, last = (
        Statement.objects.order_by(order).values_list("seq", flat=True)[0] for order in ("seq", "-seq")
    )
    span = ((last - first) >> 12) + 1
    here = base = Statement.objects.count()
    times = 0
    with connection.cursor() as cursor:
        while here < size:
            times += 1
            back = {"first": first, "back": times * span << 12, "time": times * span}
            cursor.execute(GROW, back | {"count": min(base, size - here)})
            cursor.execute(GROW_REFERENCES, back)
            here += min(base, size - here)
        for model in (Statement, Reference):
            cursor.execute(f"VACUUM ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def _asked(server: Server, headers: Mapping[str, str]) -> dict[str, tuple[float, float]]:
    """By question: how long it takes in milliseconds, and how many times as long as what asks for nothing."""
    about = cycle([Request("GET", "/xapi/agents?" + urlencode({"agent": _agent(1)}), headers=headers)])
    questions = {name: cycle(make(headers)) for name, make in QUESTIONS.items()}
    took: dict[str, list[float]] = {name: [] for name in questions}
    ratios: dict[str, list[float]] = {name: [] for name in questions}
    for number in range(ROUNDS + 1):
        bare = median(_times(server, about))
        for name, requests in questions.items():
            mine = median(_times(server, requests))
            if number:
                took[name].append(mine * 1000)
                ratios[name].append(mine / bare)
    return {name: (median(took[name]), median(ratios[name])) for name in questions}


def _times(server: Server, requests: Iterator[Request]) -> list[float]:
    return send_all(server.port, [next(requests) for _ in range(EACH)], lambda answer: answer.status == 200)


def _agent(number: int) -> str:
    name = str(Statement.objects.order_by("seq")[number].payload).partition('"name":"')[2][:36]
    return json.dumps({"account": {"homePage": "https://tool.example.org", "name": name}})


def _asking(headers: Mapping[str, str], queries: Iterator[dict[str, str]]) -> list[Request]:
    return [
        Request("GET", "/xapi/statements?" + urlencode({"limit": "50"} | query), headers=headers)
        for query in queries
    ]


def _by_id(headers: Mapping[str, str]) -> list[Request]:
    ids = Statement.objects.order_by("id").values_list("pk", flat=True)[:500]
    return [Request("GET", f"/xapi/statements?statementId={each}", headers=headers) for each in ids]


def _by_organisation(headers: Mapping[str, str]) -> list[Request]:
    homes = "https://tool.example.org/places"
    groups = (
        json.dumps({"objectType": "Group", "account": {"homePage": homes, "name": str(number)}})
        for number in range(20)
    )
    return _asking(headers, ({"agent": each, "related_agents": "true"} for each in groups))


def _by_activity(headers: Mapping[str, str]) -> list[Request]:
    iri = "https://tool.example.org/module/{}/question/{}"
    return _asking(headers, ({"activity": iri.format(each % 20, each % 400 // 20)} for each in range(400)))


QUESTIONS: dict[str, Callable[[Mapping[str, str]], list[Request]]] = {
    "id": _by_id,
    "agent": lambda headers: _asking(headers, ({"agent": _agent(each)} for each in range(100))),
    "activity": _by_activity,
    "organisation": _by_organisation,
    "newest fifty": lambda headers: _asking(headers, iter([{}])),
}

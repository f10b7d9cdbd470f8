"""Reading statements."""

import datetime
from dataclasses import dataclass
from heapq import merge
from itertools import islice, product
from uuid import UUID

from django.db.models import QuerySet

from learners.record_store import clock
from learners.record_store.linking import DEEPEST
from learners.record_store.mentions import As
from learners.record_store.models import Client, Statement
from learners.record_store.querying import Query
from learners.record_store.scoping import readable, readable_among


@dataclass(frozen=True, slots=True)
class Page:
    """Statements in order; and where the next page begins, if there is one."""

    statements: list[Statement]
    cursor: int | None


def one_statement(client: Client, statement_id: UUID, *, voided: bool) -> Statement | None:
    """A statement by its id: one that counts, or one that is voided."""
    return readable(client).filter(pk=statement_id, voided=voided).first()


def find(client: Client, query: Query, *, through: datetime.datetime) -> Page:
    """A page of what a query asks for.

    Each filter is a walk along Reference's primary key in the order that is asked for, so a page costs the same
    however much there is, and however far one has come. What a statement is about another for is walked for by itself.
    """
    places = _places(query, through)
    rows = readable_among(client, **places) if query.mentions else readable(client)
    rows = rows.filter(voided=False, **places).order_by("seq" if query.ascending else "-seq")
    walks = [_walk(rows, query, way, places)[: query.limit + 1] for way in _ways(query)]
    together = merge(*walks, key=lambda row: row.seq, reverse=not query.ascending)
    found: dict[int, Statement] = {}
    for row in together:
        found.setdefault(row.seq, row)
        if len(found) > query.limit:
            break
    page = list(islice(found.values(), query.limit))
    return Page(page, page[-1].seq if len(found) > query.limit else None)


def _places(query: Query, through: datetime.datetime) -> dict[str, int]:
    """Between which places to look, as filters: from the first on, and before the end, if there are such."""
    firsts, ends = [], []
    if query.since:
        firsts.append(clock.place_of(query.since + clock.MICROSECOND))
    if query.until:
        ends.append(clock.place_of(query.until + clock.MICROSECOND))
    if query.ascending:  # what is written just now would be passed over by the next page
        ends.append(clock.place_of(through + clock.MICROSECOND))
    if query.cursor is not None:
        (firsts if query.ascending else ends).append(query.cursor + query.ascending)
    return ({"seq__gte": max(firsts)} if firsts else {}) | ({"seq__lt": min(ends)} if ends else {})


def _ways(query: Query) -> list[tuple[int, tuple[As, ...]]]:
    """The depth at which, and the kinds as which, all that is asked for is looked for at once."""
    kinds = list(product(*(kinds for _, kinds in query.mentions)))
    depths = range(DEEPEST + 1) if query.mentions and _some_are_about_others() else range(1)
    return list(product(depths, kinds))


def _some_are_about_others() -> bool:
    return Statement.objects.filter(target__isnull=False).exists()


def _walk(
    rows: QuerySet[Statement], query: Query, way: tuple[int, tuple[As, ...]], places: dict[str, int]
) -> QuerySet[Statement]:
    """The places bound each mention, too: a database does not see that it may begin there, not at the newest."""
    depth, kinds = way
    within = {f"references__statement__{bound}": place for bound, place in places.items()}
    for (name, _), kind in zip(query.mentions, kinds, strict=True):
        rows = rows.filter(references__key=name, references__kind=kind, references__depth=depth, **within)
    return rows

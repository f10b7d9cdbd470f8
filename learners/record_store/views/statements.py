"""The statements resource (xAPI-Communication 2.1)."""

import json
from collections.abc import Sequence
from functools import partial
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.http import http_date

from learners.record_store import clock
from learners.record_store.asked import Asked
from learners.record_store.defining import definition_of
from learners.record_store.files import files_with
from learners.record_store.models import Statement
from learners.record_store.querying import Query, query_of, wanted_id
from learners.record_store.receiving import arrivals_of
from learners.record_store.rules.multipart import composed
from learners.record_store.rules.place import Place, Refused
from learners.record_store.rules.values import uuid
from learners.record_store.scoping import organisation_of
from learners.record_store.selectors import find, one_statement
from learners.record_store.shaping import canonical, exact, ids_only, languages_of
from learners.record_store.views.door import resource
from learners.record_store.writing import store


def post(asked: Asked) -> HttpResponse:
    """Store one statement or many, and say their ids in their order."""
    asked.allow()
    arrivals, _ = arrivals_of(asked)
    store(arrivals)
    return JsonResponse([str(arrival.id) for arrival in arrivals], safe=False)


def put(asked: Asked) -> HttpResponse:
    """Store one statement under the id that is asked for."""
    asked.allow("statementId")
    wanted = asked.need("statementId")
    uuid(wanted, Place("statementId"))
    arrivals, is_list = arrivals_of(asked, default_id=UUID(wanted))
    if is_list or len(arrivals) != 1:
        raise Refused("PUT takes one statement.")
    arrival = arrivals[0]
    if arrival.id != UUID(wanted):
        raise Refused("This is not the id of the statement.", "statementId")
    store([arrival])
    return HttpResponse(status=204)


def get(asked: Asked) -> HttpResponse:
    """Answer with one statement by its id, or with a page of those that a query finds."""
    through = clock.consistent_through()  # before anything is read
    one = wanted_id(asked)
    query = query_of(asked)
    if one:
        row = one_statement(asked.whose, one[0], voided=one[1])
        if row is None:
            raise Refused("There is no such statement.", status=404)
        response = _sent(asked, query, [row], _given(asked, query, row))
        response["Last-Modified"] = http_date(row.stored.timestamp())
        return response
    page = find(asked.whose, query, through=through)
    more = _more(asked, page.cursor) if page.cursor is not None else ""
    statements = ",".join(_given(asked, query, row) for row in page.statements)
    response = _sent(
        asked, query, page.statements, f'{{"statements":[{statements}],"more":{json.dumps(more)}}}'
    )
    if page.statements:
        response["Last-Modified"] = http_date(max(row.stored for row in page.statements).timestamp())
    return response


def _more(asked: Asked, cursor: int) -> str:
    """The address of the next page, with all of the query in it."""
    return f"{reverse('record_store:statements')}?{urlencode(asked.parameters | {'cursor': str(cursor)})}"


def _given(asked: Asked, query: Query, row: Statement) -> str:
    text = exact(row, asked.version)
    if query.format == "exact":
        return text
    statement: dict[str, Any] = json.loads(text)
    if query.format == "ids":
        return json.dumps(ids_only(statement), ensure_ascii=False)
    define = partial(definition_of, organisation=organisation_of(asked.whose))
    languages = languages_of(asked.headers.get("accept-language", ""))
    return json.dumps(canonical(statement, languages, define), ensure_ascii=False)


def _sent(asked: Asked, query: Query, rows: Sequence[Statement], text: str) -> HttpResponse:
    if not query.attachments:
        return HttpResponse(text, content_type="application/json")
    content_type, body = composed(text, files_with(rows))
    return HttpResponse(body, content_type=content_type)


statements = resource({"GET": get, "PUT": put, "POST": post}, tells_through=True)

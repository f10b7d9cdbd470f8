"""The document resources: states, activity profiles, agent profiles (xAPI-Communication 2.2 to 2.7)."""

from collections.abc import Callable

from django.http import HttpResponse, JsonResponse
from django.utils.http import http_date

from learners.record_store.asked import Asked
from learners.record_store.drawers import Drawer, Resource, drawer_of
from learners.record_store.keeping import keep, throw_away
from learners.record_store.papers import names_in, one_document
from learners.record_store.rules.place import Refused
from learners.record_store.views.door import resource


def _get(asked: Asked, drawer: Drawer) -> HttpResponse:
    if drawer.name is None:
        names, newest = names_in(drawer)
        response: HttpResponse = JsonResponse(names, safe=False)
        if newest:
            response["Last-Modified"] = http_date(newest.timestamp())
        return response
    found = one_document(drawer)
    if found is None:
        raise Refused("There is no such document.", status=404)
    return HttpResponse(
        bytes(found.content),
        content_type=found.content_type,
        headers={
            "ETag": f'"{found.etag}"',
            "Last-Modified": http_date(found.updated_at.timestamp()),
            "Content-Security-Policy": "sandbox; default-src 'none'",  # it is whatever somebody sent
            "X-Content-Type-Options": "nosniff",
        },
    )


def _keep(asked: Asked, drawer: Drawer) -> HttpResponse:
    keep(asked, drawer)
    return HttpResponse(status=204)


def _throw_away(asked: Asked, drawer: Drawer) -> HttpResponse:
    throw_away(asked, drawer)
    return HttpResponse(status=204)


def _about(
    kind: Resource, answer: Callable[[Asked, Drawer], HttpResponse]
) -> Callable[[Asked], HttpResponse]:
    return lambda asked: answer(asked, drawer_of(asked, kind))


state, activity_profile, agent_profile = (
    resource(
        {
            "GET": _about(kind, _get),
            "PUT": _about(kind, _keep),
            "POST": _about(kind, _keep),
            "DELETE": _about(kind, _throw_away),
        }
    )
    for kind in (Resource.STATE, Resource.ACTIVITY, Resource.AGENT)
)

"""The resources about agents, activities, and the store itself (xAPI-Communication 2.4, 2.5, 2.8)."""

from django.http import HttpResponse, JsonResponse

from learners.record_store.asked import ONE, TWO, Asked
from learners.record_store.defining import definition_of
from learners.record_store.querying import agent_of
from learners.record_store.rules.people import IDENTIFIERS
from learners.record_store.rules.place import Place
from learners.record_store.rules.values import iri
from learners.record_store.scoping import organisation_of
from learners.record_store.views.door import resource


def _agents(asked: Asked) -> HttpResponse:
    """The Person of an agent. We know nobody by more than one name, so it is what was asked for."""
    asked.allow("agent")
    agent = agent_of(asked.need("agent"))
    names = (name for name in ("name", *IDENTIFIERS) if name in agent)
    return JsonResponse({"objectType": "Person"} | {name: [agent[name]] for name in names})


def _activities(asked: Asked) -> HttpResponse:
    """An activity, with all that is known of it."""
    asked.allow("activityId")
    name = asked.need("activityId")
    iri(name, Place("activityId"))
    definition = definition_of(name, organisation_of(asked.whose))
    told = {"objectType": "Activity", "id": name} | ({"definition": definition} if definition else {})
    return JsonResponse(told)


def _about(asked: Asked) -> HttpResponse:
    """The versions that are spoken here."""
    asked.allow()
    return JsonResponse({"version": [TWO, ONE]})


agents = resource({"GET": _agents})
activities = resource({"GET": _activities})
about = resource({"GET": _about}, is_open=True)

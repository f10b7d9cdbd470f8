"""Walking a scenario inside its section."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from learners.attempts import scenario_actions
from learners.attempts.journal import NotNow
from learners.attempts.models import Attempt
from learners.attempts.views.access import open_part, own_attempt, session_of
from learners.attempts.views.sections import show
from modules.scenarios.graph import Node, Scenario


@require_http_methods(["GET", "POST"])
@own_attempt
def begin(request: HttpRequest, attempt: Attempt, scenario_id: str) -> HttpResponse:
    """Begin at the start that was chosen. GET, as after signing in again, shows the section."""
    scenario, number = open_part(attempt, scenario_id, Scenario)
    if request.method == "POST":
        start = request.POST.get("start") or (scenario.starts[0].node if len(scenario.starts) == 1 else "")
        if not start:
            return _unchosen(request, attempt, number, scenario)
        return _after(request, attempt, number, scenario, scenario_actions.begin, start=start)
    return _section(attempt, number)


@require_http_methods(["GET", "POST"])
@own_attempt
def choose(request: HttpRequest, attempt: Attempt, scenario_id: str, node: str) -> HttpResponse:
    """Take a choice, and show what comes of it."""
    scenario, number = open_part(attempt, scenario_id, Scenario)
    here = _node(scenario, node)
    if request.method == "POST":
        choice = here.choice(request.POST.get("choice", ""))
        if choice is None:
            return _unchosen(request, attempt, number, scenario)
        chosen = {"node": here, "choice": choice, "session_id": session_of(request)}
        return _after(request, attempt, number, scenario, scenario_actions.choose, **chosen)
    return _section(attempt, number)


@require_http_methods(["GET", "POST"])
@own_attempt
def back(request: HttpRequest, attempt: Attempt, scenario_id: str, node: str) -> HttpResponse:
    """Go back to a situation, to try another way."""
    scenario, number = open_part(attempt, scenario_id, Scenario)
    if request.method == "POST":
        here = _node(scenario, node)
        return _after(request, attempt, number, scenario, scenario_actions.go_back, node=here)
    return _section(attempt, number)


def _node(scenario: Scenario, key: str) -> Node:
    node = scenario.node(key)
    if node is None:
        raise Http404("There is no such situation.")
    return node


def _unchosen(request: HttpRequest, attempt: Attempt, number: int, scenario: Scenario) -> HttpResponse:
    errors = [{"text": "Choose one to go on", "href": f"#scenario-{scenario.id}-choice"}]
    return show(request, attempt, number, errors=errors, unchosen=scenario.id)


def _after(
    request: HttpRequest,
    attempt: Attempt,
    number: int,
    scenario: Scenario,
    action: Callable[..., object],
    **given: Any,
) -> HttpResponse:
    """Act, then the section with the focus on what came of it. What cannot be done now leads there with the reason."""
    try:
        action(attempt=attempt, scenario=scenario, **given)
    except NotNow as reason:
        messages.info(request, str(reason))
        return _section(attempt, number)
    return _section(attempt, number, answered=scenario.id)


def _section(attempt: Attempt, number: int, **query: str) -> HttpResponse:
    where = {"attempt_id": attempt.pk, "number": number}
    return redirect(reverse("attempts:section", kwargs=where, query=query or None))

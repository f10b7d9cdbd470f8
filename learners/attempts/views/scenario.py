"""Walking a scenario inside its section."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from learners.attempts import scenario_actions
from learners.attempts.journal import NotNow
from learners.attempts.models import Attempt
from learners.attempts.player import may_open_section
from learners.attempts.selectors import progress_of
from learners.attempts.views.access import own_attempt, session_of
from learners.attempts.views.sections import show
from modules.scenarios.graph import Node, Scenario


@require_http_methods(["GET", "POST"])
@own_attempt
def begin(request: HttpRequest, attempt: Attempt, scenario_id: str) -> HttpResponse:
    """Begin at the start that was chosen. GET, as after signing in again, shows the section."""
    scenario, number = _find(attempt, scenario_id)
    if request.method == "POST":
        start = request.POST.get("start") or (scenario.starts[0].node if len(scenario.starts) == 1 else "")
        if not start:
            return _unchosen(request, attempt, number, scenario)
        scenario_actions.begin(attempt=attempt, scenario=scenario, start=start)
    return _back_to(attempt, number, scenario)


@require_http_methods(["GET", "POST"])
@own_attempt
def choose(request: HttpRequest, attempt: Attempt, scenario_id: str, node: str) -> HttpResponse:
    """Take a choice, and show what comes of it."""
    scenario, number = _find(attempt, scenario_id)
    here = _node(scenario, node)
    if request.method == "POST":
        choice = here.choice(request.POST.get("choice", ""))
        if choice is None:
            return _unchosen(request, attempt, number, scenario)
        scenario_actions.choose(
            attempt=attempt, scenario=scenario, node=here, choice=choice, session_id=session_of(request)
        )
    return _back_to(attempt, number, scenario)


@require_http_methods(["GET", "POST"])
@own_attempt
def back(request: HttpRequest, attempt: Attempt, scenario_id: str, node: str) -> HttpResponse:
    """Go back to a situation, to try another way."""
    scenario, number = _find(attempt, scenario_id)
    if request.method == "POST":
        scenario_actions.go_back(attempt=attempt, scenario=scenario, node=_node(scenario, node))
    return _back_to(attempt, number, scenario)


def _find(attempt: Attempt, scenario_id: str) -> tuple[Scenario, int]:
    """The scenario, and the number of its section, which must be open."""
    outline = attempt.edition.outline
    scenario, section = outline.part(scenario_id), outline.section_of(scenario_id)
    if not isinstance(scenario, Scenario) or section is None:
        raise Http404("There is no such scenario in this Edition.")
    number = outline.section_number(section.id) or 1
    if not may_open_section(outline, progress_of(attempt), number):
        raise NotNow("This section is not open yet.")
    return scenario, number


def _node(scenario: Scenario, key: str) -> Node:
    node = scenario.node(key)
    if node is None:
        raise Http404("There is no such situation.")
    return node


def _unchosen(request: HttpRequest, attempt: Attempt, number: int, scenario: Scenario) -> HttpResponse:
    errors = [{"text": "Choose what to do", "href": f"#scenario-{scenario.id}-choice"}]
    return show(request, attempt, number, errors=errors, unchosen=scenario.id)


def _back_to(attempt: Attempt, number: int, scenario: Scenario) -> HttpResponse:
    """The section, with the focus on what came of it."""
    where = {"attempt_id": attempt.pk, "number": number}
    return redirect(reverse("attempts:section", kwargs=where, query={"answered": scenario.id}))

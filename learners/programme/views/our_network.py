"""A network as those who work in it meet it: what is live here, what is next, what it is for."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from learners.organisations.scope import Scope
from learners.programme.models import Milestone
from learners.programme.selectors.roadmap import (
    coming,
    milestones_shown,
    networks_of_reader,
    objectives_of,
    organisations_of_reader,
)
from learners.programme.views.roadmap import drawn


@require_safe
@login_required
def our_network(request: HttpRequest, network: str) -> HttpResponse:
    """The roadmap in plain words, for whoever works, manages or leads there today; 404 for everybody else.

    Who works somewhere reads of that place; who only leads reads of every place. No number is of people.
    """
    scope = Scope.of(request.user)
    found = get_object_or_404(networks_of_reader(scope), slug=network)
    mine = organisations_of_reader(scope, found)
    shown = milestones_shown(found, mine or None)
    context = {
        "network": found,
        "mine": mine,
        "live": [each for each in shown if each.status == Milestone.Status.LIVE],
        "paused": [each for each in shown if each.status == Milestone.Status.PAUSED],
        "next": coming(shown),
        "milestones": shown,
        "timeline": drawn(shown),
        "objectives": objectives_of(found, mine or None),
        "today": timezone.localdate(),
    }
    return render(request, "learners/programme/our_network.html", context)

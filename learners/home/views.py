"""My learning."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from learners.home.learning import my_learning as learning_of
from learners.organisations.scope import Scope
from learners.programme.selectors.roadmap import networks_to_read


@require_GET
@login_required
def my_learning(request: HttpRequest) -> HttpResponse:
    """What I must do, what I am doing, what I have done."""
    scope = Scope.of(request.user)
    context = {"learning": learning_of(scope), "networks": networks_to_read(scope)}
    return render(request, "learners/home/my_learning.html", context)

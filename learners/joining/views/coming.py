"""The front of the way in: a code that is typed, what it means, and a yes of somebody who is signed in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from learners.joining.codes import shown
from learners.joining.coming_in import Arrival, NotInForce, come_in
from learners.joining.forms import CodeForm
from learners.joining.limits import may_try_code, missed_code, too_many
from learners.joining.models import JoinCode
from learners.joining.selectors import own_membership, standing_of
from learners.joining.views.door import by_code, closed, unlisted
from learners.organisations.scope import Scope


@require_http_methods(["GET", "POST"])
@never_cache
def enter(request: HttpRequest) -> HttpResponse:
    """Ask for a code that somebody reads off a poster."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if not may_try_code(request):
            return too_many(request)
        code = form.cleaned_data["code"]
        if standing_of(code, Scope.of(request.user)):
            return redirect("joining:welcome", shown(code))
        missed_code(request)
        form.add_error("code", "We do not know this code. Check each letter and number")
    return unlisted(render(request, "learners/joining/enter.html", {"form": form}))


@require_http_methods(["GET", "POST"])
@by_code
def welcome(request: HttpRequest, code: JoinCode) -> HttpResponse:
    """Say whose code this is, what happens, and who sees what. Whoever is signed in joins from here."""
    if request.method == "POST":
        return _accept(request, code)
    here = (
        own_membership(Scope.of(request.user), code.organisation) if request.user.is_authenticated else None
    )
    return render(request, "learners/joining/welcome.html", {"code": code, "here": here})


def _accept(request: HttpRequest, code: JoinCode) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect("joining:address", code.shown)
    try:
        arrival = come_in(code=code, person=request.user)
    except NotInForce as refused:
        return closed(request, refused.state)
    greet(request, arrival)
    return redirect("home:my_learning")


def greet(request: HttpRequest, arrival: Arrival, way_back: str = "") -> None:
    """Say that somebody is in, what to do first, and how to come back."""
    organisation = arrival.membership.organisation
    if arrival.is_new:
        first = "This page shows what to do first."
        messages.success(request, f"You have joined {organisation}. {first} {way_back}".strip())
    else:
        messages.info(request, f"You belonged to {organisation} before. Nothing has changed.")

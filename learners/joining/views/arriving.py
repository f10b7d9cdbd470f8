"""The last step in: who it is, or a yes of somebody whose address has an account."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from learners.joining.accounts import account_with, sign_in, way_back
from learners.joining.coming_in import NotInForce, NumberTaken, ProofOver, Retired, come_in_by_address
from learners.joining.forms import AboutYouForm
from learners.joining.limits import may_try_number, missed_number
from learners.joining.models import JoinCode
from learners.joining.selectors import own_membership
from learners.joining.views.coming import greet
from learners.joining.views.door import by_code, closed, retired
from learners.joining.views.steps import begin_again
from learners.joining.way import Way, change_session, forget_ways, way_of
from learners.organisations.scope import Scope

NUMBER_TAKEN = (
    "This staff number does not go with this last name, or is in use already. Check both, or leave it empty"
)
TRIED_OFTEN = "Staff numbers were tried too often. Leave it empty for now"


@require_http_methods(["GET", "POST"])
@by_code
def about_you(request: HttpRequest, code: JoinCode) -> HttpResponse:
    """Ask who it is; or, where the address has an account, whether to add this organisation to it."""
    way = way_of(request, code)
    if request.user.is_authenticated or way is None or not way.is_proven:
        return begin_again(request, code)
    person = account_with(way.email)
    if person is not None:
        return _known(request, code, way, person)
    form = AboutYouForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _with_number(request, code, way, form)
    return _ask(request, code, way, form)


def _ask(request: HttpRequest, code: JoinCode, way: Way, form: AboutYouForm) -> HttpResponse:
    context = {"code": code, "email": way.email, "form": form}
    return render(request, "learners/joining/about_you.html", context)


def _known(request: HttpRequest, code: JoinCode, way: Way, person: Any) -> HttpResponse:
    """Somebody whose address has an account says yes. They give no name: it is there."""
    if request.method == "POST":
        return _arrive(request, code, way)
    if not person.is_active:
        return retired(request)
    here = own_membership(Scope.of(person), code.organisation)
    return render(request, "learners/joining/known.html", {"code": code, "email": way.email, "here": here})


def _with_number(request: HttpRequest, code: JoinCode, way: Way, form: AboutYouForm) -> HttpResponse:
    """Somebody new says who they are. Their staff number may be on the list; it is not for guessing at."""
    has_number = bool(form.cleaned_data["employee_number"])
    if has_number and not may_try_number(request, way.email, code.organisation):
        form.add_error("employee_number", TRIED_OFTEN)
        return _ask(request, code, way, form)
    try:
        return _arrive(request, code, way, **form.cleaned_data)
    except NumberTaken:
        missed_number(request, way.email, code.organisation)
        form.add_error("employee_number", NUMBER_TAKEN)
        return _ask(request, code, way, form)


def _arrive(request: HttpRequest, code: JoinCode, way: Way, **who: str) -> HttpResponse:
    try:
        arrival = come_in_by_address(code=code, proof=way.proof, email=way.email, **who)
    except NotInForce as refused:
        return closed(request, refused.state)
    except Retired:
        return retired(request)
    except ProofOver:
        return begin_again(request, code)
    change_session(request)
    forget_ways(request)
    greet(request, arrival, "" if arrival.person.has_usable_password() else way_back(way.email))
    return sign_in(request, arrival.person, email=way.email, then=reverse("home:my_learning"))

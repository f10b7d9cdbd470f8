"""The way in for somebody who is not signed in: an address, six digits, a name."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from learners.joining.forms import AddressForm, DigitsForm
from learners.joining.limits import may_send_from_here, may_send_to, too_many
from learners.joining.models import JoinCode
from learners.joining.proving import Verdict, prove, send_digits
from learners.joining.views.door import by_code
from learners.joining.way import Way, change_session, keep_way, way_of

BEGIN_AGAIN = (
    "This page was open for too long, or you came from another way. Enter your e-mail address again."
)
NOT_SENT = "We could not send the e-mail. Try again in some minutes"
SENT_OFTEN = (
    "We have sent several codes to this address. Look for the newest, also in your junk mail. "
    "You can ask for another in an hour"
)
NOT_NEWEST = "This is not the code in our newest e-mail to you"
NO_MORE_TRIES = "This code cannot be used any more. Ask for a new one"


@require_http_methods(["GET", "POST"])
@by_code
def address(request: HttpRequest, code: JoinCode) -> HttpResponse:
    """Ask for an address, and send six digits to it."""
    if request.user.is_authenticated:
        return redirect("joining:welcome", code.shown)
    way = way_of(request, code)
    initial = {"email": way.email if way else ""}
    form = AddressForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        if not may_send_from_here(request):
            return too_many(request)
        if _send(request, code, form):
            return redirect("joining:digits", code.shown)
    return render(request, "learners/joining/address.html", {"code": code, "form": form})


def _send(request: HttpRequest, code: JoinCode, form: AddressForm) -> bool:
    email = form.cleaned_data["email"]
    if not may_send_to(request, email):
        form.add_error("email", SENT_OFTEN)
        return False
    try:
        proof = send_digits(email=email)
    except OSError:
        form.add_error("email", NOT_SENT)
        return False
    keep_way(request, code, Way(email, proof, is_proven=False))
    return True


@require_http_methods(["GET", "POST"])
@by_code
def digits(request: HttpRequest, code: JoinCode) -> HttpResponse:
    """Ask for the six digits."""
    way = way_of(request, code)
    if request.user.is_authenticated or way is None:
        return begin_again(request, code)
    form = DigitsForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        verdict = prove(proof=way.proof, email=way.email, digits=form.cleaned_data["digits"])
        if verdict is Verdict.PROVEN:
            change_session(request)
            keep_way(request, code, Way(way.email, way.proof, is_proven=True))
            return redirect("joining:about_you", code.shown)
        form.add_error("digits", NOT_NEWEST if verdict is Verdict.WRONG else NO_MORE_TRIES)
    return render(request, "learners/joining/digits.html", {"code": code, "form": form, "email": way.email})


def begin_again(request: HttpRequest, code: JoinCode) -> HttpResponse:
    """Lead somebody who is not where this page is in their way to where they can go on."""
    if request.user.is_authenticated:
        return redirect("joining:welcome", code.shown)
    messages.info(request, BEGIN_AGAIN)
    return redirect("joining:address", code.shown)

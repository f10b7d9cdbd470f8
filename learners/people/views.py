"""A person's own account: how they sign in, and the second step."""

from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from learners.people import own_address, second_step
from learners.people.forms import CodeForm, OwnAddressForm
from learners.people.selectors import ways_in

GO_ON_TO = "second_step_next"  # in the session: where somebody was going when a second step was asked of them


@require_safe
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Your account: who you are here, and each way that you can sign in."""
    return render(
        request,
        "account/your_account.html",
        {
            "ways": ways_in(request.user),
            "reasons": second_step.reasons(request.user),
            "go_on": GO_ON_TO in request.session,
        },
    )


@require_GET
@login_required
def step(request: HttpRequest) -> HttpResponse:
    """Why a second step is needed, and which there are. Whoever took it goes on to where they were going."""
    _remember_where(request)
    if second_step.was_taken(request) or not second_step.reasons(request.user):
        return redirect(request.session.pop(GO_ON_TO, "people:account"))
    if second_step.has_one(request.user):
        ways = [way for way in get_adapter().get_reauthentication_methods(request.user) if "mfa" in way["id"]]
        return redirect(f"{ways[-1]['url']}?next={request.path}")
    context: dict[str, Any] = {"reasons": second_step.reasons(request.user)}
    return render(request, "account/second_step.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def address(request: HttpRequest) -> HttpResponse:
    """Your e-mail address: where it comes from, or how to add one."""
    person: Any = request.user
    form = OwnAddressForm(request.POST or None)
    if not person.email and form.is_valid():
        own_address.send_code(request, form.cleaned_data["email"])
        return redirect("people:confirm_address")
    return render(request, "account/address.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def confirm_address(request: HttpRequest) -> HttpResponse:
    """Type the code that went to the address."""
    person: Any = request.user
    wanted = own_address.asked(request)
    if not wanted or person.email:
        return redirect("people:address")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        if own_address.is_right(request, form.cleaned_data["code"]):
            return _add_address(request, wanted)
        form.add_error("code", get_adapter().error_messages["incorrect_code"])
        if not own_address.asked(request):
            messages.error(request, "That was wrong three times. Ask for a new code.")
            return redirect("people:address")
    return render(request, "account/confirm_address.html", {"form": form, "wanted": wanted})


def _add_address(request: HttpRequest, wanted: str) -> HttpResponse:
    if own_address.add(request, person=request.user, address=wanted):
        messages.success(request, "Your e-mail address was added.")
        return redirect("people:account")
    messages.error(request, "This address belongs to another account.")
    return redirect("people:address")


def _remember_where(request: HttpRequest) -> None:
    wanted = request.GET.get("next", "")
    if wanted and url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        request.session[GO_ON_TO] = wanted

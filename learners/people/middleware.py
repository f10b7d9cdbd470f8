"""The one place that asks for a second step, and for a fresh proof before somebody changes how they sign in."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate, suspend_request
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from learners.people import second_step

NOT_SAVED = (
    "What you just sent was not saved, because a second step is missing. Once you have done it, go back to your page "
    "and send it again."
)
NEEDED = "This needs a second step when you sign in."
AGAIN = "Sign in once more before you go on. That way nobody else can, at a computer that you left open."
FRESH = 15 * 60  # seconds

# Pages by which somebody could make another person's account their own. Each asks for a proof that is fresh.
SENSITIVE = {
    "account_set_password",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_add_webauthn",
    "mfa_edit_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_generate_recovery_codes",
    "people:address",
    "privacy:copy",
    "privacy:download",
}


class SecondStepMiddleware:
    """Keeps the CMS and the managers' pages for those who took the second step they must have; learning stays open."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on: all is decided once it is known which page was asked for."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Let through, or lead to what is missing."""
        if not request.user.is_authenticated:
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name in SENSITIVE:
            return _ask_for_proof(request)
        if settings.SECOND_STEP_REQUIRED and request.path.startswith(tuple(settings.SECOND_STEP_GUARDS)):
            return _ask_for_second_step(request)
        return None


def _ask_for_second_step(request: HttpRequest) -> HttpResponse | None:
    if second_step.was_taken(request) or not second_step.reasons(request.user):
        return None
    if _is_script(request):
        return JsonResponse({"error": NEEDED, "second_step": reverse("people:second_step")}, status=403)
    if request.method not in ("GET", "HEAD"):
        messages.warning(request, NOT_SAVED)
        return redirect("people:second_step")
    return redirect(f"{reverse('people:second_step')}?{urlencode({'next': request.get_full_path()})}")


def _ask_for_proof(request: HttpRequest) -> HttpResponse | None:
    """By password, passkey or code, for those who have one. The rest sign in once more, if that was a while ago."""
    ways = get_adapter().get_reauthentication_methods(request.user)
    if ways:
        return None if did_recently_reauthenticate(request) else suspend_request(request, ways[0]["url"])
    if second_step.signed_in_within(request, FRESH):
        return None
    logout(request)
    messages.info(request, AGAIN)
    return redirect(f"{reverse('account_login')}?{urlencode({'next': request.path})}")


def _is_script(request: HttpRequest) -> bool:
    """Whether a script asked, which can show no page. `answer-form.js` can: it goes where it is told to."""
    if request.headers.get("X-Sent-By") == "answer-form":
        return False
    return (
        request.headers.get("X-Requested-With") == "XMLHttpRequest"
        or request.headers.get("Sec-Fetch-Mode", "navigate") not in ("navigate", "nested-navigate")
        or request.get_preferred_type(["text/html", "application/json"]) == "application/json"
    )

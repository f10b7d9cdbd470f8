"""Signs a person in through django-allauth, with all the stages that it asks of everybody."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from learners.people.models import User
from learners.single_sign_on import actions
from learners.single_sign_on.identity import Identity


def enter(request: HttpRequest, person: User, identity: Identity, next_url: str) -> HttpResponse:
    """Sign in. Whoever was signed in on this computer before is signed out."""
    actions.note_use(identity=identity)
    if request.user == person:
        return redirect(next_url or "/")
    if request.user.is_authenticated:
        get_adapter(request).logout(request)
    record_authentication(request, person, "socialaccount", provider=identity.issuer, uid=identity.subject)
    response: HttpResponse = perform_login(request, person, redirect_url=next_url or None)
    return response


def safe_next(request: HttpRequest) -> str:
    """Where the person wanted to go, if that is on this site; else nothing."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else ""

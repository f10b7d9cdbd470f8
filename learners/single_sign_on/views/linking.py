"""Linking an employer's account to the account here, with consent; and what is linked."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from learners.organisations.scope import Scope
from learners.people.limits import limited
from learners.single_sign_on import actions, pending
from learners.single_sign_on.admission import Admission, Way
from learners.single_sign_on.failures import NotSignedIn, Reason
from learners.single_sign_on.models import IdentityProvider
from learners.single_sign_on.selectors import (
    admission_of,
    links_of,
    person_of,
    providers_to_link,
    usable_providers,
)
from learners.single_sign_on.views.entering import enter
from learners.single_sign_on.views.failing import failed
from learners.single_sign_on.views.sign_in import RATE


@require_http_methods(["GET", "POST"])
@never_cache
@limited("single_sign_on", RATE)
def linking(request: HttpRequest) -> HttpResponse:
    """Ask whether the account here is theirs and whether they want the link. An account in use is proved first."""
    waiting = pending.kept(request)
    provider = usable_providers().filter(slug=waiting.slug).first() if waiting else None
    if waiting is None or provider is None:
        return failed(request, None, NotSignedIn(Reason.STALE, "nothing waits in this session"))
    try:
        return _ask_or_link(request, provider, waiting)
    except NotSignedIn as why:
        pending.forget(request)
        return failed(request, provider, why)


def _ask_or_link(request: HttpRequest, provider: IdentityProvider, waiting: pending.Pending) -> HttpResponse:
    admission = admission_of(provider, waiting.identity)
    is_theirs = request.user.is_authenticated and request.user.pk == admission.person
    if admission.way == Way.PROVE and request.user.is_authenticated and not is_theirs:
        raise NotSignedIn(Reason.SOMEBODY_ELSE)
    if request.method == "POST" and "no" in request.POST:
        pending.forget(request)
        messages.info(request, "The accounts were not linked.")
        return redirect("/" if request.user.is_authenticated else "account_login")
    may_link = is_theirs or admission.way in (Way.CONFIRM, Way.SIGN_IN)
    if request.method == "POST" and may_link:
        return _link(request, provider, waiting, admission)
    context = {
        "provider": provider,
        "email": waiting.identity.email,
        "may_link": may_link,
        "person": person_of(admission) if may_link else None,
        "is_new_here": not is_theirs,
    }
    return render(request, "learners/single_sign_on/linking.html", context)


def _link(
    request: HttpRequest, provider: IdentityProvider, waiting: pending.Pending, admission: Admission
) -> HttpResponse:
    by = person_of(admission)
    actions.accept_link(provider=provider, identity=waiting.identity, admission=admission, by=by)
    pending.forget(request)
    messages.success(request, f"From now on your {provider.name} signs you in here.")
    return enter(request, by, waiting.identity, waiting.next_url)


@require_GET
@never_cache
@login_required
def links(request: HttpRequest) -> HttpResponse:
    """The employers' accounts that sign this person in, and those that could."""
    scope = Scope.of(request.user)
    context = {"links": links_of(scope), "providers": providers_to_link(scope)}
    return render(request, "learners/single_sign_on/links.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def remove(request: HttpRequest, link: int) -> HttpResponse:
    """Ask once, then remove a link. The only way in stays."""
    scope = Scope.of(request.user)
    found = next((one for one in links_of(scope) if one.row.pk == link), None)
    if found is None:
        raise Http404
    if request.method == "POST" and not found.is_only_way_in:
        actions.remove_link(link=found.row, by=scope.person)
        messages.success(request, "Removed. That account no longer signs you in here.")
        return redirect("single_sign_on:links")
    return render(request, "learners/single_sign_on/remove.html", {"link": found})

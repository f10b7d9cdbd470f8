"""From the sign-in page to a provider, and back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from learners.people.limits import limited
from learners.single_sign_on import actions, exchange, pending
from learners.single_sign_on.admission import Way
from learners.single_sign_on.failures import NotSignedIn
from learners.single_sign_on.models import IdentityProvider
from learners.single_sign_on.selectors import ON_A_PAGE, admission_of, person_of, usable_providers
from learners.single_sign_on.views.entering import enter, safe_next
from learners.single_sign_on.views.failing import failed

RATE = "600/m/ip"  # a hospital signs in from one address at the start of a shift


@require_GET
@never_cache
def choose(request: HttpRequest) -> HttpResponse:
    """The employers whose accounts sign people in. Where there are many, some letters of the name find one."""
    words = request.GET.get("q", "").strip()[:100]
    found = usable_providers(words)
    context = {
        "providers": found[:ON_A_PAGE],
        "more": found.count() > ON_A_PAGE,
        "words": words,
        "searches": bool(words) or found.count() > ON_A_PAGE,
        "next_url": safe_next(request),
    }
    return render(request, "learners/single_sign_on/choose.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@limited("single_sign_on", RATE)
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """Press the button, and go to the provider.

    A form may be sent to this site alone (form-action of the policy), so the answer is a page that leads on.
    """
    provider = get_object_or_404(usable_providers(), slug=slug)
    context = {"provider": provider, "next_url": safe_next(request)}
    if request.method == "GET":
        return render(request, "learners/single_sign_on/begin.html", context)
    try:
        address = exchange.address_to_go_to(request, provider, next_url=safe_next(request))
    except NotSignedIn as why:
        return failed(request, provider, why)
    return render(request, "learners/single_sign_on/going.html", context | {"address": address})


@require_GET
@never_cache
@limited("single_sign_on", RATE)
def came_back(request: HttpRequest, slug: str) -> HttpResponse:
    """Come back from the provider: in, on to the question about linking, or to the reason why not."""
    provider = get_object_or_404(usable_providers(), slug=slug)
    try:
        returned = exchange.who_came_back(request, provider)
        return _let_in(request, provider, returned)
    except NotSignedIn as why:
        return failed(request, provider, why)


def _let_in(request: HttpRequest, provider: IdentityProvider, returned: exchange.Returned) -> HttpResponse:
    identity, next_url = returned.identity, returned.next_url
    admission = admission_of(provider, identity)
    if admission.way == Way.MAKE:
        return enter(request, actions.make_person(provider=provider, identity=identity), identity, next_url)
    if admission.way == Way.SIGN_IN:
        return enter(request, person_of(admission), identity, next_url)
    pending.keep(request, pending.Pending(provider.slug, identity, next_url))
    return redirect("single_sign_on:linking")

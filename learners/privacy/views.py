"""A person's own data: who sees it, who looked, their copy of it, and its end."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from learners.holdings import holdings
from learners.organisations.scope import Scope
from learners.privacy.actions.asking import ask_to_be_forgotten, withdraw_request
from learners.privacy.forms import AskForm
from learners.privacy.own_copy import archive, parts_of
from learners.privacy.selectors.erasure import by_fate, latest_request
from learners.privacy.selectors.seen import places_of

ASKED = "We have your request. Until somebody has answered, you can withdraw it."
WITHDRAWN = "Your request is withdrawn. Everything stays as it is."
SETTLED = "There is no request of yours to withdraw any more."


@require_safe
@login_required
def my_data(request: HttpRequest) -> HttpResponse:
    """What each organisation can see of me, who looked, and what is held."""
    scope = Scope.of(request.user)
    context = {
        "places": places_of(scope),
        "holdings": holdings(),
        "years": settings.RETENTION_YEARS,
        "latest": latest_request(scope),
    }
    return render(request, "learners/privacy/my_data.html", context)


@require_safe
@login_required
@never_cache
def copy(request: HttpRequest) -> HttpResponse:
    """Where somebody comes back to once they have proved who they are: a download leads to no page by itself."""
    return render(request, "learners/privacy/copy.html", {"holdings": holdings()})


@require_safe
@login_required
@never_cache
def download(request: HttpRequest) -> StreamingHttpResponse:
    """Everything that is held of whoever is signed in, who has just proved who they are: see `people.middleware`."""
    parts = parts_of(Scope.of(request.user).person)
    name = f"my-data-{timezone.localdate():%Y-%m-%d}.zip"
    return StreamingHttpResponse(
        archive(parts),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def erasure(request: HttpRequest) -> HttpResponse:
    """What goes, what stays and why; and the request, once somebody has read it."""
    scope = Scope.of(request.user)
    form = AskForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        ask_to_be_forgotten(by=scope.person)
        messages.success(request, ASKED)
        return redirect("privacy:erasure")
    context = {
        "form": form,
        "latest": latest_request(scope),
        "fates": by_fate(),
        "works": scope.own_memberships(),
        "years": settings.RETENTION_YEARS,
    }
    return render(request, "learners/privacy/erasure.html", context)


@require_POST
@login_required
def withdraw(request: HttpRequest) -> HttpResponse:
    """Take my request back."""
    if withdraw_request(by=Scope.of(request.user).person):
        messages.success(request, WITHDRAWN)
    else:
        messages.info(request, SETTLED)
    return redirect("privacy:erasure")

"""Pages about reminders: one's own choice, the link that stops them, and whom no e-mail reaches."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from learners.organisations.scope import Scope
from learners.people.limits import limited
from learners.privacy.actions.looking import record_look
from learners.privacy.models import Look
from learners.reminders import actions
from learners.reminders.forms import PreferenceForm, RulesForm
from learners.reminders.selectors import preference_of, rules_of, unreached
from learners.reminders.writing import person_of

RATE = "60/m/ip"  # a whole hospital may sit behind one address
AT_ONCE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def preferences(request: HttpRequest) -> HttpResponse:
    """What I want to hear of."""
    person: Any = request.user
    chosen = preference_of(person)
    form = PreferenceForm(
        request.POST if request.method == "POST" else None,
        initial={"own": chosen.own, "weekly": chosen.weekly},
    )
    if form.is_valid():
        actions.prefer(person=person, **form.cleaned_data)
        messages.success(request, "Your choice is saved.")
        return redirect("reminders:preferences")
    return render(request, "learners/reminders/preferences.html", {"form": form})


@csrf_exempt  # mail programs post here with one click (RFC 8058); the signed link is what allows it
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@limited("stop_reminders", RATE)
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop reminders. A link that a mail program's scanner opens changes nothing: it takes a button, or a POST."""
    person = person_of(token)
    if person is None:
        raise Http404("Nobody has this link.")
    if request.method == "POST":
        actions.prefer(person=person, own=False, weekly=False)
    response = render(request, "learners/reminders/stop.html", {"stopped": request.method == "POST"})
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
@login_required
def unreached_people(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Whom no e-mail reaches, of those whom this manager sees and who have something to do."""
    scope = Scope.of(request.user)
    found = get_object_or_404(scope.organisations(), uuid=organisation)
    record_look(organisation=found, by=request.user, kind=Look.Kind.LIST)
    page = Paginator(unreached(scope, found), AT_ONCE).get_page(request.GET.get("page"))
    context = {
        "organisation": found,
        "page": page,
        "rules": rules_of(found),
        "keeps": scope.administers(found),
    }
    return render(request, "learners/reminders/unreached.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def rules(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """When an organisation's people are reminded."""
    found = get_object_or_404(Scope.of(request.user).administered(), uuid=organisation)
    now = rules_of(found)
    chosen = {name: getattr(now, name) for name in RulesForm.base_fields}
    form = RulesForm(request.POST if request.method == "POST" else None, initial=chosen)
    if form.is_valid():
        actions.set_rules(organisation=found, by=request.user, **form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("reminders:unreached", organisation)
    return render(request, "learners/reminders/rules.html", {"organisation": found, "form": form})

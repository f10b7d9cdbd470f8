"""Whether a milestone is ready: for its network's lead, and for managers of organisations that it concerns."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from learners.dashboards.publishing import publish
from learners.forms import LearnerForm
from learners.organisations.scope import Scope
from learners.programme.actions.readiness import DecidedAlready, override, withdraw_override
from learners.programme.forms.readiness import OverrideForm, WithdrawOverrideForm
from learners.programme.models import Milestone
from learners.programme.selectors.readiness import (
    condition_named,
    may_be_overridden,
    milestones_concerning,
    overrides_of,
    readiness_for_lead,
    readiness_for_organisation,
)
from learners.programme.selectors.roadmap import milestones_of
from learners.programme.views.places import place_of
from learners.requirements.keeping import catch_up

WRITING = ["GET", "HEAD", "POST"]


def _milestone(request: HttpRequest, network: str, key: UUID) -> Milestone:
    """A milestone of a network that this person leads."""
    place = place_of(request, network, None)
    return get_object_or_404(milestones_of(place.owner), uuid=key)  # type: ignore[arg-type]


@require_safe
@login_required
def of_network(request: HttpRequest, network: str, milestone: UUID) -> HttpResponse:
    """The gate as the lead sees it, with decisions."""
    found = _milestone(request, network, milestone)
    publish(found.network)  # works out first what was noted, once a day
    context = {
        "place": place_of(request, network, None),
        "readiness": readiness_for_lead(found, timezone.localdate()),
        "overrides": overrides_of(found),
        "may_decide": True,
        "up": reverse("roadmap:milestone", args=[network, milestone]),
        "up_text": "Milestone",
    }
    return render(request, "learners/programme/readiness.html", context)


@require_safe
@login_required
def of_organisation(request: HttpRequest, organisation: UUID, milestone: UUID) -> HttpResponse:
    """The gate for one organisation, with the figures of its teams."""
    place, today = place_of(request, None, organisation), timezone.localdate()
    here = milestones_concerning(place.owner, today)  # type: ignore[arg-type]
    found = get_object_or_404(here, uuid=milestone)
    catch_up(place.owner.pk)
    teams = Scope.of(request.user).teams(place.owner)  # type: ignore[arg-type]
    context = {
        "place": place,
        "readiness": readiness_for_organisation(found, place.owner, today, teams),  # type: ignore[arg-type]
        "is_of_some_teams": teams is not None,
        "up": reverse("readiness:milestones", args=[organisation]),
        "up_text": "Ready for what is coming",
    }
    return render(request, "learners/programme/readiness.html", context)


@require_safe
@login_required
def milestones(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """What goes live here, to look at whether it is ready."""
    place = place_of(request, None, organisation)
    rows = milestones_concerning(place.owner, timezone.localdate())  # type: ignore[arg-type]
    context = {"place": place, "milestones": rows.exclude(status=Milestone.Status.DROPPED)}
    return render(request, "learners/programme/readiness_milestones.html", context)


@require_http_methods(WRITING)
@login_required
def decide(request: HttpRequest, network: str, milestone: UUID, condition: str) -> HttpResponse:
    """Write down who decided to go on although a condition is not met, and why."""
    found, name = _milestone(request, network, milestone), condition_named(condition)
    if name is None:
        raise Http404
    if not may_be_overridden(found, name, timezone.localdate()):
        messages.info(request, "This condition is met, so there is nothing to decide.")
        return redirect("readiness:milestone", network, milestone)
    form = OverrideForm(request.POST or None)
    if form.is_valid():
        try:
            override(milestone=found, condition=name, by=request.user, **form.cleaned_data)
        except DecidedAlready:
            form.add_error(None, "Somebody decided on this already. Take that back first.")
        else:
            messages.success(request, "The decision is kept.")
            return redirect("readiness:milestone", network, milestone)
    return _form(
        request, found, form, heading="Go on without it", caption=name.label, button="Keep the decision"
    )


@require_http_methods(WRITING)
@login_required
def take_back(request: HttpRequest, network: str, milestone: UUID, override: UUID) -> HttpResponse:
    """Take a decision back, with a reason."""
    found = _milestone(request, network, milestone)
    row = get_object_or_404(overrides_of(found).filter(withdraws=None), uuid=override)
    form = WithdrawOverrideForm(request.POST or None)
    if form.is_valid():
        withdraw_override(override=row, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, "The decision is taken back.")
        return redirect("readiness:milestone", network, milestone)
    caption = f"{row.get_condition_display()}, decided by {row.decided_by}"
    return _form(request, found, form, heading="Take a decision back", caption=caption, button="Take it back")


def _form(request: HttpRequest, milestone: Milestone, form: LearnerForm, **words: str) -> HttpResponse:
    context = {
        "place": place_of(request, milestone.network.slug, None),
        "form": form,
        "up": reverse("readiness:milestone", args=[milestone.network.slug, milestone.uuid]),
        **words,
    }
    return render(request, "learners/programme/form.html", context)

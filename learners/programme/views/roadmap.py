"""The roadmap of a network, for whoever leads it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from learners.organisations.models import Network
from learners.programme.actions.roadmap import (
    NoReason,
    NotYet,
    add_milestone,
    change_milestone,
    keep_milestone,
    keep_objective,
)
from learners.programme.forms.roadmap import AddMilestoneForm, MilestoneForm, ObjectiveForm, StatusForm
from learners.programme.models import Milestone, Objective
from learners.programme.selectors.roadmap import (
    changes_of_milestone,
    coming,
    grid_of,
    history_of,
    milestones_of,
    objectives_of,
    organisations_in,
)
from learners.programme.timeline import Entry, timeline
from learners.programme.views.places import Place, place_of

WRITING = ["GET", "HEAD", "POST"]
ORGANISATIONS_A_PAGE, CHANGES_A_PAGE = 50, 20


def led(request: HttpRequest, slug: str) -> tuple[Place, Network]:
    """The network that an address names, of those that somebody leads; 404 for everybody else."""
    place = place_of(request, slug, None)
    assert isinstance(place.owner, Network)  # noqa: S101
    return place, place.owner


def drawn(milestones: list[Milestone]) -> Any:
    """Milestones on a line of time."""
    return timeline([Entry(each.on, each.status) for each in milestones], timezone.localdate())


@require_safe
@login_required
def network(request: HttpRequest, network: str) -> HttpResponse:
    """What a network wants to reach, what is live where, what is next, and what became of the rest."""
    place, owner = led(request, network)
    every = list(milestones_of(owner))
    shown = [each for each in every if each.status != Milestone.Status.DROPPED]
    own = {each.organisation_id for each in shown if each.organisation_id}
    here = Paginator(organisations_in(owner, timezone.localdate()).filter(pk__in=own), ORGANISATIONS_A_PAGE)
    page = here.get_page(request.GET.get("page"))
    context = {
        "place": place,
        "network": owner,
        "objectives": objectives_of(owner),
        "milestones": shown,
        "dropped": [each for each in every if each.status == Milestone.Status.DROPPED],
        "next": coming(shown),
        "timeline": drawn(shown),
        "grid": grid_of(shown, page),
        "page": page,
        "history": history_of(owner)[:CHANGES_A_PAGE],
        "today": timezone.localdate(),
    }
    return render(request, "learners/programme/roadmap.html", context)


@require_safe
@login_required
def history(request: HttpRequest, network: str) -> HttpResponse:
    """Everything that was said of milestones, newest first."""
    place, owner = led(request, network)
    page = Paginator(history_of(owner), CHANGES_A_PAGE).get_page(request.GET.get("page"))
    context = {"place": place, "network": owner, "page": page}
    return render(request, "learners/programme/roadmap_history.html", context)


@require_safe
@login_required
def objective(request: HttpRequest, network: str, objective: UUID) -> HttpResponse:
    """One objective, with what measures it."""
    place, owner = led(request, network)
    found = get_object_or_404(objectives_of(owner), uuid=objective)
    context = {"place": place, "network": owner, "objective": found}
    return render(request, "learners/programme/objective.html", context)


@require_http_methods(WRITING)
@login_required
def write_objective(request: HttpRequest, network: str, objective: UUID | None = None) -> HttpResponse:
    """Say what is to be better, or put it better."""
    place, owner = led(request, network)
    found = get_object_or_404(objectives_of(owner), uuid=objective) if objective else Objective()
    form = ObjectiveForm(request.POST or None, instance=found, network=owner)
    if form.is_valid():
        kept = keep_objective(form=form, by=request.user)
        messages.success(request, "Kept.")
        return redirect("roadmap:objective", network, kept.uuid)
    return _form(request, place, form, "An objective")


@require_http_methods(WRITING)
@login_required
def plan_milestone(request: HttpRequest, network: str) -> HttpResponse:
    """Plan a milestone."""
    place, owner = led(request, network)
    form = AddMilestoneForm(request.POST or None, network=owner)
    if form.is_valid():
        made = add_milestone(form=form, by=request.user)
        messages.success(request, "Planned.")
        return redirect("roadmap:milestone", network, made.uuid)
    return _form(request, place, form, "Plan a milestone")


@require_http_methods(WRITING)
@login_required
def write_milestone(request: HttpRequest, network: str, milestone: UUID) -> HttpResponse:
    """Change what a milestone is about."""
    place, owner = led(request, network)
    found = get_object_or_404(milestones_of(owner), uuid=milestone)
    form = MilestoneForm(request.POST or None, instance=found, network=owner)
    if form.is_valid():
        keep_milestone(form=form, by=request.user)
        messages.success(request, "Kept.")
        return redirect("roadmap:milestone", network, milestone)
    return _form(request, place, form, "A milestone")


@require_http_methods(WRITING)
@login_required
def milestone(request: HttpRequest, network: str, milestone: UUID) -> HttpResponse:
    """One milestone with its history; says where it stands, and moves its day."""
    place, owner = led(request, network)
    found = get_object_or_404(milestones_of(owner), uuid=milestone)
    form = StatusForm(request.POST or None, initial={"status": found.status, "on": found.on})
    if form.is_valid() and _changed(request, found, form):
        return redirect("roadmap:milestone", network, milestone)
    context = {
        "place": place,
        "network": owner,
        "milestone": found,
        "form": form,
        "changes": changes_of_milestone(found),
        "today": timezone.localdate(),
    }
    return render(request, "learners/programme/milestone.html", context)


def _changed(request: HttpRequest, found: Milestone, form: StatusForm) -> bool:
    """Whether the change was taken; the form says why not."""
    try:
        made = change_milestone(milestone=found, **form.cleaned_data, by=request.user)
    except NotYet:
        form.add_error(
            "on", "It cannot be live on a day to come. Choose today or before, or leave it planned"
        )
    except NoReason:
        form.add_error("reason", "Say why it is paused or dropped")
    else:
        messages.success(request, "Kept." if made else "Nothing changed: it stands so already.")
        return True
    return False


def _form(request: HttpRequest, place: Place, form: Any, heading: str) -> HttpResponse:
    up = reverse("roadmap:network", args=[place.key])
    context = {"place": place, "form": form, "heading": heading, "up": up}
    return render(request, "learners/programme/form.html", context)

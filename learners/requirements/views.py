"""What an organisation asks of its people, and what a network's organisations have adopted."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from learners.organisations.models import Organisation
from learners.organisations.scope import Scope
from learners.requirements.actions.asking import adopt as adopt_it
from learners.requirements.actions.asking import keep_requirement, stop_adopting
from learners.requirements.forms import AdoptForm, RequirementForm, StopForm
from learners.requirements.models import Requirement
from learners.requirements.selectors.asking import (
    Offer,
    asked_by_network,
    asking_of,
    offer_of,
    offers_of,
    suggested_to,
)


def _kept(request: HttpRequest, key: UUID) -> tuple[Scope, Organisation]:
    """An organisation that this person administers; 404 for everybody else."""
    scope = Scope.of(request.user)
    return scope, get_object_or_404(scope.administered(), uuid=key)


@require_safe
@login_required
def asked(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """What is asked here, of whom, by when and how often."""
    scope = Scope.of(request.user)
    found = get_object_or_404(scope.organisations(), uuid=organisation)
    context = {
        "organisation": found,
        "asking": asking_of(scope, found),
        "offers": offers_of(scope, found),
        "keeps": scope.administers(found),
        "sees_all": scope.teams(found) is None,
    }
    return render(request, "learners/requirements/asked.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def add(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Ask something new."""
    _, found = _kept(request, organisation)
    return _keep(request, Requirement(organisation=found, starts_on=timezone.localdate()))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def change(request: HttpRequest, organisation: UUID, requirement: UUID) -> HttpResponse:
    """Change or end what is asked."""
    _, found = _kept(request, organisation)
    return _keep(request, get_object_or_404(found.requirements.all(), uuid=requirement))


def _keep(request: HttpRequest, requirement: Requirement) -> HttpResponse:
    form = RequirementForm(request.POST if request.method == "POST" else None, instance=requirement)
    here: Any = requirement.organisation
    if form.is_valid():
        keep_requirement(form=form, by=request.user)
        messages.success(request, "Saved. Figures follow within a minute.")
        return redirect("requirements:asked", here.uuid)
    context = {"organisation": here, "form": form, "is_new": requirement.pk is None}
    return render(request, "learners/requirements/change.html", context)


def _offer(request: HttpRequest, organisation: UUID, requirement: UUID) -> tuple[Organisation, Offer]:
    """A network's requirement as an administrator of this organisation may adopt it."""
    scope, found = _kept(request, organisation)
    return found, offer_of(scope, found, get_object_or_404(suggested_to(scope, found), uuid=requirement))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def adopt(request: HttpRequest, organisation: UUID, network_requirement: UUID) -> HttpResponse:
    """How many people would be asked, and for how long; then ask it from a day on."""
    found, offer = _offer(request, organisation, network_requirement)
    asked = offer.line.requirement
    if offer.adoption and offer.adoption.ends_on is None:
        return redirect("requirements:stop", organisation, network_requirement)
    known = asked.adoptions.filter(organisation=found)
    form = AdoptForm(request.POST if request.method == "POST" else None, requirement=asked, known=known)
    if form.is_valid():
        adopt_it(requirement=asked, organisation=found, starts_on=form.cleaned_data["day"], by=request.user)
        messages.success(request, "It is asked here now. Figures follow within a minute.")
        return redirect("requirements:asked", organisation)
    context = {"organisation": found, "offer": offer, "line": offer.line, "form": form}
    return render(request, "learners/requirements/adopt.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def stop(request: HttpRequest, organisation: UUID, network_requirement: UUID) -> HttpResponse:
    """How many people would not be asked any more; then stop after a day."""
    found, offer = _offer(request, organisation, network_requirement)
    if offer.adoption is None:
        return redirect("requirements:adopt", organisation, network_requirement)
    form = StopForm(request.POST if request.method == "POST" else None, adoption=offer.adoption)
    if form.is_valid():
        stop_adopting(adoption=offer.adoption, ends_on=form.cleaned_data["day"], by=request.user)
        messages.success(request, "The last day is kept.")
        return redirect("requirements:asked", organisation)
    context = {"organisation": found, "offer": offer, "line": offer.line, "form": form}
    return render(request, "learners/requirements/stop.html", context)


@require_safe
@login_required
def network(request: HttpRequest, network: str) -> HttpResponse:
    """What a network asks, and which of its organisations have adopted it. No names of people."""
    scope = Scope.of(request.user)
    found = get_object_or_404(scope.networks(), slug=network)
    context = {
        "network": found,
        "asked": asked_by_network(scope, found),
        "total": scope.organisations_of(found).count(),
    }
    return render(request, "learners/requirements/network.html", context)

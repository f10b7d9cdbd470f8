"""Talks in teams: a manager chooses a team, says who was there and about what; and the list of them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from learners.organisations.models import Organisation
from learners.organisations.scope import Scope
from learners.privacy.actions.looking import record_look
from learners.privacy.models import Look
from learners.programme.actions.culture import record_talk_through, withdraw_talk_through
from learners.programme.forms.culture import TalkForm, TeamForm, WithdrawForm
from learners.programme.selectors.culture import guides, talks_of

WRITING = ["GET", "HEAD", "POST"]
TALKS_A_PAGE = 30


def _here(request: HttpRequest, key: UUID) -> tuple[Scope, Organisation]:
    scope = Scope.of(request.user)
    return scope, get_object_or_404(scope.organisations(), uuid=key)


@require_safe
@login_required
def talks(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """What was talked through, with how many; and the guides to do it by."""
    scope, found = _here(request, organisation)
    context = {
        "organisation": found,
        "page": Paginator(talks_of(scope, found), TALKS_A_PAGE).get_page(request.GET.get("page")),
        "guides": guides(),
        "form": TeamForm(scope=scope, organisation=found),
    }
    return render(request, "learners/programme/talks.html", context)


@require_http_methods(WRITING)
@login_required
def record(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Say who of a team was there. The address names the team."""
    scope, found = _here(request, organisation)
    which = TeamForm(request.GET or None, scope=scope, organisation=found)
    if not which.is_valid():
        return render(request, "learners/programme/choose_team.html", {"organisation": found, "form": which})
    team = which.cleaned_data["team"]
    roster = scope.roster(found).filter(team=team)
    record_look(organisation=found, by=request.user, kind=Look.Kind.LIST)
    form = TalkForm(request.POST or None, roster=roster)
    if form.is_valid():
        said: dict[str, Any] = form.cleaned_data
        record_talk_through(
            organisation=found,
            team=team,
            guide=said["guide"],
            module=said["module"],
            held_on=said["held_on"],
            note=said["note"],
            participants=list(said["people"]),
            by=request.user,
        )
        messages.success(request, "It is recorded. Each of them finds it in what is held of them.")
        return redirect("culture:talks", organisation)
    context = {"organisation": found, "form": form, "team": team, "has_people": roster.exists()}
    return render(request, "learners/programme/record_talk.html", context)


@require_http_methods(WRITING)
@login_required
def talk(request: HttpRequest, organisation: UUID, talk: UUID) -> HttpResponse:
    """One talk: who was there; and that it was a mistake, with a reason."""
    scope, found = _here(request, organisation)
    row = get_object_or_404(talks_of(scope, found), uuid=talk)
    form = WithdrawForm(request.POST or None)
    if form.is_valid():
        withdraw_talk_through(talk=row, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, "It is marked as a mistake.")
        return redirect("culture:talks", organisation)
    record_look(organisation=found, by=request.user, kind=Look.Kind.LIST)
    people = row.participants.select_related("person").order_by("person__last_name", "person__first_name")
    context = {"organisation": found, "talk": row, "people": people, "form": form}
    return render(request, "learners/programme/talk.html", context)

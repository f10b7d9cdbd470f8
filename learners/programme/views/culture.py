"""How work changes in a network, and who champions it where."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from learners.organisations.scope import Scope
from learners.programme.actions.culture import end_champion, keep_change, name_champion
from learners.programme.forms.culture import ChampionForm, ChangeForm
from learners.programme.models import WorkflowChange
from learners.programme.selectors.culture import champions_by_organisation, champions_of, changes_of
from learners.programme.views.places import Place, place_of, place_to_write

WRITING = ["GET", "HEAD", "POST"]


@require_safe
@login_required
def changes(request: HttpRequest, network: str) -> HttpResponse:
    """What changes at three levels, and what has nothing yet that helps."""
    place = place_of(request, network, None)
    context = {"place": place, "changes": changes_of(place.owner)}  # type: ignore[arg-type]
    return render(request, "learners/programme/changes.html", context)


@require_http_methods(WRITING)
@login_required
def change(request: HttpRequest, network: str, change: UUID | None = None) -> HttpResponse:
    """Write a change down, or put it better."""
    place = place_of(request, network, None)
    found = get_object_or_404(changes_of(place.owner), uuid=change) if change else WorkflowChange()  # type: ignore[arg-type]
    form = ChangeForm(request.POST or None, instance=found, network=place.owner)  # type: ignore[arg-type]
    if form.is_valid():
        keep_change(form=form, by=request.user)
        messages.success(request, "Kept.")
        return redirect("culture:network_changes", network)
    context = {
        "place": place,
        "form": form,
        "heading": "A change",
        "up": place.url("changes"),
    }
    return render(request, "learners/programme/form.html", context)


@require_safe
@login_required
def champions_of_network(request: HttpRequest, network: str) -> HttpResponse:
    """Which organisations have champions, of what, and which have none. No names: those are the organisation's."""
    place = place_of(request, network, None)
    rows = champions_by_organisation(place.owner, timezone.localdate())  # type: ignore[arg-type]
    context = {"place": place, "rows": rows, "without": sum(1 for _, named in rows if not named)}
    return render(request, "learners/programme/champions_of_network.html", context)


@require_safe
@login_required
def champions(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """An organisation's champions."""
    place = place_of(request, None, organisation)
    return _champions(request, place, _form(request, place))


@require_POST
@login_required
def name(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Name somebody a champion."""
    place = place_to_write(request, None, organisation)
    form = _form(request, place)
    if not (form.is_valid() and form.membership):
        return _champions(request, place, form)
    named = form.membership
    name_champion(membership=named, area=form.cleaned_data["area"], on=timezone.localdate(), by=request.user)
    messages.success(request, f"{named.person} is a champion.")
    return redirect("culture:champions", organisation)


def _form(request: HttpRequest, place: Place) -> ChampionForm:
    scope = Scope.of(request.user)
    return ChampionForm(request.POST or None, scope=scope, organisation=place.owner)  # type: ignore[arg-type]


def _champions(request: HttpRequest, place: Place, form: ChampionForm) -> HttpResponse:
    named = champions_of(place.owner, timezone.localdate())  # type: ignore[arg-type]
    context = {"place": place, "form": form, "champions": named}
    return render(request, "learners/programme/champions.html", context)


@require_POST
@login_required
def end(request: HttpRequest, organisation: UUID, champion: int) -> HttpResponse:
    """Somebody is a champion no more, from tomorrow."""
    place = place_to_write(request, None, organisation)
    found = get_object_or_404(place.owner.champions, pk=champion)  # type: ignore[union-attr]
    end_champion(champion=found, on=timezone.localdate(), by=request.user)
    messages.success(request, "Today is the last day.")
    return redirect("culture:champions", organisation)

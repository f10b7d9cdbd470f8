"""Choose people, see what would happen, do it, take it back; and the list of what was done."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from learners.bulk import actions
from learners.bulk.forms import ChooseForm, SettleForm, settle_form
from learners.bulk.models import BulkAction, Kind
from learners.bulk.selectors import actions_of, done_at, parts_of
from learners.dashboards.selectors import Place
from learners.dashboards.selectors.people import memberships_wanted
from learners.organisations.models import Organisation
from learners.organisations.scope import Scope
from learners.privacy.actions.looking import record_look
from learners.privacy.models import Look
from learners.requirements.keeping import catch_up

DONE_A_PAGE = 20
AT_MOST = 20_000


def _organisation(request: HttpRequest, key: UUID) -> tuple[Scope, Organisation]:
    scope = Scope.of(request.user)
    return scope, get_object_or_404(scope.organisations(), uuid=key)


def _action(request: HttpRequest, organisation: UUID, key: UUID) -> tuple[Scope, BulkAction]:
    """One that this person may see; 404 for everybody else."""
    scope, found = _organisation(request, organisation)
    return scope, get_object_or_404(actions_of(scope, found), uuid=key)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def choose(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Choose people here, or in the list of people, which sends them. Nothing happens yet."""
    scope, found = _organisation(request, organisation)
    catch_up(found.pk)
    form = ChooseForm(request.POST if request.method == "POST" else None, scope=scope, organisation=found)
    if form.is_valid():
        people = _people(request, Place(scope, found, scope.on), form)
        if 0 < len(people) <= AT_MOST:
            kind = Kind(form.cleaned_data["action"])
            made = actions.choose(organisation=found, kind=kind, people=people, by=request.user)
            return redirect("bulk:one", organisation, made.uuid)
        form.add_error(None, _too(people, request))
    return render(request, "learners/bulk/choose.html", {"organisation": found, "form": form})


def _people(request: HttpRequest, place: Place, form: ChooseForm) -> list[int]:
    """Those who were ticked; everybody who fits the filters, where all were asked for. Only those in scope."""
    if "membership" in request.POST and "all" not in request.POST:
        keys = [key for key in request.POST.getlist("membership") if _is_uuid(key)]
        hats = place.roster.filter(uuid__in=keys)
    elif "all" in request.POST:
        hats = memberships_wanted(place, form.wanted)
    else:
        return []
    return list(hats.order_by().values_list("person_id", flat=True).distinct()[: AT_MOST + 1])


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _too(people: list[int], request: HttpRequest) -> str:
    if people:
        return f"These are more than {AT_MOST:,} people. Narrow what you look for, and do it in parts."
    if "all" in request.POST:
        return "Nobody fits what you look for. Change what you chose."
    return "You ticked nobody. Tick people in the list, or choose here for whom it is."


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def one(request: HttpRequest, organisation: UUID, bulk_action: UUID) -> HttpResponse:
    """What would happen, or what happened; and the form that says what exactly is to be done."""
    scope, action = _action(request, organisation, bulk_action)
    is_open = action.state == BulkAction.State.CHOSEN
    form = settle_form(action, request.POST if request.method == "POST" else None) if is_open else None
    if form and form.is_valid():
        actions.settle(action=action, **form.cleaned_data)
        return redirect("bulk:one", organisation, bulk_action)
    return _show(request, scope, action, form)


def _show(request: HttpRequest, scope: Scope, action: BulkAction, form: SettleForm | None) -> HttpResponse:
    catch_up(action.organisation_id)
    record_look(organisation=action.organisation, by=request.user, kind=Look.Kind.LIST)
    parts = parts_of(action, scope)
    context: dict[str, Any] = {
        "organisation": action.organisation,
        "action": action,
        "form": form,
        "parts": parts,
        "chosen": sum(part.total for part in parts),
        "people": sum(part.total for part in parts if part.outcome == "done"),
        "taken_back": action.items.filter(taken_back=True).count(),
    }
    return render(request, "learners/bulk/one.html", context)


@require_POST
@login_required
def carry_out(request: HttpRequest, organisation: UUID, bulk_action: UUID) -> HttpResponse:
    """Do what the preview says."""
    _, action = _action(request, organisation, bulk_action)
    if not action.is_settled:
        messages.error(request, "Say first what exactly is to be done.")
    elif actions.carry_out(action=action, by=request.user).state == BulkAction.State.UNDONE:
        messages.error(request, "This was taken back. To do it again, choose the people again.")
    return redirect("bulk:one", organisation, bulk_action)


@require_POST
@login_required
def undo(request: HttpRequest, organisation: UUID, bulk_action: UUID) -> HttpResponse:
    """Take it back."""
    _, action = _action(request, organisation, bulk_action)
    if actions.undo(action=action, by=request.user).state == BulkAction.State.CHOSEN:
        messages.error(request, "Nothing was done yet that could be taken back.")
    return redirect("bulk:one", organisation, bulk_action)


@require_safe
@login_required
def done(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """What was done for many people, by whom and when."""
    scope, found = _organisation(request, organisation)
    page = Paginator(done_at(scope, found), DONE_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "learners/bulk/done.html", {"organisation": found, "page": page})

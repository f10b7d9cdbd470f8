"""Screens of managers and network leads. What is not in somebody's scope does not exist for them."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from learners.dashboards.board import Board, rows
from learners.dashboards.exports import lines
from learners.dashboards.forms import PeopleFilter
from learners.dashboards.selectors import (
    board_of,
    boards_of,
    facts_not_given,
    modules_of,
    network_figures,
    person_of,
)
from learners.dashboards.suppression import FEWEST
from learners.organisations.models import Organisation
from learners.organisations.scope import Scope
from learners.privacy.actions.looking import record_look
from learners.privacy.models import Look

PEOPLE_A_PAGE = 50


def _look(request: HttpRequest, key: UUID) -> tuple[Scope, Organisation, PeopleFilter, Board]:
    """An organisation in scope, what is looked for there, and the people whom that leaves. 404 out of scope."""
    scope = Scope.of(request.user)
    organisation = get_object_or_404(scope.organisations(), uuid=key)
    modules = modules_of(organisation, scope.on)
    form = PeopleFilter(request.GET, organisation=organisation, modules=modules)
    return scope, organisation, form, board_of(form.narrow(scope.roster(organisation)), modules, scope.on)


@require_safe
@login_required
def organisations(request: HttpRequest) -> HttpResponse:
    """The organisations and networks that somebody manages or leads; 404 for everybody else."""
    scope = Scope.of(request.user)
    if not (scope.is_manager or scope.is_network_lead):
        raise Http404("Nothing to manage.")
    context = {"boards": boards_of(scope.organisations(), scope.on), "networks": scope.networks()}
    return render(request, "learners/dashboards/organisations.html", context)


@require_safe
@login_required
def organisation(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """The people of an organisation and where they stand, narrowed by the filters in the address."""
    scope, found, form, board = _look(request, organisation)
    record_look(organisation=found, by=request.user, kind=Look.Kind.LIST)
    people = board.find(form.focus, form.module_key)
    page = Paginator(people, PEOPLE_A_PAGE).get_page(request.GET.get("page"))
    shown = [module for module in board.modules if form.module_key in (None, module.translation_key)]
    context = {
        "organisation": found,
        "form": form,
        "board": board,
        "page": page,
        "modules": shown,
        "rows": rows(page, shown),
        "keeps_list": scope.administers(found),
        "facts_not_given": facts_not_given(found, board.modules, board.on),
    }
    return render(request, "learners/dashboards/organisation.html", context)


@require_safe
@login_required
def export(request: HttpRequest, organisation: UUID) -> HttpResponseBase:
    """The same people as a CSV file. Filters that are wrong lead to the page that says so."""
    _, found, form, board = _look(request, organisation)
    if not form.is_valid():
        return HttpResponseRedirect(
            reverse("dashboards:organisation", args=[organisation], query=request.GET)
        )
    record_look(organisation=found, by=request.user, kind=Look.Kind.FILE)
    name = f"{slugify(found.name)}-{board.on:%Y-%m-%d}.csv"
    return StreamingHttpResponse(
        lines(board, form.focus, form.module_key),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_safe
@login_required
def person(request: HttpRequest, organisation: UUID, membership: UUID) -> HttpResponse:
    """One person at one organisation: what is asked, where they stand, and why."""
    scope = Scope.of(request.user)
    roster = scope.roster(get_object_or_404(scope.organisations(), uuid=organisation))
    found = get_object_or_404(roster.select_related("organisation"), uuid=membership)
    here, looked_at = found.organisation, found.person
    record_look(organisation=here, by=request.user, kind=Look.Kind.PAGE, person=looked_at)
    context = {"membership": found, "person": person_of(found, roster, scope.on)}
    return render(request, "learners/dashboards/person.html", context)


@require_safe
@login_required
def network(request: HttpRequest, network: str) -> HttpResponse:
    """The organisations of a network side by side, without names and small numbers."""
    scope = Scope.of(request.user)
    found = get_object_or_404(scope.networks(), slug=network)
    context = {"network": found, "figures": network_figures(scope, found), "on": scope.on, "fewest": FEWEST}
    return render(request, "learners/dashboards/network.html", context)

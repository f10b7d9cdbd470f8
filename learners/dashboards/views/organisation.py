"""What needs doing at an organisation, and its figures. No names."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from learners.dashboards.forms import FiguresForm
from learners.dashboards.presenting import Trend, breakdown_of, modules_shown, named
from learners.dashboards.selectors import Place, PlaceFigures, aims_of, counted_on, late_of, trend_of
from learners.dashboards.selectors.access import access_waiting
from learners.dashboards.selectors.names import facts_not_given, modules_of, values_named
from learners.organisations.scope import Scope
from learners.requirements.keeping import catch_up
from learners.requirements.models import Breakdown

LINES_A_PAGE = 50
ORGANISATIONS_A_PAGE = 20


@require_safe
@login_required
def organisations(request: HttpRequest) -> HttpResponse:
    """The organisations and networks that somebody manages or leads; 404 for everybody else."""
    scope = Scope.of(request.user)
    if not (scope.is_manager or scope.is_network_lead):
        raise Http404("Nothing to manage.")
    page = Paginator(scope.organisations(), ORGANISATIONS_A_PAGE).get_page(request.GET.get("page"))
    for each in page:
        catch_up(each.pk)
    late = [(each, late_of(Place(scope, each, scope.on))) for each in page]
    context = {"page": page, "late": late, "networks": scope.networks()}
    return render(request, "learners/dashboards/organisations.html", context)


@require_safe
@login_required
def organisation(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """What needs doing, then the figures: by module, broken down, and at month ends."""
    scope = Scope.of(request.user)
    found = get_object_or_404(scope.organisations(), uuid=organisation)
    is_fresh = catch_up(found.pk)
    titles = modules_of(found)
    form = FiguresForm(request.GET, organisation=found, titles=titles)
    form.is_valid()
    place = Place(scope, found, form.day)
    context = {"organisation": found, "form": form, "place": place, "titles": titles}
    context |= _figures(place, form, titles, request.GET.get("page"))
    context |= {
        "keeps_list": scope.administers(found),
        "access": access_waiting(found) if scope.administers(found) and not place.is_past else [],
        "behind": None if is_fresh or place.is_past else (counted_on(found) or "never"),
    }
    return render(request, "learners/dashboards/organisation.html", context)


def _figures(place: Place, form: FiguresForm, titles: dict[UUID, str], page: str | None) -> dict[str, Any]:
    figures, aims, module = PlaceFigures(place), aims_of(place.organisation), form.module_key
    parts = Paginator(breakdown_of(figures.by(form.breakdown, module), aims), LINES_A_PAGE).get_page(page)
    names = values_named(form.breakdown, [line.key for line in parts])
    return {
        "doing": figures.doing,
        "people": figures.people,
        "modules": modules_shown(figures.by_module, titles, aims),
        "aims": aims,
        "breakdown": form.breakdown,
        "module": module,
        "only_these": _only_these(form),
        "parts": parts,
        "part_lines": named(parts, names),
        "trend": Trend(trend_of(place, module)),
        "facts_not_given": facts_not_given(place.organisation, figures.by_module.keys(), place.on),
    }


def _only_these(form: FiguresForm) -> str:
    """What the list behind a line is narrowed by besides: figures of a team do not hold those of the teams below."""
    alone = "&alone=on" if form.breakdown is Breakdown.TEAM else ""
    return f"{alone}&module={form.module_key}" if form.module_key else alone

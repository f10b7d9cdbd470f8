"""The organisations of a network side by side, without names and small numbers."""

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from learners.dashboards.exports import network_lines
from learners.dashboards.forms import NetworkForm
from learners.dashboards.presenting import Trend
from learners.dashboards.publishing import publish
from learners.dashboards.selectors.network import (
    days_of,
    lines_of,
    modules_of_network,
    network_trend,
    organisations_shown,
    staff_groups_shown,
)
from learners.dashboards.suppression import FEWEST
from learners.organisations.models import Network
from learners.organisations.scope import Scope

ORGANISATIONS_A_PAGE = 50


@dataclass(frozen=True)
class _Shown:
    """A network on the day asked for, with the form that asks."""

    network: Network
    today: datetime.date
    data: Any

    @cached_property
    def form(self) -> NetworkForm:
        form = NetworkForm(self.data, days=days_of(self.network), titles=self.titles)
        form.is_valid()
        return form

    @cached_property
    def titles(self) -> dict[UUID, str]:
        return modules_of_network(self.network, self.today)

    @property
    def on(self) -> datetime.date:
        return self.form.day or self.today

    @cached_property
    def modules(self) -> dict[UUID, str]:
        return modules_of_network(self.network, self.on) if self.form.day else self.titles


def _shown(request: HttpRequest, slug: str) -> _Shown:
    network = get_object_or_404(Scope.of(request.user).networks(), slug=slug)
    return _Shown(network, publish(network), request.GET)


@require_safe
@login_required
def network(request: HttpRequest, network: str) -> HttpResponse:
    """Organisations, staff groups and month ends: only what was published."""
    shown = _shown(request, network)
    keys = list(shown.modules)
    rows = organisations_shown(shown.network, shown.on, shown.form.sort_key)
    page = Paginator(rows, ORGANISATIONS_A_PAGE).get_page(request.GET.get("page"))
    module = shown.form.module_key or next(iter(shown.titles), None)
    context = {
        "network": shown.network,
        "form": shown.form,
        "on": shown.on,
        "is_past": shown.on < shown.today,
        "modules": shown.modules,
        "page": page,
        "lines": lines_of(shown.network, shown.on, list(page), keys),
        "groups": staff_groups_shown(shown.network, shown.on, keys),
        "module": module and shown.titles.get(module),
        "trend": Trend(network_trend(shown.network, module) if module else []),
        "fewest": FEWEST,
    }
    return render(request, "learners/dashboards/network.html", context)


@require_safe
@login_required
def network_csv(request: HttpRequest, network: str) -> HttpResponseBase:
    """The same organisations as a CSV file, with the same numbers hidden."""
    shown = _shown(request, network)
    if not shown.form.is_valid():
        return HttpResponseRedirect(reverse("dashboards:network", args=[network], query=request.GET))
    rows = organisations_shown(shown.network, shown.on, shown.form.sort_key)
    return StreamingHttpResponse(
        network_lines(shown.network, shown.on, rows, shown.modules),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{network}-{shown.on:%Y-%m-%d}.csv"'},
    )

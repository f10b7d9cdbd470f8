"""What surveys tell a network's lead, and the managers of an organisation."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from learners.organisations.models import Organisation
from learners.organisations.scope import Scope
from learners.spreadsheets import csv_lines
from learners.surveys.actions.settling import settle_due
from learners.surveys.exports import csv_of
from learners.surveys.models import Wave
from learners.surveys.selectors import (
    Results,
    barriers_of,
    open_in,
    results_of,
    surveys_in,
    surveys_of,
    times_of,
)

ORGANISATIONS_A_PAGE = 50


@require_safe
@login_required
def of_network(request: HttpRequest, network: str) -> HttpResponse:
    """A network's surveys: what is asked now, and everybody's results side by side."""
    found = get_object_or_404(Scope.of(request.user).networks(), slug=network)
    settle_due(on=timezone.localdate())
    waves = list(surveys_of(found))
    context = {"owner": found, "waves": waves, "times": times_of(waves)}
    return render(request, "learners/surveys/of_network.html", context)


@require_safe
@login_required
def network_results(request: HttpRequest, network: str, survey: UUID) -> HttpResponse:
    """One survey, organisation by organisation and staff group by staff group."""
    wave = _of_network(request, network, survey)
    results = results_of(wave)
    page = Paginator(results.organisations, ORGANISATIONS_A_PAGE).get_page(request.GET.get("page"))
    context = {"results": results, "page": page, "barriers": barriers_of(wave, results.whole)}
    return render(request, "learners/surveys/network_results.html", context)


@require_safe
@login_required
def network_csv(request: HttpRequest, network: str, survey: UUID) -> HttpResponseBase:
    """The same as a file."""
    wave = _of_network(request, network, survey)
    return _file(results_of(wave), wave)


@require_safe
@login_required
def in_organisation(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """The surveys that an organisation was asked in, side by side."""
    found = get_object_or_404(Scope.of(request.user).organisations(), uuid=organisation)
    today = timezone.localdate()
    settle_due(on=today)
    context = {"owner": found, "open": open_in(found, today), "times": times_of(surveys_in(found), found)}
    return render(request, "learners/surveys/in_organisation.html", context)


@require_safe
@login_required
def organisation_results(request: HttpRequest, organisation: UUID, survey: UUID) -> HttpResponse:
    """One survey, as the organisation answered it, beside everybody."""
    found, wave = _in_organisation(request, organisation, survey)
    results = results_of(wave, found)
    line = results.organisations[0]
    context = {"owner": found, "results": results, "line": line, "barriers": barriers_of(wave, line)}
    return render(request, "learners/surveys/organisation_results.html", context)


@require_safe
@login_required
def organisation_csv(request: HttpRequest, organisation: UUID, survey: UUID) -> HttpResponseBase:
    """The same as a file."""
    found, wave = _in_organisation(request, organisation, survey)
    return _file(results_of(wave, found), wave)


def _of_network(request: HttpRequest, network: str, survey: UUID) -> Wave:
    found = get_object_or_404(Scope.of(request.user).networks(), slug=network)
    return get_object_or_404(surveys_of(found).settled(), uuid=survey)


def _in_organisation(request: HttpRequest, organisation: UUID, survey: UUID) -> tuple[Organisation, Wave]:
    found = get_object_or_404(Scope.of(request.user).organisations(), uuid=organisation)
    return found, get_object_or_404(surveys_in(found), uuid=survey)


def _file(results: Results, wave: Wave) -> StreamingHttpResponse:
    return StreamingHttpResponse(
        csv_lines(*csv_of(results)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="survey-{wave.closes_on:%Y-%m-%d}.csv"'},
    )

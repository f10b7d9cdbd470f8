"""The reports of a network: figures, and never a name."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from learners.organisations.models import Network
from learners.organisations.scope import Scope
from learners.reports.actions import schedule_report
from learners.reports.forms import NetworkForm
from learners.reports.models import Cadence, Report
from learners.reports.ordering import Order
from learners.reports.selectors import running_schedules
from learners.reports.serving import serve


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def reports(request: HttpRequest, network: str) -> HttpResponse:
    """What can be taken away, and the form that sends it regularly."""
    scope = Scope.of(request.user)
    found = get_object_or_404(scope.networks(), slug=network)
    form = NetworkForm(request.POST or None, auto_id="regularly_%s")
    if request.method == "POST" and form.is_valid():
        schedule_report(
            of=found,
            report=Report.NETWORK,
            cadence=Cadence.MONTHLY,
            is_workbook=form.is_workbook,
            by=request.user,
        )
        messages.success(request, "You will be sent a link.")
        return redirect("reports:network", network)
    return _page(request, found, form=form)


def _page(
    request: HttpRequest, found: Network, form: NetworkForm, file_form: NetworkForm | None = None
) -> HttpResponse:
    context = {
        "network": found,
        "file_form": file_form or NetworkForm(auto_id="file_%s"),
        "schedule_form": form,
        "form": file_form or form,
        "schedules": running_schedules(Scope.of(request.user), found),
    }
    return render(request, "learners/reports/network.html", context)


@require_safe
@login_required
def file(request: HttpRequest, network: str) -> HttpResponseBase:
    """The figures of a network as a file."""
    scope = Scope.of(request.user)
    found = get_object_or_404(scope.networks(), slug=network)
    form = NetworkForm(request.GET, auto_id="file_%s")
    if not form.is_valid():
        return _page(request, found, NetworkForm(auto_id="regularly_%s"), form)
    return serve(request, found, Order(report=Report.NETWORK, on=scope.on, is_workbook=form.is_workbook))

"""What a link from an e-mail opens. It names nobody, and opens for the one to whom it was sent, while they may look."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from learners.organisations.models import Organisation
from learners.organisations.scope import Scope
from learners.people.limits import limited
from learners.reports.actions import stop_schedule
from learners.reports.models import Sending
from learners.reports.ordering import may_have
from learners.reports.selectors import running_schedules, schedule_to_stop, sending_of
from learners.reports.sending import order_of
from learners.reports.serving import serve

RATE = "60/m/ip"


def _opened(request: HttpRequest, link: str) -> Sending:
    """What the link is of; 404 for everybody but the one who asked for it, and for them, too, once they may not."""
    scope = Scope.of(request.user)
    found = sending_of(scope, link)
    if found is None or not may_have(scope, found.schedule.place, found.schedule.report):
        raise Http404("No such link.")
    return found


@require_safe
@login_required
def link(request: HttpRequest, report_link: str) -> HttpResponse:
    """What can be downloaded, as at which day; or that the link is too old."""
    found = _opened(request, report_link)
    is_over = found.is_over(timezone.now())
    context = {"sending": found, "schedule": found.schedule, "link": report_link, "is_over": is_over}
    context |= {"here": isinstance(found.schedule.place, Organisation)}
    return render(request, "learners/reports/link.html", context, status=410 if is_over else 200)


@require_safe
@login_required
def link_file(request: HttpRequest, report_link: str) -> HttpResponseBase:
    """The file, made now and as at that day."""
    found = _opened(request, report_link)
    if found.is_over(timezone.now()):
        return redirect("reports:link", report_link)
    return serve(request, found.schedule.place, order_of(found))


@require_POST
@login_required
def stop(request: HttpRequest, schedule: UUID) -> HttpResponse:
    """Stop one of one's own schedules."""
    found = get_object_or_404(running_schedules(Scope.of(request.user)), uuid=schedule)
    stop_schedule(schedule=found)
    messages.success(request, "You are sent this report no more.")
    if isinstance(found.place, Organisation):
        return redirect("reports:organisation", found.place.uuid)
    return redirect("reports:network", found.place.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@limited("stop_report", RATE)
def stop_by_link(request: HttpRequest, stop_link: str) -> HttpResponse:
    """Stop by the link in an e-mail, without signing in. A mail program that opens links changes nothing."""
    found = schedule_to_stop(stop_link)
    if found is None:
        raise Http404("No such link.")
    if request.method == "POST":
        stop_schedule(schedule=found)
    context = {"is_stopped": request.method == "POST" or found.stopped_at is not None}
    return render(request, "learners/reports/stop.html", context)

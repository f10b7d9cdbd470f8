"""What an organisation accepts from elsewhere: its courses, and what was put forward."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from learners.evidence.actions.keeping_courses import keep_course
from learners.evidence.actions.recognising import refuse, verify
from learners.evidence.forms.elsewhere import ACCEPT, CourseForm, DecideForm
from learners.evidence.models import EquivalentCourse
from learners.evidence.selectors.recognitions import courses_of, own_courses, put_forward
from learners.evidence.views.steps import is_confirmed, is_to_confirm
from learners.organisations.models import Organisation
from learners.organisations.scope import Scope
from learners.privacy.actions.looking import record_look
from learners.privacy.models import Look

A_PAGE = 25
WRITING = ["GET", "HEAD", "POST"]


def administered(request: HttpRequest, key: UUID) -> Organisation:
    """An organisation whose records this person keeps; 404 for everybody else."""
    return get_object_or_404(Scope.of(request.user).administered(), uuid=key)


@require_safe
@login_required
def overview(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """What waits to be checked, and which courses are accepted."""
    scope = Scope.of(request.user)
    found = get_object_or_404(scope.organisations(), uuid=organisation)
    record_look(organisation=found, by=request.user, kind=Look.Kind.LIST)
    may_write = scope.administers(found)
    waiting = Paginator(put_forward(scope, found), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "organisation": found,
        "page": waiting,
        "courses": courses_of(found, scope.on),
        "may_write": may_write,
    }
    return render(request, "learners/evidence/overview.html", context)


@require_http_methods(WRITING)
@login_required
def add_course(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Add a course."""
    found = administered(request, organisation)
    return _course(request, found, EquivalentCourse(organisation=found, starts_on=timezone.localdate()))


@require_http_methods(WRITING)
@login_required
def change_course(request: HttpRequest, organisation: UUID, course: UUID) -> HttpResponse:
    """Change a course, or say from when on it is accepted no longer."""
    found = administered(request, organisation)
    return _course(request, found, get_object_or_404(own_courses(found), uuid=course))


def _course(request: HttpRequest, organisation: Organisation, course: EquivalentCourse) -> HttpResponse:
    form = CourseForm(request.POST or None, instance=course)
    if is_confirmed(request, form):
        keep_course(organisation=organisation, course=form.save(commit=False), by=request.user)
        messages.success(request, "The course is kept.")
        return redirect("evidence:overview", organisation.uuid)
    asked = is_to_confirm(request, form)
    context = {"organisation": organisation, "form": form, "asked": asked, "is_new": course.pk is None}
    return render(request, "learners/evidence/course.html", context)


@require_http_methods(WRITING)
@login_required
def decide(request: HttpRequest, organisation: UUID, recognition: UUID) -> HttpResponse:
    """Check what somebody did elsewhere: it counts, or not for a reason."""
    found = administered(request, organisation)
    rows = found.recognitions.complete().filter(
        person__in=Scope.of(request.user).roster(found).order_by().values("person")
    )
    row = get_object_or_404(rows, uuid=recognition)
    if row.state != row.State.PROPOSED:
        messages.info(request, "This was decided before. Nothing was changed.")
        return redirect("evidence:overview", organisation)
    first = {"expires_on": row.course.good_until(row.done_on)}
    form = DecideForm(request.POST or None, done_on=row.done_on, initial=first)
    if is_confirmed(request, form):
        if form.cleaned_data["decision"] == ACCEPT:
            verify(recognition=row, expires_on=form.cleaned_data["expires_on"], by=request.user)
            messages.success(request, "It counts from now on.")
        else:
            refuse(recognition=row, because=form.cleaned_data["because"], by=request.user)
            messages.success(request, "It does not count. The person can read why.")
        return redirect("evidence:overview", organisation)
    context = {"organisation": found, "row": row, "form": form, "asked": is_to_confirm(request, form)}
    return render(request, "learners/evidence/decide.html", context)

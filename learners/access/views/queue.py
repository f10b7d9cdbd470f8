"""The lists of an access queue: on the screen, as a file, and what was told."""

from collections.abc import Iterator
from itertools import batched
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from learners.access import actions
from learners.access.deciding import Queue
from learners.access.forms import LookForm, TermsForm
from learners.access.selectors import accounts_in, batches, counts, desk_of, webhook_of
from learners.access.views.desk import administered, looked_for
from learners.privacy.actions.looking import record_look
from learners.privacy.models import Look
from learners.requirements.keeping import catch_up
from learners.spreadsheets import csv_lines

AT_ONCE = 50
HEADINGS = (
    "Employee number",
    "First name",
    "Last name",
    "Team",
    "List",
    "Account since",
    "Last used",
    "Account id",
)


@require_safe
@login_required
def queue(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Who waits for what."""
    found = administered(request, organisation)
    is_fresh = catch_up(found.pk)
    record_look(organisation=found, by=request.user, kind=Look.Kind.LIST)
    chosen, words = looked_for(request.GET)
    desk = desk_of(found)
    numbers = counts(found, desk)
    page = Paginator(accounts_in(found, chosen, words), AT_ONCE).get_page(request.GET.get("page"))
    context = {
        "organisation": found,
        "is_fresh": is_fresh,
        "queue": chosen,
        "queues": [(each, numbers[each.value]) for each in Queue],
        "form": LookForm(initial={"queue": chosen.value, "q": words}),
        "q": words,
        "page": page,
        "desk": desk,
        "webhook": webhook_of(found),
    }
    return render(request, "learners/access/queue.html", context)


@require_safe
@login_required
def as_csv(request: HttpRequest, organisation: UUID) -> StreamingHttpResponse:
    """The same list as a file for a spreadsheet."""
    found = administered(request, organisation)
    catch_up(found.pk)
    record_look(organisation=found, by=request.user, kind=Look.Kind.FILE)
    chosen, words = looked_for(request.GET)
    lines = csv_lines(HEADINGS, _cells(accounts_in(found, chosen, words), chosen))
    name = f"access-{slugify(found.name)}-{chosen}.csv"
    return StreamingHttpResponse(
        ("".join(some) for some in batched(lines, 200, strict=False)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _cells(accounts: Any, queue: Queue) -> Iterator[tuple[Any, ...]]:
    for row in accounts.iterator(chunk_size=2000):
        person = row.person
        yield (
            row.employee_number, person.first_name, person.last_name, row.team, queue.label, row.since,
            row.used_on, row.uuid,
        )  # fmt: skip


@require_safe
@login_required
def history(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """What was told here, by whom and when."""
    found = administered(request, organisation)
    return render(request, "learners/access/history.html", {"organisation": found, "batches": batches(found)})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def terms(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Days of grace, and when an account counts as unused."""
    found = administered(request, organisation)
    desk = desk_of(found)
    now = {"grace_days": desk.grace_days, "unused_days": desk.unused_days}
    form = TermsForm(request.POST if request.method == "POST" else None, initial=now)
    if form.is_valid():
        actions.set_terms(organisation=found, by=request.user, **form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("access:queue", organisation)
    return render(request, "learners/access/terms.html", {"organisation": found, "form": form})

"""The early-project checklist of a network or an organisation."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from learners.programme.actions.checklist import (
    AlreadyClosed,
    OpenAlready,
    Unanswered,
    add_action,
    answer,
    begin,
    change_action,
    finish,
)
from learners.programme.forms.checklist import AddActionForm, AssessmentForm, ChangeActionForm
from learners.programme.models import Assessment, ChecklistItem
from learners.programme.selectors.checklist import (
    actions_of,
    answers_so_far,
    assessments_of,
    comparison,
    csv_of,
    items_asked,
    under_way,
)
from learners.programme.views.places import Place, place_of, place_to_write
from learners.spreadsheets import csv_lines

WRITING = ["GET", "HEAD", "POST"]
ACTIONS_A_PAGE = 30
OPEN_ALREADY = "This item has another action that is open. Change that one"


@require_safe
@login_required
def checklist(
    request: HttpRequest, network: str | None = None, organisation: UUID | None = None
) -> HttpResponse:
    """The last assessments side by side, what moved, and what is done about what is missing."""
    place = place_of(request, network, organisation)
    actions = Paginator(actions_of(place.owner), ACTIONS_A_PAGE).get_page(request.GET.get("page"))
    for action in actions if place.may_write else ():
        action.url = place.url("action", action.uuid)  # type: ignore[attr-defined]
    context = {
        "place": place,
        "comparison": comparison(place.owner),
        "items": items_asked(),
        "under_way": under_way(place.owner),
        "actions": actions,
        "today": timezone.localdate(),
        "urls": {name: place.url(name) for name in ("checklist_begin", "checklist_csv", "add_action")},
    }
    return render(request, "learners/programme/checklist.html", context)


@require_safe
@login_required
def as_csv(
    request: HttpRequest, network: str | None = None, organisation: UUID | None = None
) -> StreamingHttpResponse:
    """Every assessment, item by item."""
    place = place_of(request, network, organisation)
    return StreamingHttpResponse(
        csv_lines(*csv_of(place.owner)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="checklist-{place.key}.csv"'},
    )


@require_POST
@login_required
def begin_one(
    request: HttpRequest, network: str | None = None, organisation: UUID | None = None
) -> HttpResponse:
    """Begin an assessment, or go on with the one under way."""
    place = place_to_write(request, network, organisation)
    return redirect(place.url("assess", begin(owner=place.owner, by=request.user).uuid))


@require_http_methods(WRITING)
@login_required
def assess(
    request: HttpRequest,
    assessment: UUID,
    network: str | None = None,
    organisation: UUID | None = None,
) -> HttpResponse:
    """Answer the items; keep them for another day, or finish."""
    place = place_to_write(request, network, organisation)
    found = get_object_or_404(assessments_of(place.owner), uuid=assessment)
    if found.closed_at:
        messages.info(request, "This assessment is finished. What it says stays.")
        return redirect(place.url("checklist"))
    items = list(items_asked())
    form = AssessmentForm(request.POST or None, items=items, given=answers_so_far(found))
    if form.is_valid() and (answered := _keep(request, place, found, form, items)):
        return answered
    context = {"place": place, "form": form, "up": place.url("checklist")}
    return render(request, "learners/programme/assess.html", context)


def _keep(
    request: HttpRequest, place: Place, found: Assessment, form: AssessmentForm, items: list[ChecklistItem]
) -> HttpResponse | None:
    """Keep what was said, and finish where that was asked for. None: something is left to answer."""
    made = None
    try:
        answer(assessment=found, said=form.said)
        if "finish" in request.POST:
            made = finish(assessment=found, by=request.user)
    except AlreadyClosed:
        messages.info(request, "Somebody finished this assessment. What it says stays.")
    except Unanswered as left:
        for item in items:
            if item.number in left.numbers:
                form.add_error(f"standing-{item.pk}", f"Choose an answer to {item.number}")
        return None
    else:
        messages.success(request, "Kept. You can go on later." if made is None else _finished(len(made)))
    return redirect(place.url("checklist"))


def _finished(made: int) -> str:
    new = {0: "", 1: " 1 action was made."}.get(made, f" {made} actions were made.")
    return f"The assessment is finished.{new}"


@require_http_methods(WRITING)
@login_required
def new_action(
    request: HttpRequest, network: str | None = None, organisation: UUID | None = None
) -> HttpResponse:
    """Add what is to be done about an item."""
    place = place_to_write(request, network, organisation)
    form = AddActionForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        try:
            add_action(
                owner=place.owner,
                item=said["item"],
                what=said["what"],
                who=said["owner"],
                due_on=said["due_on"],
                by=request.user,
            )
        except OpenAlready:
            form.add_error("item", OPEN_ALREADY)
        else:
            messages.success(request, "The action is added.")
            return redirect(place.url("checklist"))
    context = {"place": place, "form": form, "heading": "Add an action", "up": place.url("checklist")}
    return render(request, "learners/programme/form.html", context)


@require_http_methods(WRITING)
@login_required
def one_action(
    request: HttpRequest, action: UUID, network: str | None = None, organisation: UUID | None = None
) -> HttpResponse:
    """Say who does it and by when, or that it is done."""
    place = place_to_write(request, network, organisation)
    found = get_object_or_404(actions_of(place.owner), uuid=action)
    kept = {
        "what": found.what,
        "owner": found.owner,
        "due_on": found.due_on,
        "is_done": found.done_on is not None,
    }
    form = ChangeActionForm(request.POST or None, initial=kept)
    if form.is_valid():
        said = form.cleaned_data
        try:
            change_action(
                action=found,
                what=said["what"],
                who=said["owner"],
                due_on=said["due_on"],
                is_done=said["is_done"],
            )
        except OpenAlready:
            form.add_error("is_done", OPEN_ALREADY)
        else:
            messages.success(request, "Kept.")
            return redirect(place.url("checklist"))
    context = {
        "place": place,
        "form": form,
        "heading": "An action",
        "caption": str(found.item),
        "up": place.url("checklist"),
    }
    return render(request, "learners/programme/form.html", context)

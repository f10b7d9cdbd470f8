"""The people of an organisation: the list, one person, and the file."""

from typing import Any, cast
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
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from learners.dashboards.exports import lines
from learners.dashboards.forms import PeopleFilter, SavedViewForm
from learners.dashboards.models import SavedView
from learners.dashboards.selectors import Place, counted_on, people_wanted, rows_of, views_of
from learners.dashboards.selectors.names import all_titles
from learners.organisations.scope import Scope
from learners.privacy.actions.looking import record_look
from learners.privacy.models import Look
from learners.requirements.keeping import catch_up
from learners.requirements.selectors import standings_of

PEOPLE_A_PAGE = 50


def look(request: HttpRequest, key: UUID) -> tuple[Place, PeopleFilter, bool]:
    """An organisation in scope on the day asked for, what is looked for, and whether standings are up to date."""
    scope = Scope.of(request.user)
    organisation = get_object_or_404(scope.organisations(), uuid=key)
    is_fresh = catch_up(organisation.pk)
    form = PeopleFilter(request.GET, organisation=organisation, scope=scope)
    form.is_valid()
    return Place(scope, organisation, form.day), form, is_fresh


@require_safe
@login_required
def people(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Who they are and where they stand, narrowed by the filters in the address."""
    place, form, is_fresh = look(request, organisation)
    return list_of(request, place, form, is_fresh, SavedViewForm(instance=_new_view(request, place)))


def list_of(
    request: HttpRequest, place: Place, form: PeopleFilter, is_fresh: bool, keeping: SavedViewForm
) -> HttpResponse:
    """The page with the list. A filter that is wrong finds nobody."""
    record_look(organisation=place.organisation, by=request.user, kind=Look.Kind.LIST)
    context: dict[str, Any] = {"organisation": place.organisation, "place": place, "form": form}
    context |= _found(place, form, request.GET.get("page")) if form.is_valid() else {}
    context |= {
        "views": views_of(request.user, place.organisation),
        "keeping": keeping,
        "behind": None if is_fresh or place.is_past else (counted_on(place.organisation) or "never"),
    }
    return render(request, "learners/dashboards/people.html", context)


def _found(place: Place, form: PeopleFilter, number: str | None) -> dict[str, Any]:
    wanted = form.wanted
    page = Paginator(people_wanted(place, wanted), PEOPLE_A_PAGE).get_page(number)
    return {"page": page, "rows": rows_of(place, page, all_titles(), wanted)}


def _new_view(request: HttpRequest, place: Place) -> SavedView:
    return SavedView(person=cast(Any, request.user), organisation=place.organisation)


@require_safe
@login_required
def export(request: HttpRequest, organisation: UUID) -> HttpResponseBase:
    """The same people as a CSV file. Filters that are wrong lead to the page that says so."""
    place, form, _ = look(request, organisation)
    if not form.is_valid():
        return HttpResponseRedirect(reverse("dashboards:people", args=[organisation], query=request.GET))
    record_look(organisation=place.organisation, by=request.user, kind=Look.Kind.FILE)
    name = f"{slugify(place.organisation.name)}-{place.on:%Y-%m-%d}.csv"
    return StreamingHttpResponse(
        lines(place, form.wanted),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_safe
@login_required
def person(request: HttpRequest, organisation: UUID, membership: UUID) -> HttpResponse:
    """One person at one organisation: what is asked, where they stand, and why; decided afresh."""
    scope = Scope.of(request.user)
    roster = scope.roster(get_object_or_404(scope.organisations(), uuid=organisation))
    found = get_object_or_404(roster.select_related("organisation"), uuid=membership)
    here, looked_at = found.organisation, found.person
    record_look(organisation=here, by=request.user, kind=Look.Kind.PAGE, person=looked_at)
    (shown,) = standings_of(roster.filter(person=looked_at), scope.on)
    context = {"membership": found, "person": shown}
    return render(request, "learners/dashboards/person.html", context)

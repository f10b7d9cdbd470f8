"""What is taught beside what a network's agreements say: for its lead, and in the CMS beside a page."""

from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Page

from learners.insight.views import BesidePageView
from learners.programme.gap_rules import in_words, said_of
from learners.programme.gaps import gaps_of, has_agreements
from learners.programme.selectors.sharing import shared_by_network
from learners.programme.views.places import place_of
from learners.spreadsheets import csv_lines
from modules.models import ModulePage, MomentPage


@require_safe
@login_required
def gaps(request: HttpRequest, network: str) -> HttpResponse:
    """Where what is taught and what is agreed do not fit, kind by kind."""
    place, today = place_of(request, network, None), timezone.localdate()
    found = gaps_of(place.owner, on=today)  # type: ignore[arg-type]
    kinds = [(kind, list(rows)) for kind, rows in groupby(found, key=lambda gap: gap.kind)]
    context = {
        "place": place,
        "kinds": kinds,
        "on": today,
        "has_agreements": has_agreements(place.owner, today),  # type: ignore[arg-type]
    }
    return render(request, "learners/programme/gaps.html", context)


@require_safe
@login_required
def as_csv(request: HttpRequest, network: str) -> StreamingHttpResponse:
    """The same for a spreadsheet: a line for each category."""
    place = place_of(request, network, None)
    found = gaps_of(place.owner, on=timezone.localdate())  # type: ignore[arg-type]
    lines = (
        [gap.category.name, gap.kind.label, in_words(each.title for each in gap.taught), said_of(gap.item)]
        for gap in found
    )
    return StreamingHttpResponse(
        csv_lines(["Information", "Gap", "Taught in", "Agreed"], lines),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="gaps-{place.key}.csv"'},
    )


class SharedView(BesidePageView):
    """What networks have agreed of what a module or a moment teaches to look for; of its newest draft."""

    page_title = "What is shared of this"
    header_icon = "link"
    template_name = "learners/programme/gaps_of_page.html"

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Network by network."""
        page = get_object_or_404(Page, pk=page_id).specific
        if not isinstance(page, ModulePage | MomentPage):
            raise Http404("Nothing is taught on this page.")
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.page = page
        draft = page.get_latest_revision_as_object()
        shared = shared_by_network(draft.information.all(), timezone.localdate())
        return self.render_to_response(self.get_context_data(taught=draft, shared=shared))

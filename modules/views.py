"""The pages of the content that are no pages of the CMS: its search, and prompt cards. Open to everybody."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from modules.cards import card_data, module_with_card
from modules.documents import pdf
from modules.models import ModulePage, SiteIdentity
from modules.outline import Card
from modules.search import search as search_for


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search moments, modules and cards. Open to everybody: what it finds is public."""
    return render(request, "modules/search.html", {"found": search_for(request.GET.get("q", ""))})


@require_safe
def card(request: HttpRequest, slug: str) -> HttpResponse:
    """A module's prompt card, to print or to keep on the phone."""
    module, found = _module_and_card(slug)
    return render(request, "modules/card.html", {"module": module, "card": found})


@require_safe
def card_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The same on paper: one page."""
    _, found = _module_and_card(slug)
    data = card_data(found, site=SiteIdentity.load(request_or_site=request).name)
    return HttpResponse(pdf("card", data), content_type="application/pdf")


def _module_and_card(slug: str) -> tuple[ModulePage, Card]:
    found = module_with_card(slug)
    if found is None:
        raise Http404("No such card.")
    return found

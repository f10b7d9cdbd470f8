"""The one page of the content that is no page of the CMS: its search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from modules.search import search as search_for


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search moments, modules and cards. Open to everybody: what it finds is public."""
    return render(request, "modules/search.html", {"found": search_for(request.GET.get("q", ""))})

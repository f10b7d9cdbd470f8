"""The service's addresses, and what it is compared with."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from modules.models import ModulePage
from training.urls import urlpatterns as service


def bare(request: HttpRequest) -> HttpResponse:
    """(a) Load the session and the person, and answer in a few words: what every view here pays."""
    return HttpResponse(f"Hello {request.user}")


urlpatterns = [path("bare/", bare), *service]

# (b) Wagtail serves modules in its own way, from the address to the blocks' templates. Only the page's template is
# another: it shows the sections themselves, and not what leads to them.
ModulePage.template = "benchmarks/plain_page.html"

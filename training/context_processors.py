"""What every page of the site knows. Each value is worked out only where a template asks for it."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from learners.organisations.scope import Scope
from modules.models import CataloguePage, SiteIdentity
from modules.moments import moments_page


@dataclass(frozen=True)
class NavigationItem:
    """One link of the main navigation."""

    url: str
    label: str
    current: bool


def site(request: HttpRequest) -> dict[str, Any]:
    """The site's name and help, whether this is the demonstration, and the way to the main pages."""
    return {
        "site_identity": SimpleLazyObject(lambda: SiteIdentity.load(request_or_site=request)),
        "navigation": SimpleLazyObject(lambda: navigation(request)),
        "footer_links": SimpleLazyObject(lambda: footer_links(request)),
        "demo": settings.DEMO_MODE,
    }


def navigation(request: HttpRequest) -> list[NavigationItem]:
    """The pages that this person can go to."""
    catalogue = CataloguePage.objects.live().first()
    moments = moments_page()
    links = [(page.get_url(request), page.title) for page in (catalogue, moments) if page]
    person = getattr(request, "user", None)
    if person is not None and person.is_authenticated:
        links.append((reverse("home:my_learning"), "My learning"))
        scope = Scope.of(person)
        if scope.is_manager or scope.is_network_lead:
            links.append((reverse("dashboards:organisations"), "Managing"))
        if person.has_perm("wagtailadmin.access_admin"):
            links.append((reverse("wagtailadmin_home"), "Writing and reviewing"))
    return [NavigationItem(url, label, current=request.path.startswith(url)) for url, label in links]


def footer_links(request: HttpRequest) -> list[NavigationItem]:
    """What whoever is signed in finds at the foot of every page."""
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        return []
    links = [
        (reverse("people:account"), "Your account: how you sign in"),
        (reverse("privacy:my_data"), "My data: who sees what, and who looked"),
    ]
    return [NavigationItem(url, label, request.path == url) for url, label in links]

"""The two pages above the modules: the front page and the catalogue."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from modules.models.module import ModulePage
from modules.models.review import PublishedByReview
from modules.models.taxonomy import Capability, Role


class HomePage(PublishedByReview, Page):
    """The front page. Signed in, it opens on what this person has to do; the templates put that together."""

    introduction = RichTextField(blank=True, features=["bold", "link", "ul"])

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["modules.CataloguePage", "modules.MomentsPage"]
    max_count = 1
    template = "modules/home_page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the way to the moments: the page above them, and the roles that have some."""
        from modules.moments import moments_page, roles_with_moments

        context = super().get_context(request, *args, **kwargs)
        return context | {"moments_page": moments_page(), "moment_roles": roles_with_moments()}


class CataloguePage(PublishedByReview, Page):
    """Every live module, by role and business capability."""

    introduction = RichTextField(blank=True, features=["bold", "link"])

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["modules.HomePage"]
    subpage_types = ["modules.ModulePage"]
    max_count = 1
    template = "modules/catalogue_page.html"

    def modules(self, *, role: str = "", capability: str = "") -> QuerySet[ModulePage]:
        """Live modules below this page, of a role and a capability where their slugs are given. Content is left out."""
        found = (
            ModulePage.objects.child_of(self)
            .live()
            .filter(alias_of=None)
            .defer_streamfields()
            .order_by("path")
        )
        if "\0" in role + capability:  # PostgreSQL would not even look
            return found.none()
        if role:
            found = found.filter(roles__slug=role)
        if capability:
            found = found.filter(capabilities__slug=capability)
        return found.prefetch_related("roles", "capabilities")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the modules that fit the filters in the address; an unknown filter finds none."""
        role, capability = request.GET.get("role", ""), request.GET.get("capability", "")
        return super().get_context(request, *args, **kwargs) | {
            "modules": self.modules(role=role, capability=capability),
            "roles": Role.objects.all(),
            "capabilities": Capability.objects.all(),
            "role": role,
            "capability": capability,
        }

"""The lists that educators and administrators keep in the CMS."""

from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from modules.models import Capability, Role


class RoleViewSet(SnippetViewSet):
    """The roles that modules are for. Administrators' affair: employers' imports name them."""

    model = Role
    icon = "group"
    list_display = ["name", "slug", "position"]
    search_fields = ["name", "slug"]
    ordering = ["position", "name"]
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("position")]


class CapabilityViewSet(SnippetViewSet):
    """The business capabilities that modules serve. Educators may add to them."""

    model = Capability
    icon = "tag"
    list_display = ["name", "slug", "position"]
    search_fields = ["name", "slug", "description"]
    ordering = ["position", "name"]
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("description"), FieldPanel("position")]


class TaxonomyViewSetGroup(SnippetViewSetGroup):
    """One place in the menu for both."""

    items = (CapabilityViewSet, RoleViewSet)
    menu_label = "Lists"
    menu_icon = "list-ul"
    menu_order = 300

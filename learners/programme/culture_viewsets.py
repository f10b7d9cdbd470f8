"""The checklist's items and the guides for teams, in the CMS."""

from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from learners.programme.models import ChecklistItem, Guide


class ChecklistItemViewSet(SnippetViewSet):
    """What the checklist asks. An item that was answered is retired and not deleted."""

    model = ChecklistItem
    icon = "list-ol"
    menu_label = "Checklist"
    list_display = ["number", "statement", "facet", "is_critical", "is_retired"]
    list_filter = ["facet", "is_critical", "is_retired"]
    search_fields = ["statement"]
    ordering = ["number"]
    panels = [
        FieldPanel("number"),
        FieldPanel("facet"),
        FieldPanel("statement"),
        FieldPanel("is_critical"),
        FieldPanel("is_retired"),
    ]


class GuideViewSet(SnippetViewSet):
    """How to talk a barrier through in a team."""

    model = Guide
    icon = "comment"
    menu_label = "Guides for teams"
    list_display = ["title", "barrier"]
    search_fields = ["title", "words"]
    panels = [FieldPanel("barrier"), FieldPanel("title"), FieldPanel("words"), FieldPanel("module")]


class CultureViewSetGroup(SnippetViewSetGroup):
    """One place in the menu."""

    items = (ChecklistItemViewSet, GuideViewSet)
    menu_label = "Culture"
    menu_icon = "group"
    menu_order = 320

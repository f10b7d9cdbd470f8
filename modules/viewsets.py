"""The lists that educators and administrators keep in the CMS."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from modules.models import (
    Capability,
    FactKind,
    InformationCategory,
    PracticeRecord,
    Role,
    SignOffKind,
    VolatileFact,
)


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


class InformationCategoryViewSet(SnippetViewSet):
    """What shared records hold, as agreements name it. Administrators' affair: agreements and files name them."""

    model = InformationCategory
    icon = "list-ul"
    list_display = ["name", "slug", "position"]
    search_fields = ["name", "slug", "general"]
    ordering = ["position", "name"]
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("general"), FieldPanel("position")]


class FactKindViewSet(SnippetViewSet):
    """The kinds of local facts, with the question that organisations answer. Administrators' affair."""

    model = FactKind
    icon = "site"
    list_display = ["name", "slug", "position"]
    search_fields = ["name", "slug", "general"]
    ordering = ["position", "name"]
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("general"), FieldPanel("position")]


class VolatileFactViewSet(SnippetViewSet):
    """Facts of the outside world that move, with the day by which each must be checked again."""

    model = VolatileFact
    icon = "history"
    list_display = ["name", "checked_on", "review_by"]
    search_fields = ["name", "text"]
    ordering = ["review_by", "name"]
    panels = [
        FieldPanel("name"),
        FieldPanel("text"),
        FieldPanel("source"),
        FieldPanel("checked_on"),
        FieldPanel("review_by"),
    ]


class SignOffKindViewSet(SnippetViewSet):
    """The sign-offs that modules can need, and who may give them. Administrators' affair."""

    model = SignOffKind
    icon = "check"
    list_display = ["name", "group", "position"]
    ordering = ["position", "name"]
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("group"), FieldPanel("position")]


class PracticeRecordViewSet(SnippetViewSet):
    """Fictional shared records, which educators write and publish. Learners meet them in Editions."""

    model = PracticeRecord
    icon = "folder-open-inverse"
    menu_label = "Practice records"
    menu_order = 250
    add_to_admin_menu = True
    list_display = ["person", "title", "age", LiveStatusTagColumn(), UpdatedAtColumn()]
    list_filter = ["live"]
    search_fields = ["person", "title", "nhs_number"]
    ordering = ["person"]
    inspect_view_enabled = True  # for reviewers, who may not open the form
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("person"), FieldPanel("prefers")]),
                    FieldRowPanel([FieldPanel("nhs_number"), FieldPanel("age")]),
                    FieldPanel("title"),
                    FieldPanel("flags"),
                ],
                heading="The person",
            ),
            ObjectList([FieldPanel("entries")], heading="What is in it"),
            ObjectList([FieldPanel("permission"), FieldPanel("reasons")], heading="Before it opens"),
            ObjectList(
                [
                    MultiFieldPanel([FieldPanel("feeds")], heading="How information arrives"),
                    MultiFieldPanel([FieldPanel("accesses")], heading="Who has looked"),
                ],
                heading="Behind it",
            ),
        ]
    )


class TaxonomyViewSetGroup(SnippetViewSetGroup):
    """One place in the menu for all lists."""

    items = (
        CapabilityViewSet,
        RoleViewSet,
        InformationCategoryViewSet,
        FactKindViewSet,
        VolatileFactViewSet,
        SignOffKindViewSet,
    )
    menu_label = "Lists"
    menu_icon = "list-ul"
    menu_order = 300

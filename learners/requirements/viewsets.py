"""What is asked, of whom and from when, as administrators keep it in the CMS."""

from django import forms
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.viewsets.model import ModelViewSetGroup

from learners.requirements.forms import RequirementAdminForm
from learners.requirements.models import Adoption, Assignment, Exemption, GoLive, Requirement
from modules.register import RegisterViewSet

PERSON_SEARCH = ["person__first_name", "person__last_name", "person__email"]
DAYS = FieldRowPanel(
    [FieldPanel("starts_on"), FieldPanel("ends_on")],
    help_text="Both days count. To stop, give a last day: what was asked before it stays as it was.",
)
TICKS = forms.CheckboxSelectMultiple


class RequirementViewSet(RegisterViewSet):
    """Which modules, of whom, by when, how often."""

    model = Requirement
    icon = "clipboard-list"
    menu_label = "Requirements"
    list_display = ["__str__", "organisation", "network", "due_days", "due_on", "starts_on", "ends_on"]
    list_filter = ["organisation", "network"]
    search_fields = ["title", "modules__title", "organisation__name", "network__name"]
    related = ["organisation", "network"]
    ordering = ["organisation__name", "network__name", "starts_on", "pk"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("title"), FieldRowPanel([FieldPanel("organisation"), FieldPanel("network")])],
                heading="Who asks",
                help_text="An organisation asks its people. What a network asks binds those who adopt it.",
            ),
            MultiFieldPanel(
                [FieldPanel("modules", widget=TICKS), FieldPanel("minimum_editions", widget=TICKS)],
                heading="What",
                help_text="Editions can be chosen once the modules are saved.",
            ),
            MultiFieldPanel(
                [
                    FieldPanel("roles", widget=TICKS),
                    FieldPanel("staff_groups"),
                    FieldPanel("kinds"),
                    FieldPanel("teams"),
                    FieldPanel("sites"),
                ],
                heading="Of whom",
                help_text="Teams and sites can be chosen once the organisation is saved.",
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("due_days"), FieldPanel("due_on"), FieldPanel("go_live")]),
                    FieldPanel("grace_days"),
                ],
                heading="By when",
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("refresh"), FieldPanel("refresh_months")]),
                    FieldRowPanel([FieldPanel("window_opens_month"), FieldPanel("window_closes_month")]),
                    FieldRowPanel([FieldPanel("window_grace_days"), FieldPanel("change_days")]),
                ],
                heading="How often",
            ),
            MultiFieldPanel(
                [FieldPanel("accepts"), FieldPanel("accepts_from"), FieldPanel("gives_access")],
                heading="What counts",
            ),
            MultiFieldPanel([FieldPanel("agreement"), DAYS], heading="In force"),
        ],
        base_form_class=RequirementAdminForm,
    )


class GoLiveViewSet(RegisterViewSet):
    """Days on which something goes live. Whatever is due before it moves along with the day."""

    model = GoLive
    icon = "date"
    menu_label = "Go-live days"
    list_display = ["name", "on", "organisation", "network"]
    search_fields = ["name", "organisation__name", "network__name"]
    related = ["organisation", "network"]
    ordering = ["on", "name", "pk"]
    panels = [
        FieldPanel("name"),
        FieldPanel("on"),
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("network")]),
    ]


class AdoptionViewSet(RegisterViewSet):
    """Which organisation asks a network's requirement, from when to when."""

    model = Adoption
    icon = "link"
    list_display = ["requirement", "organisation", "starts_on", "ends_on"]
    list_filter = ["organisation"]
    search_fields = ["requirement__title", "organisation__name"]
    related = ["requirement__network", "requirement__organisation", "organisation"]
    ordering = ["organisation__name", "starts_on", "pk"]
    panels = [FieldPanel("requirement"), FieldPanel("organisation"), DAYS]


class AssignmentViewSet(RegisterViewSet):
    """A module asked of one person."""

    model = Assignment
    icon = "user"
    list_display = ["person", "organisation", "module", "due_on", "starts_on", "ends_on", "withdrawn_at"]
    list_filter = ["organisation"]
    search_fields = [*PERSON_SEARCH, "organisation__name", "module__title"]
    related = ["person", "organisation", "module"]
    ordering = ["-starts_on", "-pk"]
    panels = [
        FieldPanel("person"),
        FieldPanel("organisation"),
        FieldPanel("module"),
        FieldPanel("due_on"),
        DAYS,
    ]


class ExemptionViewSet(RegisterViewSet):
    """What one person need not do, and why."""

    model = Exemption
    icon = "cross"
    list_display = ["person", "organisation", "module", "reason", "starts_on", "ends_on", "withdrawn_at"]
    list_filter = ["organisation"]
    search_fields = [*PERSON_SEARCH, "organisation__name", "module__title"]
    related = ["person", "organisation", "module"]
    ordering = ["-starts_on", "-pk"]
    panels = [
        FieldPanel("person"),
        FieldPanel("organisation"),
        FieldPanel("module"),
        FieldPanel("reason"),
        DAYS,
    ]


class AskingViewSetGroup(ModelViewSetGroup):
    """One place in the menu for all of these."""

    items = (
        RequirementViewSet,
        AdoptionViewSet,
        GoLiveViewSet,
        AssignmentViewSet,
        ExemptionViewSet,
    )
    menu_label = "What is asked"
    submenu_hook = "register_asking_menu_item"
    menu_icon = "clipboard-list"
    menu_order = 410

"""What organisations ask of their people, as administrators keep it in the CMS."""

from django import forms
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from learners.requirements.models import Requirement
from modules.register import RegisterViewSet


class RequirementViewSet(RegisterViewSet):
    """Which module, of whom, by when."""

    model = Requirement
    icon = "clipboard-list"
    menu_label = "Requirements"
    menu_order = 410
    add_to_admin_menu = True
    list_display = ["__str__", "organisation", "network", "due_days", "due_on", "starts_on", "ends_on"]
    list_filter = ["organisation"]
    search_fields = ["title", "modules__title", "organisation__name"]
    related = ["organisation", "network"]
    ordering = ["organisation__name", "starts_on", "pk"]
    panels = [
        FieldPanel("organisation"),
        FieldPanel("modules"),
        FieldPanel("roles", widget=forms.CheckboxSelectMultiple),
        MultiFieldPanel([FieldRowPanel([FieldPanel("due_days"), FieldPanel("due_on")])], heading="By when"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")])],
            heading="In force",
            help_text="Both days count. To stop asking, give a last day.",
        ),
    ]

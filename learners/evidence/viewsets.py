"""Equivalent courses in the CMS: those of networks, and of organisations that ask the service to keep them."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from learners.evidence.models import EquivalentCourse
from modules.register import RegisterViewSet


class EquivalentCourseViewSet(RegisterViewSet):
    """Which course, held by whom, stands for which module."""

    model = EquivalentCourse
    icon = "link"
    menu_label = "Equivalent courses"
    menu_order = 415
    add_to_admin_menu = True
    list_display = ["title", "issuer", "module", "organisation", "network", "starts_on", "ends_on"]
    list_filter = ["organisation", "network"]
    search_fields = ["title", "issuer", "module__title"]
    related = ["module", "organisation", "network"]
    ordering = ["title", "pk"]
    panels = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("organisation"), FieldPanel("network")])], heading="Whose"
        ),
        FieldPanel("title"),
        FieldPanel("issuer"),
        FieldPanel("module"),
        FieldPanel("scope"),
        FieldPanel("months"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")])],
            heading="Accepted",
            help_text="Both days count. What was accepted before the last day stays so.",
        ),
    ]

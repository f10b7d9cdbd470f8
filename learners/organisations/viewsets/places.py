"""Organisations, their sites and their teams, as administrators keep them in the CMS."""

from functools import cached_property
from typing import Any

from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column, TitleColumn

from learners.organisations.models import Organisation, Site, Team
from learners.organisations.ods.cms import OdsCodePanel, OrganisationCreateView, OrganisationEditView
from learners.organisations.trees import give_paths
from modules.register import RegisterIndexView, RegisterViewSet


class OrganisationViewSet(RegisterViewSet):
    """Employers, and places where people volunteer."""

    model = Organisation
    icon = "home"
    list_display = ["name", "kind", "ods_code", "parent", "ends_on"]
    list_filter = ["kind"]
    search_fields = ["name", "ods_code", "cqc_id"]
    related = ["parent"]
    add_view_class = OrganisationCreateView
    edit_view_class = OrganisationEditView
    panels = [
        FieldPanel("name"),
        FieldPanel("kind"),
        FieldRowPanel([OdsCodePanel("ods_code"), FieldPanel("cqc_id")]),
        FieldPanel("parent"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        FieldPanel("idle_minutes"),
    ]


class SiteViewSet(RegisterViewSet):
    """Hospitals of a trust, branches of a practice."""

    model = Site
    icon = "site"
    list_display = ["name", "organisation", "ods_code"]
    list_filter = ["organisation"]
    search_fields = ["name", "ods_code", "organisation__name"]
    related = ["organisation"]
    ordering = ["organisation__name", "name", "pk"]
    panels = [FieldPanel("organisation"), FieldPanel("name"), FieldPanel("ods_code")]


class TeamIndexView(RegisterIndexView):
    """Teams, each with the way down to it."""

    @cached_property
    def columns(self) -> list[Column]:
        """The path in the place of the name."""
        _, *others = super().columns
        title = self._get_title_column_class(TitleColumn)
        return [title("path", label="Team", sort_key="name", get_url=self.get_edit_url), *others]

    def paginate_queryset(self, queryset: Any, page_size: int) -> Any:
        """A page, whose paths are read in one query."""
        paginator, page, rows, is_paginated = super().paginate_queryset(queryset, page_size)
        page.object_list = rows = give_paths(rows)
        return paginator, page, rows, is_paginated


class TeamViewSet(RegisterViewSet):
    """Wards, rounds, departments."""

    model = Team
    icon = "group"
    index_view_class = TeamIndexView
    list_display = ["name", "organisation", "site"]
    list_filter = ["organisation"]
    search_fields = ["name", "organisation__name"]
    related = ["organisation", "site"]
    ordering = ["organisation__name", "name", "pk"]
    panels = [
        FieldPanel("organisation"),
        FieldPanel("name"),
        FieldPanel("parent", help_text="The team above, of this organisation, or none."),
        FieldPanel("site", help_text="A site of this organisation, or none."),
        FieldPanel("shift"),
    ]

"""How the forms of the CMS find an organisation, a site, a team, or somebody's place in one."""

from typing import Any

from wagtail.admin.ui.tables import Column

from learners.organisations.models import Membership, Organisation, Site, Team
from learners.organisations.trees import give_paths
from learners.organisations.viewsets.people import PERSON_SEARCH
from modules.register import RegisterChooseResultsView, RegisterChooserViewSet, RegisterChooseView


class OrganisationChooserViewSet(RegisterChooserViewSet):
    """Finds an organisation by name or code."""

    model = Organisation
    icon = "home"
    choose_one_text = "Choose an organisation"
    choose_another_text = "Choose another organisation"
    edit_item_text = "Change this organisation"
    search_fields = ["name", "ods_code"]
    more = [Column("ods_code", label="ODS code")]


class SiteChooserViewSet(RegisterChooserViewSet):
    """Finds a site by its name or its organisation's."""

    model = Site
    icon = "site"
    choose_one_text = "Choose a site"
    choose_another_text = "Choose another site"
    edit_item_text = "Change this site"
    search_fields = ["name", "ods_code", "organisation__name"]
    more = [Column("organisation", label="Organisation")]

    def get_object_list(self) -> Any:
        """Every site, with its organisation."""
        return Site.objects.select_related("organisation").order_by("name", "organisation__name")


class ShowsPaths:
    """Mix-in for the views of the chooser: reads the paths of a page of teams in one query."""

    def get_results_page(self, request: Any) -> Any:
        """The page, with paths."""
        page = super().get_results_page(request)  # type: ignore[misc]
        page.object_list = give_paths(page.object_list)
        return page


class TeamChooseView(ShowsPaths, RegisterChooseView):
    """The chooser of teams, opened."""


class TeamChooseResultsView(ShowsPaths, RegisterChooseResultsView):
    """The chooser of teams, after a search."""


class TeamChooserViewSet(RegisterChooserViewSet):
    """Finds a team by its name or its organisation's."""

    model = Team
    icon = "group"
    choose_one_text = "Choose a team"
    choose_another_text = "Choose another team"
    edit_item_text = "Change this team"
    search_fields = ["name", "organisation__name"]
    choose_view_class = TeamChooseView
    choose_results_view_class = TeamChooseResultsView
    more = [Column("path", label="Where it is"), Column("organisation", label="Organisation")]

    def get_object_list(self) -> Any:
        """Every team, with its organisation."""
        return Team.objects.select_related("organisation").order_by("name", "organisation__name")


class MembershipChooserViewSet(RegisterChooserViewSet):
    """Finds somebody's place in an organisation."""

    model = Membership
    icon = "user"
    choose_one_text = "Choose somebody's place in an organisation"
    choose_another_text = "Choose another"
    edit_item_text = "Change this place"
    search_fields = [*PERSON_SEARCH, "organisation__name", "employee_number"]
    more = [
        Column("role", label="Role"),
        Column("starts_on", label="First day"),
        Column("ends_on", label="Last day"),
    ]

    def get_object_list(self) -> Any:
        """Every membership, with what a line shows."""
        rows = Membership.objects.select_related("person", "organisation", "role")
        return rows.order_by("person__last_name", "person__first_name", "pk")

"""Organisations, networks and belonging, as administrators keep them in the CMS."""

from typing import Any

from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSetGroup

from learners.organisations.models import (
    Appointment,
    LocalFact,
    Membership,
    Network,
    NetworkMembership,
    Organisation,
    Team,
)
from learners.organisations.ods.cms import OdsCodePanel, OrganisationCreateView, OrganisationEditView
from modules.register import RegisterChooserViewSet, RegisterViewSet

PERSON_SEARCH = ["person__first_name", "person__last_name", "person__email"]
DAYS = FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")], help_text="Both days count.")


class OrganisationViewSet(RegisterViewSet):
    """Employers, and places where people volunteer."""

    model = Organisation
    icon = "home"
    list_display = ["name", "kind", "ods_code"]
    list_filter = ["kind"]
    search_fields = ["name", "ods_code"]
    add_view_class = OrganisationCreateView
    edit_view_class = OrganisationEditView
    panels = [FieldPanel("name"), FieldPanel("kind"), OdsCodePanel("ods_code")]


class TeamViewSet(RegisterViewSet):
    """Wards, rounds, departments."""

    model = Team
    icon = "group"
    list_display = ["name", "organisation"]
    list_filter = ["organisation"]
    search_fields = ["name", "organisation__name"]
    related = ["organisation"]
    panels = [FieldPanel("organisation"), FieldPanel("name")]


class MembershipViewSet(RegisterViewSet):
    """Who works or volunteers where, as what, from when to when."""

    model = Membership
    icon = "user"
    list_display = ["person", "organisation", "role", "team", "starts_on", "ends_on"]
    list_filter = ["organisation", "role", "staff_group"]
    search_fields = [*PERSON_SEARCH, "organisation__name"]
    related = ["person", "organisation", "role", "team"]
    ordering = ["-starts_on", "-pk"]
    panels = [
        FieldPanel("person"),
        FieldPanel("organisation"),
        FieldPanel("role"),
        FieldPanel("staff_group"),
        FieldPanel("team", help_text="A team of this organisation, or none."),
        FieldPanel("site", help_text="A site of this organisation, or none."),
        FieldPanel("job_title"),
        FieldRowPanel([FieldPanel("employee_number"), FieldPanel("assignment_number")]),
        FieldPanel("manager_email"),
        DAYS,
    ]


class AppointmentViewSet(RegisterViewSet):
    """Who manages an organisation, and who leads a network."""

    model = Appointment
    icon = "view"
    list_display = ["person", "capacity", "organisation", "network", "starts_on", "ends_on"]
    list_filter = ["capacity", "organisation", "network"]
    search_fields = [*PERSON_SEARCH, "organisation__name", "network__name"]
    related = ["person", "organisation", "network"]
    ordering = ["-starts_on", "-pk"]
    panels = [
        FieldPanel("person"),
        FieldPanel("capacity"),
        FieldPanel("organisation", help_text="For a manager."),
        FieldPanel("network", help_text="For a network lead."),
        DAYS,
    ]


class NetworkViewSet(RegisterViewSet):
    """Organisations that share records."""

    model = Network
    icon = "globe"
    list_display = ["name", "slug"]
    search_fields = ["name"]
    panels = [FieldPanel("name"), FieldPanel("slug", help_text="Stands in addresses. Does not change.")]


class NetworkMembershipViewSet(RegisterViewSet):
    """Which organisation is in which network, from when to when."""

    model = NetworkMembership
    icon = "link"
    list_display = ["organisation", "network", "starts_on", "ends_on"]
    list_filter = ["network", "organisation"]
    search_fields = ["organisation__name", "network__name"]
    related = ["organisation", "network"]
    ordering = ["network__name", "organisation__name", "pk"]
    panels = [FieldPanel("network"), FieldPanel("organisation"), DAYS]


class LocalFactViewSet(RegisterViewSet):
    """What is true here: answers of organisations and networks to the questions that modules ask."""

    model = LocalFact
    icon = "site"
    list_display = ["kind", "organisation", "network", "owner", "checked_on", "review_by"]
    list_filter = ["kind", "organisation", "network"]
    search_fields = ["kind__name", "text", "owner", "organisation__name", "network__name"]
    related = ["kind", "organisation", "network"]
    ordering = ["review_by", "pk"]
    panels = [
        FieldPanel("kind"),
        FieldPanel("organisation", help_text="Whose people read it."),
        FieldPanel("network", help_text="Or all organisations of a network that have not given their own."),
        FieldPanel("text"),
        FieldPanel("owner"),
        FieldRowPanel([FieldPanel("checked_on"), FieldPanel("review_by")]),
    ]


class OrganisationsViewSetGroup(ModelViewSetGroup):
    """One place in the menu for all of these."""

    items = (
        OrganisationViewSet,
        TeamViewSet,
        MembershipViewSet,
        AppointmentViewSet,
        NetworkViewSet,
        NetworkMembershipViewSet,
        LocalFactViewSet,
    )
    menu_label = "Organisations"
    submenu_hook = "register_organisations_menu_item"
    menu_icon = "home"
    menu_order = 400


class OrganisationChooserViewSet(RegisterChooserViewSet):
    """Finds an organisation by name or code."""

    model = Organisation
    icon = "home"
    choose_one_text = "Choose an organisation"
    choose_another_text = "Choose another organisation"
    edit_item_text = "Change this organisation"
    search_fields = ["name", "ods_code"]
    more = [Column("ods_code", label="ODS code")]


class TeamChooserViewSet(RegisterChooserViewSet):
    """Finds a team by its name or its organisation's."""

    model = Team
    icon = "group"
    choose_one_text = "Choose a team"
    choose_another_text = "Choose another team"
    edit_item_text = "Change this team"
    search_fields = ["name", "organisation__name"]
    more = [Column("organisation", label="Organisation")]

    def get_object_list(self) -> Any:
        """Every team, with its organisation."""
        return Team.objects.select_related("organisation").order_by("name", "organisation__name")

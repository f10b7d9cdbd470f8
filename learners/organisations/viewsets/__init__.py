"""Organisations, networks and belonging, as administrators keep them in the CMS."""

from wagtail.admin.viewsets.model import ModelViewSetGroup

from learners.organisations.merger_views import MergerViewSet
from learners.organisations.viewsets.choosers import (
    MembershipChooserViewSet,
    OrganisationChooserViewSet,
    SiteChooserViewSet,
    TeamChooserViewSet,
)
from learners.organisations.viewsets.networks import (
    LocalFactViewSet,
    NetworkMembershipViewSet,
    NetworkViewSet,
)
from learners.organisations.viewsets.people import AppointmentViewSet, MembershipViewSet, PauseViewSet
from learners.organisations.viewsets.places import OrganisationViewSet, SiteViewSet, TeamViewSet

__all__ = [
    "MembershipChooserViewSet",
    "OrganisationChooserViewSet",
    "OrganisationsViewSetGroup",
    "SiteChooserViewSet",
    "TeamChooserViewSet",
]


class OrganisationsViewSetGroup(ModelViewSetGroup):
    """One place in the menu for all of these."""

    items = (
        OrganisationViewSet,
        SiteViewSet,
        TeamViewSet,
        MembershipViewSet,
        PauseViewSet,
        AppointmentViewSet,
        NetworkViewSet,
        NetworkMembershipViewSet,
        LocalFactViewSet,
        MergerViewSet,
    )
    menu_label = "Organisations"
    submenu_hook = "register_organisations_menu_item"
    menu_icon = "home"
    menu_order = 400

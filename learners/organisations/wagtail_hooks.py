"""Where organisations meet the CMS."""

from typing import Any

from wagtail import hooks

from learners.organisations.viewsets import (
    OrganisationChooserViewSet,
    OrganisationsViewSetGroup,
    TeamChooserViewSet,
)


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[Any]:
    """The registers, and the choosers that their forms use."""
    return [
        OrganisationChooserViewSet("organisation_chooser"),
        TeamChooserViewSet("team_chooser"),
        OrganisationsViewSetGroup(),
    ]

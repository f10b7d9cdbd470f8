"""Where single sign-on meets the CMS."""

from typing import Any

from wagtail import hooks

from learners.single_sign_on.viewsets import IdentityProviderViewSet


@hooks.register("register_admin_viewset")
def register_providers() -> IdentityProviderViewSet:
    """The register of providers, under Settings."""
    return IdentityProviderViewSet()


@hooks.register("register_log_actions")
def register_links(actions: Any) -> None:
    """What the audit log says of links, in the log of the provider."""
    actions.register_action("single_sign_on.link", "Link", "Linked to a person's account")
    actions.register_action("single_sign_on.unlink", "Unlink", "No longer linked to a person's account")
    actions.register_action("single_sign_on.join", "Join", "Somebody joined by their address")

"""Where requirements meet the CMS."""

from wagtail import hooks

from learners.requirements.viewsets import RequirementViewSet


@hooks.register("register_admin_viewset")
def register_viewset() -> RequirementViewSet:
    """The register of what is asked."""
    return RequirementViewSet()

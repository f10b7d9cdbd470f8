"""The app's place in Django."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Networks, organisations, who works in them, and who may see what."""

    name = "learners.organisations"
    verbose_name = "Organisations"

    def ready(self) -> None:
        """Let `check_content` look at local facts."""
        from learners.organisations import content_checks  # noqa: F401

"""The app's place in Django."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Networks, organisations, who works in them, and who may see what."""

    name = "learners.organisations"
    verbose_name = "Organisations"

    def ready(self) -> None:
        """Let `check_content` look at local facts; say who must sign in in two steps; count each sign-in."""
        from learners.organisations import content_checks, second_step  # noqa: F401
        from learners.organisations.ods import setting_check  # noqa: F401
        from learners.organisations.sessions import signals  # noqa: F401

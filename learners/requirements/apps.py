"""The app's place in Django."""

from django.apps import AppConfig


class RequirementsConfig(AppConfig):
    """Who must do which module, by when, and where each person stands."""

    name = "learners.requirements"
    verbose_name = "Requirements"

    def ready(self) -> None:
        """Take note of whatever may move somebody's standing."""
        from learners.requirements import stirring

        stirring.connect()

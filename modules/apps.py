"""The app of everything that educators make."""

from django.apps import AppConfig


class ModulesConfig(AppConfig):
    """Registers the question types and freezes an Edition whenever a module is published."""

    name = "modules"
    verbose_name = "Modules"

    def ready(self) -> None:
        """Connect the signal that freezes Editions."""
        from modules import signals  # noqa: F401

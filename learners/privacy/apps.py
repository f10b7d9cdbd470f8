"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PrivacyConfig(AppConfig):
    """What is held of a person: who sees it, who looked, their copy of it, and its end."""

    name = "learners.privacy"
    verbose_name = "Privacy"

    def ready(self) -> None:
        """Let every app say what it holds, in its module `holdings`; and check the time for which it is kept."""
        from learners.privacy import checks  # noqa: F401

        autodiscover_modules("holdings")

"""The app's place in Django."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """What is held of a person: who sees it, who looked, their copy of it, and its end."""

    name = "learners.privacy"
    verbose_name = "Privacy"

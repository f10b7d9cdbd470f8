"""The app's place in Django."""

from django.apps import AppConfig


class AttemptsConfig(AppConfig):
    """Taking a module."""

    name = "learners.attempts"
    verbose_name = "Attempts"

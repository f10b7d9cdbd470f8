"""The app's place in Django."""

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    """Telling people and managers what is due, at most once a day."""

    name = "learners.reminders"
    verbose_name = "Reminders"

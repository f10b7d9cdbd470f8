"""The app's place in Django."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """What happened, append-only, and the completions that come of it."""

    name = "learners.records"
    verbose_name = "Records"

"""The app's place in Django."""

from django.apps import AppConfig


class BulkConfig(AppConfig):
    """Doing one thing for many people at once: reminding, asking, exempting."""

    name = "learners.bulk"
    verbose_name = "Many at once"

"""The app's place in Django."""

from django.apps import AppConfig


class RostersConfig(AppConfig):
    """Staff lists as employers have them: read, compared, applied as one batch, undone."""

    name = "learners.rosters"
    verbose_name = "Rosters"

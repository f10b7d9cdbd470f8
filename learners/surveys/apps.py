"""The app's place in Django."""

from django.apps import AppConfig

from learners.surveys.hushing import hush


class SurveysConfig(AppConfig):
    """What people think of sharing, asked so that nobody can tell who said what."""

    name = "learners.surveys"
    verbose_name = "Surveys"

    def ready(self) -> None:
        """Keep links out of logs."""
        hush()

"""The app's place in Django."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """What educators learn of their content: how questions do, and what is covered for whom."""

    name = "learners.insight"
    verbose_name = "Insight"

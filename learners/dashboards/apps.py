"""The app's place in Django."""

from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    """What managers see."""

    name = "learners.dashboards"
    verbose_name = "Dashboards"

"""The app's place in Django."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Figures to take away: files, evidence packs, and links to them by e-mail."""

    name = "learners.reports"
    verbose_name = "Reports"

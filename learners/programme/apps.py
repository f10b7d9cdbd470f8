"""The app's place in Django."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """Roadmap, readiness and culture around the training."""

    name = "learners.programme"
    verbose_name = "Programme"

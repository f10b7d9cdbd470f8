"""The app's place in Django."""

from django.apps import AppConfig


class BoostersConfig(AppConfig):
    """Three questions, some weeks later, for whoever wants them."""

    name = "learners.boosters"
    verbose_name = "Boosters"

"""The app's place in Django."""

from django.apps import AppConfig


class BoostersConfig(AppConfig):
    """Three questions by e-mail, weeks after a module, and whether what was learned is used."""

    name = "learners.boosters"
    verbose_name = "Boosters"

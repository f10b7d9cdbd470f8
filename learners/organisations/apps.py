"""The app's place in Django."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Networks, organisations, who works in them, and who may see what."""

    name = "learners.organisations"
    verbose_name = "Organisations"

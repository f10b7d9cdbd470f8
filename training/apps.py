"""The composition root's app."""

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    """Puts the service together: commands, template tags, demonstration data."""

    name = "training"
    verbose_name = "Shared Records Training"

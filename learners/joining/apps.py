"""The app's place in Django."""

from django.apps import AppConfig


class JoiningConfig(AppConfig):
    """Coming in without a work e-mail address: join codes, their posters, and the way in."""

    name = "learners.joining"
    verbose_name = "Joining"

"""The app's place in Django."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """What a person meets first: their next step, their learning, and whatever else is theirs to do."""

    name = "learners.home"
    verbose_name = "Home"

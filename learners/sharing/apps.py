"""The app's place in Django."""

from django.apps import AppConfig


class SharingConfig(AppConfig):
    """What organisations agreed to share, and what each role can see where."""

    name = "learners.sharing"
    verbose_name = "Sharing"

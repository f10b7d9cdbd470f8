"""The app's place in Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Who a person is, and how they sign in."""

    name = "learners.people"
    verbose_name = "People"

    def ready(self) -> None:
        """Connect what happens at a sign-in."""
        from learners.people import signals  # noqa: F401

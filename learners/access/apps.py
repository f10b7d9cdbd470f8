"""The app's place in Django."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Who may be given an account in the shared record, and who has one."""

    name = "learners.access"
    verbose_name = "Access"

    def ready(self) -> None:
        """Listen to what moves standings."""
        from learners.access.reckoning import connect

        connect()

"""The app's place in Django."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Who may be given an account in the shared record, and who has one."""

    name = "learners.access"
    verbose_name = "Access"

"""The app's place in Django."""

from django.apps import AppConfig


class StatementsConfig(AppConfig):
    """The same history as xAPI statements, and their way to a record store."""

    name = "learners.statements"
    verbose_name = "Statements"

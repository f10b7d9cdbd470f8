"""The app's place in Django."""

from django.apps import AppConfig


class StatementsConfig(AppConfig):
    """The same history as xAPI statements, and their way to a record store."""

    name = "learners.statements"
    verbose_name = "Statements"

    def ready(self) -> None:
        """Write a statement whenever an event is recorded, and check how the record store is set."""
        from learners.records.signals import events_recorded
        from learners.statements import checks  # noqa: F401
        from learners.statements.outbox import on_events_recorded

        events_recorded.connect(on_events_recorded, dispatch_uid="write statements")

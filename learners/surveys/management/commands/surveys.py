"""manage.py surveys: open, send, settle and forget what is due, and tidy up."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from learners.surveys.actions.opening import open_due
from learners.surveys.actions.settling import forget_answers, settle_due
from learners.surveys.sending import send_links
from learners.surveys.sweeping import is_due, sweep


class Command(BaseCommand):
    """Run it every hour. It does what is due, and nothing twice; at night it sends nothing."""

    help = "Open surveys, send their links, count them on the day after the last, and forget answers after two years."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what was done. Exits with 1 when the mail server fails; what is due then waits for the next run."""
        today = timezone.localdate()
        settled, opened = settle_due(on=today), open_due(on=today)
        tally, forgotten = send_links(), forget_answers(on=today)
        if forgotten or is_due(today):
            sweep()
        self.stdout.write(
            f"Settled: {settled}. Opened: {opened}. Sent: {tally.sent}. Refused: {tally.refused}. "
            f"Forgotten: {forgotten}."
        )
        if tally.problem:
            raise CommandError(
                f"The mail server failed ({tally.problem}). What is due waits for the next run."
            )

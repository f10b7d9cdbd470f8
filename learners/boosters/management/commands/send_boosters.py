"""manage.py send_boosters: three questions to those who want them, some weeks after a module."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from learners.boosters.sending import send_boosters


class Command(BaseCommand):
    """Run it every hour, after send_reminders, whose e-mails go first: nobody gets two on a day, or one at night."""

    help = "Send the boosters that are due: three questions each, to those who chose to get them."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send, and say how many. Exits with 1 when the mail server fails; what is due then waits for the next run."""
        tally = send_boosters()
        self.stdout.write(f"Sent: {tally.sent}. Refused: {tally.refused}.")
        if tally.problem:
            raise CommandError(
                f"The mail server failed ({tally.problem}). What is due waits for the next run."
            )

"""manage.py send_reminders: what is due and late, to people; the figures of the week, to managers."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from learners.reminders.sending import send_reminders


class Command(BaseCommand):
    """Run it every hour. Each person gets one e-mail a day at most, and nothing twice; at night nothing is sent."""

    help = "Send reminders of what is due and late, and managers' weekly figures."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send, and say how many. Exits with 1 when the mail server fails; what is left waits for the next run."""
        tally = send_reminders(say=self.stdout.write)
        self.stdout.write(f"Sent: {tally.sent}. Refused: {tally.refused}.")
        if tally.problem:
            raise CommandError(
                f"The mail server failed ({tally.problem}). What is left waits for the next run."
            )

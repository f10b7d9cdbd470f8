"""manage.py send_reports: links to the reports that people want every week or month."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from learners.reports.sending import send_reports


class Command(BaseCommand):
    """Run it every hour. Each report is sent once for each week or month, and nothing at night."""

    help = "Send links to the reports that people asked for regularly."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send, and say how many. Exits with 1 when the mail server fails; what is left waits for the next run."""
        tally = send_reports()
        self.stdout.write(f"Sent: {tally.sent}. Refused: {tally.refused}.")
        if tally.problem:
            raise CommandError(
                f"The mail server failed ({tally.problem}). What is left waits for the next run."
            )

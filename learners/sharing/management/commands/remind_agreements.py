"""manage.py remind_agreements: owners of sharing agreements are told of the review, 90 and 30 days before."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from learners.sharing.noticing import remind_owners


class Command(BaseCommand):
    """Run it every day. Each review is told of twice at most, and nothing twice."""

    help = "Tell owners of sharing agreements that a review comes."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send, and say how many. Exits with 1 when the mail server fails; what is left waits for the next run."""
        tally = remind_owners()
        self.stdout.write(f"Sent: {tally.sent}. Refused: {tally.refused}.")
        if tally.problem:
            raise CommandError(
                f"The mail server failed ({tally.problem}). What is left waits for the next run."
            )

"""manage.py send_follow_ups: ask people, once and some weeks later, how their next shift went."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from learners.reflection.follow_ups import send_due
from learners.reminders.daily import is_quiet


class Command(BaseCommand):
    """Run it every hour. It sends what is due, and nothing twice; at night and at weekends it sends nothing."""

    help = "Send the follow-ups that are due: one e-mail, four to six weeks after a module, to those who want it."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send, and say how many. Exits with 1 when the mail server fails; what is due then waits for the next run."""
        if is_quiet(timezone.now()):
            self.stdout.write("Quiet hours: these go from 11:00 to 20:00, from Monday to Friday.")
            return
        tally = send_due()
        self.stdout.write(f"Sent: {tally.sent}. Refused: {tally.refused}.")
        if tally.problem:
            raise CommandError(
                f"The mail server failed ({tally.problem}). What is due waits for the next run."
            )

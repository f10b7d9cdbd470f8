"""`manage.py demo`: the demonstration, ready to be looked at."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from training.demo.build import build, is_built
from training.demo.people import PASSWORD, VISITORS

TRY_FIRST = """
What to try first
  1. Without signing in: choose what you work as, and find a moment. Two taps.
  2. Sign in as the clinician. Carry on with “May I look?”: a record to open, a scenario, the check, your next shift.
  3. Sign in as the manager. See who has not done it, and why they are overdue.
  4. Sign in as the educator. Open a practice record; preview a module as a map of its scenario.
  5. Sign in as the clinical reviewer. See what stands between a draft and learners.
  6. Sign in as the network lead. Open the programme around the training: docs/tour.md goes through it.

People and patients are fictional. Nothing of the demonstration is clinically approved.
"""
TWO_STEPS = (
    "\nEverybody signs in in one step here. In production, managers and the staff of the content system take a second:"
    "\nSECOND_STEP_REQUIRED=on make demo   shows it."
)


class Command(BaseCommand):
    """Migrates, builds the demonstration once, and prints who can sign in."""

    help = "Prepare the demonstration: migrate, build its data if it is not there yet, print the sign-ins."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it. What was done in the demonstration before is kept."""
        if not settings.DEMO_MODE:
            raise CommandError("This is not a demonstration: it runs only with DEMO_MODE on.")
        Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        if is_built():
            self.stdout.write("The demonstration is there already: what was done in it is kept.")
        else:
            self.stdout.write(
                "Building the demonstration: eleven organisations, 400 people, eight weeks. A few minutes."
            )
            self.stdout.flush()
            build()
        self.print_sign_ins()

    def print_sign_ins(self) -> None:
        """Print who can sign in, and what to try."""
        width = max(len(visitor.who) for visitor in VISITORS)
        self.stdout.write(f"\nSign in with the password: {PASSWORD}")
        for visitor in VISITORS:
            self.stdout.write(f"  {visitor.who:<{width}}  {visitor.email:<26}  {PASSWORD}")
        if not settings.SECOND_STEP_REQUIRED:
            self.stdout.write(TWO_STEPS)
        self.stdout.write(TRY_FIRST)

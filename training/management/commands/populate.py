"""manage.py populate --people 1500000 --organisations 1000"""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from training.demo.population import populate


class Command(BaseCommand):
    """Makes people by the million, to see how the service behaves at the size of a country."""

    help = "Make fictional people in organisations and networks, for measuring. Only where DEMO_MODE or DEBUG is on."

    def add_arguments(self, parser: CommandParser) -> None:
        """How many."""
        parser.add_argument("--people", type=int, default=1_500_000)
        parser.add_argument("--organisations", type=int, default=1_000)

    def handle(self, *args: Any, people: int, organisations: int, **options: Any) -> None:
        """Make them, and say how fast."""
        if not (settings.DEMO_MODE or settings.DEBUG):
            raise CommandError(
                "Fictional people belong in a demonstration: set DEMO_MODE, in a database of its own."
            )
        if people < 1 or organisations < 1:
            raise CommandError("Give at least one person and one organisation.")
        began = time.monotonic()

        def tell(made: int) -> None:
            self.stdout.write(f"{made:>12,} people, {time.monotonic() - began:6.0f} seconds")

        populate(people, organisations, tell=tell)

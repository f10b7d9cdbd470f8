"""Write and queue whatever statement is missing."""

from typing import Any

from django.core.management.base import BaseCommand

from learners.statements.catching_up import backfill


class Command(BaseCommand):
    """Can be stopped and run again at any time, beside everything else."""

    help = "Write the statements of events that have none, and queue statements that were never queued."

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill up, and say how much there was to do."""
        written, queued = backfill(
            destination="default", progress=lambda done: self.stdout.write(f"{done} written …")
        )
        self.stdout.write(f"Written {written}, queued {queued}.")

"""manage.py watch_rosters FOLDER"""

import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from learners.rosters.actions import drop_old
from learners.rosters.folder import STILL, look_through

FORGOTTEN_AFTER = datetime.timedelta(days=14)


class Command(BaseCommand):
    """Takes in the staff lists of a folder. For a scheduled task: each run looks once."""

    help = (
        "Take in every staff list in FOLDER/<ODS code>/. Files that were read are deleted. Lists that nobody has "
        "decided on for 14 days are forgotten."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Which folder, and what to do."""
        parser.add_argument("folder", type=Path)
        parser.add_argument("--apply", action="store_true", help="Apply each list, unless it is refused.")
        parser.add_argument(
            "--whole", action="store_true", help="Lists name everybody: whoever is not on one leaves."
        )
        parser.add_argument(
            "--still", type=int, default=STILL, help="Seconds without a change before a file is read."
        )

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        """Say what became of each file; fail where one could not be taken in."""
        if not folder.is_dir():
            raise CommandError(f"There is no folder {folder}.")
        forgotten = drop_old(before=timezone.now() - FORGOTTEN_AFTER)
        if forgotten:
            self.stdout.write(f"{forgotten} lists were forgotten: nobody decided on them.")
        troubles = 0
        for seen in look_through(
            folder, applies=options["apply"], is_whole=options["whole"], still=options["still"]
        ):
            state = seen.made.get_state_display().lower() if seen.made else "refused"
            self.stdout.write(f"{seen.path.parent.name}/{seen.path.name}: {state}. {seen.trouble}".rstrip())
            troubles += bool(seen.trouble)
        if troubles:
            raise CommandError(f"{troubles} of the lists could not be applied.")

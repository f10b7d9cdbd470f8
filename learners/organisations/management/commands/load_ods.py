"""Load a file of the Organisation Data Service."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from learners.organisations.ods.loading import load
from learners.organisations.ods.rows import WrongFile


class Command(BaseCommand):
    """Replaces the organisations that were loaded before, all or none. Nothing of ours changes by it."""

    help = (
        "Load organisations from CSV files, or zip files that hold some, for the look-up of ODS codes. "
        "The files together take the place of those that were loaded before."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the files."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        """Load, and say what came of it."""
        try:
            loaded = load(paths=files)
        except WrongFile as problem:
            raise CommandError(f"{problem} Nothing was changed.", returncode=1) from problem
        self.stdout.write(
            f"{loaded.entries:,} organisations are loaded; there were {loaded.before:,} before."
        )
        if loaded.repeated:
            self.stdout.write(f"{loaded.repeated:,} rows named a code again. The first one counts.")

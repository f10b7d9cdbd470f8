"""manage.py import_roster RR8 staff.csv"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from learners.organisations.models import Organisation
from learners.rosters.folder import applied_or_waiting, bring_file
from learners.rosters.models import RosterImport
from learners.rosters.reading.file import FileRefused
from learners.rosters.reporting import counts_of


class Command(BaseCommand):
    """Previews a staff list, and applies it when told to."""

    help = "Preview the staff list of an organisation; with --apply, apply it. Administrators see it on the site, too."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which organisation, which file, and what to do."""
        parser.add_argument("ods_code", help="The organisation's ODS code.")
        parser.add_argument("file", type=Path, help="A CSV or Excel file.")
        parser.add_argument("--apply", action="store_true", help="Apply it, unless it is refused.")
        parser.add_argument(
            "--whole", action="store_true", help="It names everybody: whoever is not on it leaves."
        )

    def handle(self, *args: Any, ods_code: str, file: Path, **options: Any) -> None:
        """Say what would happen, or what happened."""
        organisation = Organisation.objects.filter(ods_code=ods_code.upper()).first()
        if organisation is None:
            raise CommandError(f"No organisation here has the ODS code {ods_code}.")
        try:
            made = bring_file(organisation, file, is_whole=options["whole"])
        except (FileRefused, OSError) as refused:
            raise CommandError(str(refused)) from refused
        trouble = ""
        if options["apply"]:
            seen = applied_or_waiting(file, made)
            made, trouble = seen.made or made, seen.trouble
        self._tell(made)
        if trouble:
            raise CommandError(trouble)

    def _tell(self, made: RosterImport) -> None:
        for count in counts_of(made):
            self.stdout.write(f"{count.number:>8,}  {count.label.lower()}")
        if made.ignored:
            self.stdout.write(f"{made.ignored} columns ignored, {made.sensitive} of them looked sensitive.")
        self.stdout.write(f"{made.get_state_display()}: {made.uuid}")

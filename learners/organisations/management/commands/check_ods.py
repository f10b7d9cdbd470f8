"""Compare all organisations with the loaded file of the Organisation Data Service."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from learners.organisations.ods.checking import check
from learners.organisations.ods.comparing import Difference
from learners.organisations.ods.offline import loaded


class Command(BaseCommand):
    """Lists what differs, and changes nothing.

    The exit status is 1 when an organisation is closed or renamed, with --strict also when the file does not know
    one; 2 when no file is loaded.
    """

    help = "List organisations whose ODS code is closed, renamed or unknown by the loaded file (load_ods)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --strict."""
        parser.add_argument("--strict", action="store_true", help="Let an unknown code count as an error.")

    def handle(self, *args: Any, strict: bool, **options: Any) -> None:
        """Compare, list, and fail where it must."""
        load = loaded()
        if load is None:
            raise CommandError("No file is loaded. Load one first: manage.py load_ods FILE.", returncode=2)
        found = list(check(load, today=timezone.localdate()))
        for finding in found:
            self.stdout.write(str(finding))
        since = f"{timezone.localtime(load.loaded_at):%-d %B %Y}"
        self.stdout.write(f"Compared with {load.files}, loaded on {since}: {load.entries:,} organisations.")
        errors = [one for one in found if strict or one.difference is not Difference.UNKNOWN]
        if errors:
            raise CommandError(f"{len(errors)} to look at.", returncode=1)
        self.stdout.write(f"Nothing to mend{f', {len(found)} not known' if found else ''}.")

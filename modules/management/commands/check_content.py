"""manage.py check_content: what is wrong with everything published."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from modules.content_checks import Severity, findings


class Command(BaseCommand):
    """Lists what it finds. The exit status is 1 when there is an error; with --strict, also when there is a warning."""

    help = (
        "Scans everything published: identifiers that could be real, wrong claims, overdue reviews, facts that move, "
        "broken links, missing alternative text, scenarios that do not hold together."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --strict."""
        parser.add_argument("--strict", action="store_true", help="Let warnings count as errors.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, list, and fail where it must."""
        found = list(findings(timezone.localdate()))
        for finding in found:
            self.stdout.write(str(finding))
        errors = [each for each in found if options["strict"] or each.severity is Severity.ERROR]
        if errors:
            raise CommandError(f"{len(errors)} to mend.", returncode=1)
        self.stdout.write(f"Nothing to mend{f', {len(found)} to look at' if found else ''}.")

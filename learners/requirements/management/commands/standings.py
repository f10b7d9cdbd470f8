"""The daily pass: works out what was noted, and what the calendar has turned; keeps the figures of month ends."""

import datetime
import resource
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from learners.organisations.models import Organisation
from learners.requirements.counting import keep_month
from learners.requirements.keeping import catch_up, differences
from learners.requirements.models import KeptStanding
from learners.requirements.stirring import stir


class Command(BaseCommand):
    """`manage.py standings`: every day soon after midnight, and as often as you like."""

    help = (
        "Brings the table of standings up to date and keeps the figures of the last month end. Run it every day after "
        "midnight; running it more often costs little. --check compares the table with a fresh look at everybody and "
        "fails where they differ. --rebuild works everybody out again first."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """How."""
        parser.add_argument(
            "--check", action="store_true", help="compare; exit with 1 where anything differs"
        )
        parser.add_argument("--rebuild", action="store_true", help="work everybody out again")

    def handle(self, *args: Any, check: bool = False, rebuild: bool = False, **options: Any) -> None:
        """Go through the organisations, one transaction each."""
        began, found = time.monotonic(), 0
        organisations = list(Organisation.objects.order_by("pk").values_list("pk", flat=True))
        month_end = timezone.localdate().replace(day=1) - datetime.timedelta(days=1)
        for organisation in organisations:
            if rebuild:
                stir([organisation])
            catch_up(organisation, at_most=None)
            keep_month(organisation, month_end)
            if check:
                found += self._compare(organisation)
        self._say(len(organisations), time.monotonic() - began)
        if found:
            raise CommandError(f"{found} standings differ from what they should be.")

    def _compare(self, organisation: int) -> int:
        found = 0
        for line in differences(organisation):
            self.stderr.write(f"Organisation {organisation}: {line}")
            found += 1
        return found

    def _say(self, organisations: int, seconds: float) -> None:
        rows = KeptStanding.objects.current().count()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        self.stdout.write(
            f"{organisations} organisations, {rows} standings, {seconds:.1f} s, "
            f"{rows / max(seconds, 0.001):.0f} a second, at most {memory} MiB of memory."
        )

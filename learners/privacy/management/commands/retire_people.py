"""manage.py retire_people: anonymise people who left so long ago that nobody needs their names any more."""

import logging
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from learners.people.models import User
from learners.privacy.actions.anonymising import NotNow, anonymise
from learners.privacy.actions.looking import forget_old_looks
from learners.privacy.retention import past_retention

logger = logging.getLogger(__name__)

REASON = "{years} years after the last tie to this service"


class Command(BaseCommand):
    """Run it every night. Each person is a transaction of their own, so it can stop at any moment and go on later."""

    help = "Anonymise people whose last membership ended more than RETENTION_YEARS ago; delete looks of two years ago."

    def add_arguments(self, parser: CommandParser) -> None:
        """A dry run counts, and changes nothing."""
        parser.add_argument(
            "--dry-run", action="store_true", help="Say how many it would be. Nothing is changed."
        )
        parser.add_argument("--batch", type=int, default=500, help="How many people are looked up at once.")
        parser.add_argument(
            "--most", type=int, default=None, help="Stop after so many. The next run goes on."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Anonymise, and say how many. Exits with 1 where somebody could not be."""
        if options["dry_run"]:
            count = past_retention(timezone.localdate()).count()
            self.stdout.write(f"Would anonymise: {count}. Nothing was changed.")
            return
        done = failed = 0
        for person in self._due(options["batch"]):
            if done == options["most"]:
                break
            try:
                done += anonymise(
                    person=person, by=None, reason=REASON.format(years=settings.RETENTION_YEARS)
                )
            except NotNow:  # they came back, or were held, since they were looked up
                continue
            except Exception as problem:  # what the database says of it may hold the very name that should go
                failed += 1
                logger.error("Person %s could not be anonymised: %s.", person.pk, type(problem).__name__)
        looks = forget_old_looks()
        self.stdout.write(f"Anonymised: {done}. Failed: {failed}. Old looks deleted: {looks}.")
        if failed:
            raise CommandError("Some could not be anonymised. The log says which. The next run tries again.")

    def _due(self, size: int) -> Iterator[User]:
        """Everybody who is due, some at a time, each once: whoever fails is passed over until the next run."""
        last = 0
        while batch := list(past_retention(timezone.localdate()).filter(pk__gt=last)[:size]):
            yield from batch
            last = batch[-1].pk

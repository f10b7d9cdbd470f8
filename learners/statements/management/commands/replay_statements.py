"""Send statements again that a record store lost."""

from argparse import ArgumentTypeError
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive, make_aware

from learners.statements.catching_up import replay
from learners.statements.destinations import wanted_by
from learners.statements.models import Destination
from learners.statements.selectors import stored_since


def moment(text: str) -> Any:
    """A moment from the command line; without a time zone it is one here."""
    try:
        found = parse_datetime(text)
    except ValueError:
        found = None
    if found is None:
        raise ArgumentTypeError("write it as 2026-11-22T10:00")
    return make_aware(found) if is_naive(found) else found


class Command(BaseCommand):
    """Harmless where the store has them: it knows them by their ids."""

    help = "Send statements to the record store again: by id, or all that were stored since a moment."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say which."""
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--id", type=UUID, action="append", dest="ids", default=[])
        which.add_argument("--since", type=moment, metavar="MOMENT")
        parser.add_argument("--destination", metavar="NAME", default=Destination.DEFAULT)

    def handle(
        self, *args: Any, ids: list[UUID], since: Any, destination: str = Destination.DEFAULT, **options: Any
    ) -> None:
        """Queue them, for deliver_statements to send."""
        chosen = ids or list(stored_since(since).values_list("pk", flat=True))
        found = Destination.objects.exclude(name=Destination.DEFAULT).filter(name=destination).first()
        if found is None and destination != Destination.DEFAULT:
            raise CommandError(f"There is no record store named {destination}.")
        queued = replay(destination=destination, ids=wanted_by(found, chosen) if found else chosen)
        self.stdout.write(f"Queued {queued} again. deliver_statements sends them.")

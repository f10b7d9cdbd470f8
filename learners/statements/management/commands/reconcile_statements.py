"""Ask a record store for everything that was delivered to it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from learners.sealing import NoKey
from learners.statements.catching_up import missing_at
from learners.statements.client import StoreProblem
from learners.statements.destinations import destination_named, store_of
from learners.statements.models import Destination


class Command(BaseCommand):
    """Reads only. It exits with 1 when anything is missing, and prints each id on a line of its own."""

    help = "Find statements that count as delivered and that the record store does not have."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say which store."""
        parser.add_argument("--destination", metavar="NAME", default=Destination.DEFAULT)

    def handle(self, *args: Any, destination: str = Destination.DEFAULT, **options: Any) -> None:
        """Compare, one by one."""
        found = destination_named(destination)
        if found is None:
            raise CommandError(
                "No record store is set (XAPI_ENDPOINT)."
                if destination == Destination.DEFAULT
                else f"There is no record store named {destination} in use."
            )
        missing = 0
        try:
            with store_of(found) as store:
                for statement_id in missing_at(store, destination=destination, progress=self._say):
                    missing += 1
                    self.stdout.write(str(statement_id))
        except NoKey as problem:
            raise CommandError(str(problem)) from problem
        except StoreProblem as problem:
            raise CommandError(f"The store said: {problem.reason}") from problem
        if missing:
            raise CommandError(f"{missing} missing. replay_statements --id … sends them again.")
        self.stdout.write("Nothing is missing.")

    def _say(self, done: int) -> None:
        self.stderr.write(f"{done} asked after …")

"""Ask a record store for everything that was delivered to it."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from learners.statements.catching_up import missing_at
from learners.statements.client import RecordStore, StoreProblem
from learners.statements.selectors import store_is_configured


class Command(BaseCommand):
    """Reads only. It exits with 1 when anything is missing, and prints each id on a line of its own."""

    help = "Find statements that count as delivered and that the record store does not have."

    def handle(self, *args: Any, **options: Any) -> None:
        """Compare, one by one."""
        if not store_is_configured():
            raise CommandError("No record store is set (XAPI_ENDPOINT).")
        missing = 0
        try:
            with RecordStore(**settings.XAPI_STORE) as store:
                for statement_id in missing_at(store, destination="default", progress=self._say):
                    missing += 1
                    self.stdout.write(str(statement_id))
        except StoreProblem as problem:
            raise CommandError(f"The store said: {problem.reason}") from problem
        if missing:
            raise CommandError(f"{missing} missing. replay_statements --id … sends them again.")
        self.stdout.write("Nothing is missing.")

    def _say(self, done: int) -> None:
        self.stderr.write(f"{done} asked after …")

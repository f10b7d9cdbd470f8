"""Send waiting statements to the record store."""

import signal
import threading
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from learners.statements.actions import end_pause
from learners.statements.client import RecordStore, StoreRefuses
from learners.statements.delivery import Tally, drain
from learners.statements.selectors import outbox_state, store_is_configured


class Command(BaseCommand):
    """Drains the outbox once, or again and again. Nothing is lost whenever it stops, and any number may run at once.

    It exits with 1 when the store refuses our credentials or address, with --watch, too: they come from the
    environment, so only a new start can mend that.
    """

    help = "Send waiting xAPI statements to the record store."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be asked."""
        parser.add_argument(
            "--watch", type=float, metavar="SECONDS", help="Look again after so many seconds, for ever."
        )
        parser.add_argument("--now", action="store_true", help="Don't wait for the end of a pause.")

    def handle(self, *args: Any, watch: float | None, now: bool, **options: Any) -> None:
        """Drain, where there is somewhere to drain to."""
        if not store_is_configured():
            kept = outbox_state().waiting_in_words
            self.stdout.write(f"No record store is set (XAPI_ENDPOINT). Statements are kept here: {kept}.")
            return
        if now:
            end_pause()
        if watch is None:
            self._drain(threading.Event(), quiet=False)
        else:
            self._watch(watch)

    def _watch(self, seconds: float) -> None:
        stopped = threading.Event()

        def stop(number: int, frame: FrameType | None) -> None:
            stopped.set()

        before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            while not stopped.is_set():
                self._drain(stopped, quiet=True)
                close_old_connections()
                stopped.wait(seconds)
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
        self.stdout.write("Stopped.")

    def _drain(self, stopped: threading.Event, *, quiet: bool) -> None:
        with RecordStore(**settings.XAPI_STORE) as store:
            tally = drain(store, stop=stopped.is_set)
        if not quiet or tally.delivered or tally.dead or tally.problem:
            self.stdout.write(_in_words(tally))
        if isinstance(tally.problem, StoreRefuses):
            raise CommandError(
                f"The record store refuses us: {tally.problem.reason}. Look at XAPI_ENDPOINT, XAPI_USERNAME and "
                "XAPI_PASSWORD, and at what these credentials may do there. The statements are kept."
            )


def _in_words(tally: Tally) -> str:
    state = outbox_state()
    since = f" since {timezone.localtime(state.oldest_waiting_since):%d %b %Y %H:%M}" if state.waiting else ""
    lines = [f"Delivered {tally.delivered}, refused {tally.dead}. Waiting: {state.waiting_in_words}{since}."]
    if tally.problem:
        lines.append(f"The store said: {tally.problem.reason}")
    if state.paused_until and state.paused_until > timezone.now():
        lines.append(f"Next try after {timezone.localtime(state.paused_until):%H:%M:%S} (--now: at once).")
    return "\n".join(lines)

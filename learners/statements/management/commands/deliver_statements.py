"""Send waiting statements to the record store."""

import signal
import threading
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from learners.sealing import NoKey
from learners.statements.actions import end_pause
from learners.statements.client import StoreRefuses
from learners.statements.delivery import Tally, drain
from learners.statements.destinations import destinations, queue, store_of, wording_of
from learners.statements.models import Destination
from learners.statements.selectors import outbox_state


class Command(BaseCommand):
    """Drains the outbox once, or again and again. Nothing is lost whenever it stops, and any number may run at once.

    One store that fails holds up no other. It exits with 1 when a store refuses our credentials or address. With
    --watch, only for the store of the environment, which a new start alone can mend: others are mended in the CMS.
    """

    help = "Send waiting xAPI statements to the record stores."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be asked."""
        parser.add_argument(
            "--watch", type=float, metavar="SECONDS", help="Look again after so many seconds, for ever."
        )
        parser.add_argument("--now", action="store_true", help="Don't wait for the end of a pause.")
        parser.add_argument("--destination", metavar="NAME", help="Only to this record store.")

    def handle(
        self, *args: Any, watch: float | None, now: bool, destination: str | None = None, **options: Any
    ) -> None:
        """Drain, where there is somewhere to drain to."""
        chosen = self._chosen(destination)
        if not chosen:
            kept = outbox_state().waiting_in_words
            self.stdout.write(f"No record store is set (XAPI_ENDPOINT). Statements are kept here: {kept}.")
            return
        if now:
            for each in chosen:
                end_pause(each.name)
        if watch is None:
            self._drain_all(destination, threading.Event(), quiet=False)
        else:
            self._watch(destination, watch)

    def _chosen(self, name: str | None) -> list[Destination]:
        found = [each for each in destinations() if name in (None, each.name)]
        if name and not found:
            raise CommandError(f"There is no record store named {name} in use.")
        return found

    def _watch(self, destination: str | None, seconds: float) -> None:
        stopped = threading.Event()

        def stop(number: int, frame: FrameType | None) -> None:
            stopped.set()

        before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            while not stopped.is_set():
                self._drain_all(destination, stopped, quiet=True)
                close_old_connections()
                stopped.wait(seconds)
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
        self.stdout.write("Stopped.")

    def _drain_all(self, name: str | None, stopped: threading.Event, *, quiet: bool) -> None:
        """Drain each. What refuses us is told when all had their turn."""
        chosen = self._chosen(name)
        problems = {each: self._drain(each, stopped, quiet=quiet, alone=len(chosen) == 1) for each in chosen}
        refusing = [
            _refusal(each, said) for each, said in problems.items() if said and (each.is_default or not quiet)
        ]
        if refusing:
            raise CommandError(" ".join(refusing))

    def _drain(self, destination: Destination, stopped: threading.Event, *, quiet: bool, alone: bool) -> str:
        """Drain one, and say why it refuses us; nothing where it does not."""
        try:
            wording = wording_of(destination)
            queue(destination)
            with store_of(destination) as store:
                tally = drain(store, destination=destination.name, stop=stopped.is_set, wording=wording)
        except NoKey as problem:
            return str(problem)
        if not quiet or tally.delivered or tally.dead or tally.problem:
            self.stdout.write(("" if alone else f"{destination}: ") + _in_words(destination, tally))
        return tally.problem.reason if isinstance(tally.problem, StoreRefuses) else ""


def _refusal(destination: Destination, said: str) -> str:
    if destination.is_default:
        return (
            f"The record store refuses us: {said}. Look at XAPI_ENDPOINT, XAPI_USERNAME and XAPI_PASSWORD, and at what "
            "these credentials may do there. The statements are kept."
        )
    return f"{destination} refuses us: {said}. Look at it in the CMS, under Record stores. The statements are kept."


def _in_words(destination: Destination, tally: Tally) -> str:
    state = outbox_state(destination.name)
    since = f" since {timezone.localtime(state.oldest_waiting_since):%d %b %Y %H:%M}" if state.waiting else ""
    lines = [f"Delivered {tally.delivered}, refused {tally.dead}. Waiting: {state.waiting_in_words}{since}."]
    if tally.problem:
        lines.append(f"The store said: {tally.problem.reason}")
    if state.paused_until and state.paused_until > timezone.now():
        lines.append(f"Next try after {timezone.localtime(state.paused_until):%H:%M:%S} (--now: at once).")
    return "\n".join(lines)

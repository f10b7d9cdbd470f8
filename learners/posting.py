"""Handing e-mails to the mail server so that a crash in the middle neither repeats nor loses one.

Each is leased by one sender, sent outside any transaction, and marked. A crash before the mail server has it lets the
lease run out, and it is sent. A crash between the mail server's yes and our mark cannot be told from that, so it is
sent again, with the same Message-ID, by which a mailbox can tell that it has it.
"""

import datetime
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from smtplib import SMTPDataError, SMTPNotSupportedError, SMTPRecipientsRefused

logger = logging.getLogger(__name__)

LEASE = datetime.timedelta(minutes=10)

REFUSED = (SMTPRecipientsRefused, SMTPDataError, SMTPNotSupportedError, ValueError)
"""What is wrong with one e-mail or its address. Any other OSError is the mail server's, and ends the run."""

type Clock = Callable[[], datetime.datetime]


@dataclass(slots=True)
class Tally:
    """What a run did. `problem` is why it ended early."""

    sent: int = 0
    refused: int = 0
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class Post[Letter]:
    """One kind of e-mail, and how it is kept.

    `lease` gives the letter to this sender alone, or None where another has it or it is not to be sent; `hand_over`
    raises what the mail server raises.
    """

    kind: str
    is_quiet: Callable[[datetime.datetime], bool]
    lease: Callable[[int, datetime.datetime], Letter | None]
    hand_over: Callable[[Letter], None]
    sent: Callable[[Letter, datetime.datetime], None]
    refused: Callable[[Letter, datetime.datetime], None]

    def send(self, keys: Iterable[int], now: Clock) -> Tally:
        """Send what is due until nothing is, it is night, or the mail server fails. Any number may run at once."""
        tally = Tally()
        for key in keys:
            if self.is_quiet(now()):
                break
            letter = self.lease(key, now())
            if letter is not None:
                self._send(key, letter, tally, now)
            if tally.problem:
                break
        return tally

    def _send(self, key: int, letter: Letter, tally: Tally, now: Clock) -> None:
        """Send one, and mark it. Of what fails, neither the log nor anybody is told to whom it was."""
        try:
            self.hand_over(letter)
        except REFUSED as problem:
            tally.refused += 1
            logger.warning("%s %s was refused: %s.", self.kind, key, type(problem).__name__)
            self.refused(letter, now())
        except OSError as problem:  # it may have taken this one, so the lease stays
            tally.problem = type(problem).__name__
            logger.warning("%s %s was not sent: %s.", self.kind, key, tally.problem)
        else:
            tally.sent += 1
            self.sent(letter, now())

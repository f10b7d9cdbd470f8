"""How often codes may be guessed, e-mails sent and staff numbers tried, however many addresses the guesser has."""

from typing import Any

from allauth.core.internal.ratelimit import consume, respond_429
from django.http import HttpRequest, HttpResponse

from learners.organisations.models import Organisation

EVERYBODY = "everybody"
# A right code costs nothing: a whole hospital may join from behind one network address on one morning.
MISSES = "60/10m/ip,600/10m/key"
MAILS_FROM_HERE = "300/h/ip"
MAILS_TO_ADDRESS = "5/h/key,10/d/key"
NUMBERS = "5/h/key"
NUMBERS_IN_ALL = "100/h/key"


def _within(request: HttpRequest, action: str, rate: str, key: str = EVERYBODY, **how: Any) -> bool:
    config = {action: rate}
    return bool(
        consume(request, app="learners", action=action, config=config, key=key, limit_get=True, **how)
    )


def may_try_code(request: HttpRequest) -> bool:
    """Whether a code may be looked up, after all that were wrong: from this network address, and from anywhere."""
    return _within(request, "join_code", MISSES, dry_run=True)


def missed_code(request: HttpRequest) -> None:
    """Count a code that there is not."""
    _within(request, "join_code", MISSES)


def may_send_from_here(request: HttpRequest) -> bool:
    """Count an e-mail against this network address; False where it was one too many."""
    return _within(request, "join_mail_from", MAILS_FROM_HERE)


def may_send_to(request: HttpRequest, email: str) -> bool:
    """Count an e-mail against its address; False where it was one too many."""
    return _within(request, "join_mail_to", MAILS_TO_ADDRESS, email)


def may_try_number(request: HttpRequest, email: str, organisation: Organisation) -> bool:
    """Whether a staff number may be tried, after all that did not fit: by this address, and at this organisation."""
    return _within(request, "join_number", NUMBERS, email, dry_run=True) and _within(
        request, "join_numbers", NUMBERS_IN_ALL, str(organisation.uuid), dry_run=True
    )


def missed_number(request: HttpRequest, email: str, organisation: Organisation) -> None:
    """Count a staff number that did not fit its name."""
    _within(request, "join_number", NUMBERS, email)
    _within(request, "join_numbers", NUMBERS_IN_ALL, str(organisation.uuid))


def too_many(request: HttpRequest) -> HttpResponse:
    """The page that says to wait."""
    return respond_429(request)

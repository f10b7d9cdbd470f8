"""What a session knows of its sign-in, and of what is held for the person."""

import secrets
import time
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest
from django.utils import timezone

from learners.organisations.sessions.limits import SignIn
from learners.organisations.sessions.selectors import idle_minutes_of, pages_with_held_words

SIGN_IN = "shared_computer"
HELD = "held_words"


def now() -> int:
    """The time, in whole seconds since 1970."""
    return int(time.time())


def limit() -> int:
    """How long any sign-in lasts at most. The age of the session's cookie alone would slide with each write."""
    return int(settings.SESSION_COOKIE_AGE)


def has_session(request: HttpRequest) -> bool:
    """Whether somebody may be signed in. Asks nothing of the database where no cookie came."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session


def person_id(request: HttpRequest) -> Any:
    """The key of who is signed in."""
    return request.session.get(SESSION_KEY)


def begin(request: HttpRequest, person: Any) -> SignIn:
    """Count a sign-in from now."""
    moment = now()
    sign_in = SignIn(tag=secrets.token_hex(8), seen=moment, spent=0, minutes=0, asked=moment)
    sign_in = _ask(sign_in, person, moment)
    write(request, sign_in)
    request.session[HELD] = pages_with_held_words(person)
    return sign_in


def read(request: HttpRequest) -> SignIn:
    """The sign-in of a request. One that began before we counted is counted from now."""
    found: Any = request.session.get(SIGN_IN)
    try:
        return SignIn(**found)
    except TypeError:
        return begin(request, person_id(request))


def write(request: HttpRequest, sign_in: SignIn) -> None:
    """Keep it in the session."""
    request.session[SIGN_IN] = asdict(sign_in)


def note_activity(request: HttpRequest) -> None:
    """The person did something. Written at most once a minute; now and then the employers are asked again."""
    sign_in, moment = read(request), now()
    if not sign_in.is_due(moment):
        return
    if sign_in.should_ask(moment):
        sign_in = _ask(sign_in, person_id(request), moment)
    write(request, sign_in.active(moment))


def note_clock(request: HttpRequest) -> None:
    """Something happened by itself: that counts for nothing, but a clock that was put back must run from here."""
    sign_in, moment = read(request), now()
    if sign_in.was_put_back(moment):
        write(request, sign_in.active(moment))


def _ask(sign_in: SignIn, person: Any, moment: int) -> SignIn:
    return sign_in.allowed(idle_minutes_of(person, timezone.localdate()), moment)

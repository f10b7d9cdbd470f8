"""How far somebody is on the way in. It is in their session alone: addresses name no person."""

import time
import uuid
from dataclasses import dataclass

from django.http import HttpRequest

from learners.joining.models import JoinCode

KEY = "joining"
LASTS = 30 * 60  # seconds: what somebody left open is not for the next person at this computer


@dataclass(frozen=True)
class Way:
    """An address to which digits were sent, and whether they came back."""

    email: str
    proof: uuid.UUID
    is_proven: bool


def way_of(request: HttpRequest, code: JoinCode) -> Way | None:
    """How far they are with this code; None where they have not begun, or it was too long ago."""
    kept = request.session.get(KEY, {}).get(code.code)
    if not kept or kept["at"] < time.time() - LASTS:
        return None
    return Way(kept["email"], uuid.UUID(kept["proof"]), kept["is_proven"])


def keep_way(request: HttpRequest, code: JoinCode, way: Way) -> None:
    """Keep how far they are."""
    step = {"email": way.email, "proof": str(way.proof), "is_proven": way.is_proven, "at": time.time()}
    request.session[KEY] = request.session.get(KEY, {}) | {code.code: step}


def forget_ways(request: HttpRequest) -> None:
    """Leave nothing behind."""
    request.session.pop(KEY, None)


def change_session(request: HttpRequest) -> None:
    """Go on in a session with another key, so that whoever planted the old one gains nothing by what comes now.

    The old one stays as it was, so that a double click, which still names it, finds its way.
    """
    request.session.get(KEY)  # read it first: what was read is what goes along
    request.session.create()

"""Who came back from a provider and has not said yet whether they want the link: kept in the session for minutes."""

import time
from dataclasses import asdict, dataclass

from django.http import HttpRequest

from learners.single_sign_on.identity import Identity

KEY = "single_sign_on_pending"
LIFETIME = 15 * 60  # seconds: long enough to find a code in one's mail


@dataclass(frozen=True)
class Pending:
    """Somebody, the provider that they came from, and where they wanted to go."""

    slug: str
    identity: Identity
    next_url: str


def keep(request: HttpRequest, pending: Pending) -> None:
    """Remember it, in the place of an earlier one."""
    request.session[KEY] = asdict(pending) | {"at": time.time()}


def kept(request: HttpRequest) -> Pending | None:
    """What is remembered; nothing once it is too old."""
    found = request.session.get(KEY)
    if not found or not 0 <= time.time() - found["at"] < LIFETIME:
        forget(request)
        return None
    return Pending(found["slug"], Identity(**found["identity"]), found["next_url"])


def forget(request: HttpRequest) -> None:
    """Forget it."""
    request.session.pop(KEY, None)

"""Who is asking: the credentials of a request."""

import binascii
import datetime
import hashlib
from base64 import b64decode

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from learners.record_store.models import Client, Token
from learners.record_store.rules.place import Refused

NOTED_EVERY = datetime.timedelta(minutes=5)
COUNT = """
    INSERT INTO record_store_pace (client_id, minute, requests) VALUES (%(client)s, %(minute)s, 1)
    ON CONFLICT (client_id) DO UPDATE SET minute = excluded.minute, requests =
        CASE WHEN record_store_pace.minute = excluded.minute THEN record_store_pace.requests + 1 ELSE 1 END
    RETURNING requests
"""


class TooMany(Refused):
    """A client asks more often than it may."""

    def __init__(self, allowed: int, wait: int) -> None:
        super().__init__(f"More than {allowed} requests in a minute: wait {wait} seconds.", status=429)
        self.wait = wait


def digest_of(token: str) -> bytes:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).digest()


def client_of(authorization: str) -> Client:
    """The client by the header of its request: `Basic` with its uuid and a token, or `Bearer` with a token.

    Raises Refused (401), or TooMany.
    """
    name, secret = _read(authorization)
    now = timezone.now()
    token = (
        Token.objects.in_force(now)
        .select_related("client__organisation")
        .filter(digest=digest_of(secret))
        .first()
    )
    if token is None or name not in (None, str(token.client.uuid)):
        raise Refused("These credentials open nothing here.", "Authorization", 401)
    _count(token.client, now)
    if token.last_used_at is None or now - token.last_used_at > NOTED_EVERY:
        stale = Q(last_used_at=None) | Q(last_used_at__lt=now - NOTED_EVERY)
        Token.objects.filter(stale, pk=token.pk).update(last_used_at=now)
    return token.client


def _read(authorization: str) -> tuple[str | None, str]:
    scheme, _, rest = authorization.partition(" ")
    if scheme.lower() == "bearer" and rest.strip():
        return None, rest.strip()
    if scheme.lower() == "basic":
        try:
            name, found, secret = b64decode(rest, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            raise Refused("The credentials can't be read.", "Authorization", 401) from None
        if found:
            return name.lower(), secret
    raise Refused("Credentials are needed: Basic or Bearer.", "Authorization", 401)


def _count(client: Client, now: datetime.datetime) -> None:
    """Count the requests of a minute, at whichever worker. One statement, so that none is lost."""
    second = int(now.timestamp())
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"client": client.pk, "minute": second // 60})
        (asked,) = cursor.fetchone()
    if asked > client.requests_a_minute:
        raise TooMany(client.requests_a_minute, 60 - second % 60)

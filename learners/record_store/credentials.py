"""Who is asking: the credentials of a request."""

import binascii
import datetime
import hashlib
from base64 import b64decode
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from learners.organisations.models import Organisation
from learners.record_store.models import Client, Token
from learners.record_store.rows import Row, ask
from learners.record_store.rules.place import Refused

NOTED_EVERY = datetime.timedelta(minutes=5)
OPENED = """
    FROM record_store_token AS token JOIN record_store_client AS client ON client.id = token.client_id
        LEFT JOIN organisations_organisation AS organisation ON organisation.id = client.organisation_id
    WHERE token.digest = %s AND token.revoked_at IS NULL AND (token.expires_at IS NULL OR token.expires_at > %s)
        AND client.is_active
"""  # as TokenQuerySet.in_force has it
WHO = f"""
    SELECT token.id, token.last_used_at IS NULL OR token.last_used_at < %s, organisation.id, organisation.uuid,
        client.id, client.uuid, client.organisation_id, client.reads, client.writes, client.requests_a_minute
    {OPENED}
"""
CLIENT = (
    "id",
    "uuid",
    "organisation_id",
    "reads",
    "writes",
    "requests_a_minute",
)  # in the order of the model
COUNT = f"""
    INSERT INTO record_store_pace (client_id, minute, requests) SELECT client.id, %s, 1 {OPENED}
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

    Its requests of this minute are counted for all workers together. All is asked anew with each request, so that
    whatever an administrator changes holds at once. Raises Refused (401), or TooMany.
    """
    name, secret = _read(authorization)
    now, digest = timezone.now(), digest_of(secret)
    at, stale = map(connection.ops.adapt_datetimefield_value, (now, now - NOTED_EVERY))
    second = int(now.timestamp())
    who, count = ask((WHO, (stale, digest, at)), (COUNT, (second // 60, digest, at)))
    client = _client(who[0]) if who else None
    if client is None or name not in (None, str(client.uuid)):
        raise Refused("These credentials open nothing here.", "Authorization", 401)
    if count[0][0] > client.requests_a_minute:
        raise TooMany(client.requests_a_minute, 60 - second % 60)
    token_id, is_stale, *_ = who[0]
    if is_stale:
        unnoted = Q(last_used_at=None) | Q(last_used_at__lt=now - NOTED_EVERY)
        Token.objects.filter(unnoted, pk=token_id).update(last_used_at=now)
    return client


def _client(found: Row) -> Client:
    """The client that was found, with what is needed of it and of its organisation."""
    _, _, organisation, organisation_uuid, pk, uuid, *others = found
    client = Client.from_db(connection.alias, CLIENT, [pk, UUID(str(uuid)), *others])
    if organisation is not None:
        known = [organisation, UUID(str(organisation_uuid))]
        client.organisation = Organisation.from_db(connection.alias, ("id", "uuid"), known)
    return client


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

"""Clients of the record store, and their tokens."""

import datetime
import secrets
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.record_store.credentials import digest_of
from learners.record_store.models import Client, Token

HINT = 8
PASSES_ON = datetime.timedelta(days=7)  # for which the old token still works, after a new one was made


@transaction.atomic
def issue_token(*, client: Client, by: Any, expires_at: datetime.datetime | None = None) -> str:
    """Make a token and return it. Nobody can read it again: what is kept is its SHA-256.

    Tokens that the client has already end within a week, so that a tool can be given the new one in peace.
    """
    _may(by)
    now = timezone.now()
    for old in client.tokens.in_force(now).select_for_update():
        if old.expires_at is None or old.expires_at > now + PASSES_ON:
            Token.objects.filter(pk=old.pk).update(expires_at=now + PASSES_ON)
    secret = secrets.token_urlsafe(32)
    Token.objects.create(client=client, digest=digest_of(secret), hint=secret[:HINT], expires_at=expires_at)
    log(instance=client, action="record_store.issue_token", user=by, data={"hint": secret[:HINT]})
    return secret


@transaction.atomic
def revoke_token(*, token: Token, by: Any) -> bool:
    """End a token at once. False where it had ended."""
    _may(by)
    ended = Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now())
    if ended:
        log(instance=token.client, action="record_store.revoke_token", user=by, data={"hint": token.hint})
    return bool(ended)


def _may(by: Any) -> None:
    if not by.has_perm("record_store.change_client"):
        raise PermissionDenied

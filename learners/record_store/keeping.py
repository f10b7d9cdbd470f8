"""Documents are put, added to and thrown away."""

import hashlib
import json
import re
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from learners.record_store.asked import Asked, too_large
from learners.record_store.drawers import Drawer
from learners.record_store.models import Document
from learners.record_store.rules.place import Refused
from learners.record_store.rules.reading import read_json

TAG = re.compile(r"\"[^\"]*\"")


def keep(asked: Asked, drawer: Drawer) -> None:
    """Put a document, or add to it (POST). Raises Refused; then nothing has changed.

    Whoever makes a document at the same time as another is asked again, now that it is there.
    """
    limit = settings.RECORD_STORE["document"]
    if len(asked.body) > limit:
        raise too_large("The bytes of a document", limit, "document")
    for _ in range(2):
        try:
            with transaction.atomic():
                return _keep(asked, drawer)
        except IntegrityError:
            continue
    raise Refused("Somebody else changes this document.", status=409)


def _keep(asked: Asked, drawer: Drawer) -> None:
    known = Document.objects.select_for_update().filter(pk=drawer.document_key).first()
    _hold(asked, drawer, known)
    kind = asked.headers.get("content-type", "application/octet-stream")
    content = asked.body
    if asked.method == "POST":
        content = _added(known, content, kind)
    fields = {
        "drawer": drawer.key,
        "resource": drawer.resource,
        "registration": drawer.registration,
        "name": drawer.name or "",
        "agent": drawer.agent,
        "content": content,
        "content_type": kind,
        "etag": hashlib.sha1(content, usedforsecurity=False).hexdigest(),
        "updated_at": timezone.now(),
    }
    if known is None:
        Document.objects.create(pk=drawer.document_key, **fields)
    else:
        Document.objects.filter(pk=known.pk).update(**fields)


@transaction.atomic
def throw_away(asked: Asked, drawer: Drawer) -> None:
    """Delete one document; or all of a drawer (state), of one registration if it is given."""
    if drawer.name is None:
        found = Document.objects.filter(drawer=drawer.key)
        (found.filter(registration=drawer.registration) if drawer.registration else found).delete()
        return
    known = Document.objects.select_for_update().filter(pk=drawer.document_key).first()
    _hold(asked, drawer, known)
    if known:
        known.delete()


def _hold(asked: Asked, drawer: Drawer, known: Document | None) -> None:
    """Nobody overwrites what they have not seen (xAPI-Communication 3.1)."""
    match, none_match = asked.headers.get("if-match"), asked.headers.get("if-none-match")
    if match is not None and not (known and (match.strip() == "*" or known.etag in _tags(match))):
        raise Refused("The document is another by now.", "If-Match", 412)
    if none_match is not None and known and (none_match.strip() == "*" or known.etag in _tags(none_match)):
        raise Refused("The document is there already.", "If-None-Match", 412)
    if asked.method != "PUT" or match is not None or none_match is not None:
        return
    is_state = drawer.resource == Document.Resource.STATE
    if known and (asked.is_two or not is_state):
        raise Refused(
            "The document is there already. Read it, and send its ETag as If-Match.", "If-Match", 409
        )
    if not asked.is_two and not is_state:
        raise Refused("Send If-None-Match: * to make a document, or If-Match to change one.", "If-Match", 400)


def _tags(header: str) -> list[str]:
    return [tag.strip('"') for tag in TAG.findall(header)]


def _added(known: Document | None, content: bytes, kind: str) -> bytes:
    """JSON objects are put together, property by property; nothing else can be."""
    if known is None:
        if _is_json(kind):
            _object(content, "The document")
        return content
    if not _is_json(kind) or not _is_json(known.content_type):
        raise Refused("Only application/json can be added to application/json.", "Content-Type")
    together = _object(bytes(known.content), "The document that is here") | _object(content, "The document")
    return json.dumps(together, ensure_ascii=False).encode()


def _is_json(kind: str) -> bool:
    return kind.split(";")[0].strip().lower() == "application/json"


def _object(content: bytes, what: str) -> dict[str, Any]:
    value = read_json(content)
    if not isinstance(value, dict):
        raise Refused(f"{what} is no JSON object.")
    return value

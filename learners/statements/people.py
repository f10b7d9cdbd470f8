"""From a person to their statements and back, for those who may."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from wagtail.log_actions import log

from learners.people.models import User
from learners.record_store.mentions import key


def actor_key(person: Any) -> UUID:
    """The name by which the record store finds what is about somebody."""
    return key("account", f"{settings.XAPI_HOME}/xapi/actor", str(person.actor_id))


def person_by(words: str) -> User | None:
    """The one person with this e-mail address or random name."""
    who = Q(email__iexact=words)
    with suppress(ValueError):
        who |= Q(actor_id=UUID(words))
    return User.objects.filter(who).first()


def person_of(payload: dict[str, Any]) -> User | None:
    """Whom a statement is about, where that is somebody of ours."""
    account = payload.get("actor", {}).get("account", {})
    if account.get("homePage") != f"{settings.XAPI_HOME}/xapi/actor":
        return None
    return person_by(str(account.get("name", "")))


def log_look(*, person: User, by: Any) -> None:
    """Note in the audit log that somebody looked at a person's statements by name."""
    log(instance=person, action="statements.look", user=by)

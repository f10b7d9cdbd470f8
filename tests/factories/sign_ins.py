"""Sign-ins on a shared computer, and the time that passes at one."""

from typing import Any

from django.contrib.sessions.models import Session

from learners.organisations.sessions.keeping import SIGN_IN


def pass_on_the_server(minutes: float) -> None:
    """Minutes go by in every session, as if nothing had been done in them."""
    for row in Session.objects.all():
        store: Any = Session.get_session_store_class()(row.session_key)  # type: ignore[no-untyped-call]
        if SIGN_IN in store:
            store[SIGN_IN] = store[SIGN_IN] | {"seen": store[SIGN_IN]["seen"] - int(minutes * 60)}
            store.save()

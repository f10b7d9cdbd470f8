"""Somebody without an e-mail address adds one, and shows by a code that it is theirs.

Addresses that employers gave are not changed here: staff lists find people by them.
"""

import time
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core.internal.cryptokit import compare_user_code
from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from learners.people.lookup import is_taken
from learners.people.models import User

KEPT = "own_address"  # in the session: the address, the code, since when, and how many tries


def send_code(request: HttpRequest, address: str) -> None:
    """Send a code to an address. To one that somebody has, send word of that instead: the page says the same."""
    adapter = get_adapter()
    code = adapter.generate_login_code()
    taken = is_taken(address)
    request.session[KEPT] = {"address": address, "code": "" if taken else code, "at": time.time(), "tries": 0}
    name = "account/email/address_taken" if taken else "account/email/address_code"
    adapter.send_mail(name, address, {"code": code, "request": request})


def asked(request: HttpRequest) -> str:
    """The address that a code is out for; empty where there is none, or where it is too old or was tried too often."""
    kept: dict[str, Any] = request.session.get(KEPT, {})
    holds = (
        kept
        and time.time() - kept["at"] <= settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT
        and kept["tries"] < settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS
    )
    return str(kept["address"]) if holds else ""


def is_right(request: HttpRequest, code: str) -> bool:
    """Whether this is the code. Each wrong one counts."""
    kept = request.session[KEPT]
    if compare_user_code(actual=code, expected=kept["code"]):
        return True
    request.session[KEPT] = kept | {"tries": kept["tries"] + 1}
    return False


def add(request: HttpRequest, *, person: Any, address: str) -> bool:
    """Give them the address. False where somebody else got it in between, or where they have one by now."""
    request.session.pop(KEPT, None)
    try:
        with transaction.atomic():
            return bool(User.objects.filter(pk=person.pk, email="").update(email=address))
    except IntegrityError:
        return False

"""Where joining meets accounts: whose an address is, making one, and signing in."""

from typing import Any

from allauth.account import app_settings
from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailAddress
from allauth.account.utils import perform_login
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse

from learners.people.models import User


def account_with(email: str) -> User | None:
    """Whose address this is: that of an account, or one more that somebody has proven to be theirs."""
    if person := User.objects.filter(email__iexact=email).first():
        return person
    proven = EmailAddress.objects.filter(email__iexact=email, verified=True).select_related("user").first()
    return proven.user if proven else None


def new_account(*, email: str, first_name: str, last_name: str) -> User:
    """Make an account without a password; or find the one that somebody made for this address a moment ago."""
    try:
        with transaction.atomic():
            return User.objects.create_user(email, first_name=first_name, last_name=last_name)
    except IntegrityError:
        person = account_with(email)
        if person is None:
            raise
        return person


def give_address(*, person: User, email: str) -> None:
    """Give an address to somebody whom only a number named."""
    person.email = email
    person.save(update_fields=["email"])


def mark_proven(*, person: User, email: str) -> None:
    """Keep that this person has shown the address to be theirs."""
    address, _ = EmailAddress.objects.get_or_create(user=person, email=email)
    address.set_verified()
    if address.verified and person.email == email and not address.primary:
        address.set_as_primary()


def sign_in(request: HttpRequest, person: Any, *, email: str, then: str) -> HttpResponse:
    """Sign in somebody who has proven an address, the way that a code by e-mail does: a second step is still asked."""
    record_authentication(request, person, method="code", email=email)
    return perform_login(request, person, redirect_url=then, email=email)


def way_back(email: str) -> str:
    """How somebody without a password comes in the next time."""
    if app_settings.LOGIN_BY_CODE_ENABLED:
        return f"Next time, sign in with {email}. You need no password: ask for a code by e-mail."
    return f"Next time, sign in with {email}. To set a password, choose “I forgot my password, or never had one”."

"""What a person's own account page shows."""

from dataclasses import dataclass, field
from typing import Any

from allauth.mfa.models import Authenticator


@dataclass(frozen=True)
class WaysIn:
    """How somebody can sign in."""

    password: bool
    address: str  # empty: no code can be sent
    app: bool
    passkeys: list[Any] = field(default_factory=list)
    recovery_codes: int | None = None  # how many are left; None: they have none, for they have no second step


def ways_in(person: Any) -> WaysIn:
    """The ways of one person, for their own eyes and an administrator's."""
    kinds = Authenticator.Type
    kept = list(Authenticator.objects.filter(user=person).order_by("created_at"))
    codes = next((one for one in kept if one.type == kinds.RECOVERY_CODES), None)
    return WaysIn(
        password=person.has_usable_password(),
        address=person.email,
        app=any(one.type == kinds.TOTP for one in kept),
        passkeys=[one for one in kept if one.type == kinds.WEBAUTHN],
        recovery_codes=len(codes.wrap().get_unused_codes()) if codes else None,
    )

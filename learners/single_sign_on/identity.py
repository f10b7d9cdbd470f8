"""Who a provider says that somebody is, and how much of it counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from learners.single_sign_on.domains import is_within

LONGEST_SUBJECT = 191  # characters: what the table of links can hold
LONGEST_NUMBER = 30
LONGEST_NAME = 150
LONGEST_EMAIL = 254


@dataclass(frozen=True)
class Mapped:
    """Which claims a provider uses, and in which domains its addresses count as verified without its saying so."""

    email_claim: str = "email"
    number_claim: str = ""
    trusted_domains: tuple[str, ...] = ()


@dataclass(frozen=True)
class Identity:
    """One account at a provider. `email` is empty unless it is verified; `unverified` says that one was given."""

    issuer: str
    subject: str
    email: str = ""
    unverified: bool = False
    number: str = ""
    first_name: str = ""
    last_name: str = ""


def identity_from(claims: Mapping[str, Any], *, issuer: str, mapped: Mapped) -> Identity:
    """Read the claims of an ID token that has been verified, with what the userinfo address added."""
    given = text(claims.get(mapped.email_claim), LONGEST_EMAIL).lower()
    given = given if "@" in given else ""
    verified = bool(given) and _is_verified(given, claims, mapped)
    return Identity(
        issuer=issuer,
        subject=claims["sub"],
        email=given if verified else "",
        unverified=bool(given) and not verified,
        number=text(claims.get(mapped.number_claim), LONGEST_NUMBER) if mapped.number_claim else "",
        first_name=text(claims.get("given_name"), LONGEST_NAME),
        last_name=text(claims.get("family_name"), LONGEST_NAME),
    )


def with_userinfo(claims: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Both together. The token goes first; `email` and `email_verified` belong together and come from one of them."""
    pair = ("email", "email_verified")
    if all(name in claims for name in pair) or "email" not in more:
        more = {name: value for name, value in more.items() if name not in pair}
    else:
        claims = {name: value for name, value in claims.items() if name not in pair}
    return {**more, **claims}


def _is_verified(email: str, claims: Mapping[str, Any], mapped: Mapped) -> bool:
    """`email_verified` speaks of the claim `email` and of no other, and only the value true says yes."""
    said = claims.get("email_verified")
    if said is True and email == text(claims.get("email"), LONGEST_EMAIL).lower():
        return True
    return said in (None, True) and is_within(email, list(mapped.trusted_domains))


def text(value: Any, longest: int) -> str:
    """A claim as text: a whole number in its digits; nothing where it is something else or too long."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    value = value.strip() if isinstance(value, str) else ""
    return value if len(value) <= longest and value.isprintable() else ""

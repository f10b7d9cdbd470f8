"""Finds the one person whom an address belongs to."""

from django.db.models import QuerySet
from django.db.models.functions import Lower

from learners.people.models import User


def person_by_address(address: str) -> User | None:
    """Whoever signs in by this address and may: neither retired nor anonymised. Nobody has an empty one.

    Only `User.email` counts. django-allauth keeps copies of addresses (EmailAddress), which staff lists do not
    change: an address that an employer gave to somebody else would lead to its former owner.
    """
    return _by_address(address).filter(is_active=True, anonymised_at=None).first()


def former_person_by_address(address: str) -> User | None:
    """Whoever had signed in by this address, and no longer may."""
    return _by_address(address).exclude(is_active=True, anonymised_at=None).first()


def is_taken(address: str) -> bool:
    """Whether anybody has this address, whether they may sign in or not."""
    return _by_address(address).exists()


def _by_address(address: str) -> QuerySet[User]:
    """By the index person_email_once, whatever the case."""
    return User.objects.alias(known=Lower("email")).filter(known=address.strip().lower()).exclude(email="")

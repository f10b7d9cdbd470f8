"""What stands in the link of a booster. It is worked out, so that it is kept nowhere: what is stored is its hash."""

from hashlib import sha256

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac

from learners.boosters.models import Booster

SALT = "learners.boosters.link"
LENGTH = 48


def token_of(booster: Booster) -> str:
    """The same for a booster each time, and for nobody to guess (192 bits): sent again, its link is the same."""
    return salted_hmac(SALT, booster.uuid.hex, algorithm="sha256").hexdigest()[:LENGTH]


def hash_of(token: str) -> str:
    """What is stored of it."""
    return sha256(token.encode()).hexdigest()


def address(name: str, token: str) -> str:
    """An address to put into an e-mail."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse(f'boosters:{name}', args=[token])}"

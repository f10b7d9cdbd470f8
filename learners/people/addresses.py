"""Addresses that sign people in, as django-allauth keeps them."""

from collections.abc import Sequence

from allauth.account.models import EmailAddress


def forget_addresses(people: Sequence[int]) -> None:
    """An address that was replaced no longer signs anybody in."""
    if people:
        EmailAddress.objects.filter(user__in=people).delete()

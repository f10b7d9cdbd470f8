"""What the sign-in page shows of employers' accounts."""

from dataclasses import dataclass

from django import template

from learners.single_sign_on.models import IdentityProvider
from learners.single_sign_on.selectors import usable_providers

register = template.Library()
AS_BUTTONS = 3  # more of them would push the rest of the sign-in page away


@dataclass(frozen=True)
class Offered:
    """Providers to show as buttons; where they are too many, a link to all of them."""

    buttons: list[IdentityProvider]
    are_many: bool


@register.simple_tag
def employers_accounts() -> Offered:
    """What the sign-in page offers."""
    found = list(usable_providers()[: AS_BUTTONS + 1])
    are_many = len(found) > AS_BUTTONS
    return Offered([] if are_many else found, are_many)

"""Whatever is for managers, administrators and leads alone stands behind the second step."""

from django.conf import settings

from tests.architecture.rules import IN_NETWORK, OWNER, PUBLIC, RULES, SIGNED_IN, STORE_CLIENT
from tests.architecture.urls import site_addresses

FOR_EVERYBODY = {PUBLIC, SIGNED_IN, OWNER, STORE_CLIENT, IN_NETWORK}


def test_every_address_that_is_not_for_everybody_is_guarded() -> None:
    guards = tuple(guard.lstrip("/") for guard in settings.SECOND_STEP_GUARDS)
    special = {
        address.name: address.route
        for address in site_addresses()
        if RULES.get(address.name) not in (FOR_EVERYBODY | {None})
    }
    assert special
    assert {name: route for name, route in special.items() if not route.startswith(guards)} == {}

"""What every test can ask for."""

from typing import Any

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """No test meets what another has cached."""
    cache.clear()


@pytest.fixture
def signed_in(client: Any) -> Any:
    """A function that signs a person in, and returns the test client."""

    def sign_in(person: Any) -> Any:
        client.force_login(person)
        return client

    return sign_in

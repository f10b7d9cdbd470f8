"""What every test can ask for."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache, caches
from django.db import connection

from learners.statements import outbox
from tests.fakes.profile_checker import problems_of
from tests.migrated import migrated_copies


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """On SQLite, a test database begins as a copy of one that is migrated already."""
    if connection.vendor != "sqlite":
        yield
        return
    with migrated_copies(connection.creation):
        yield


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """No test meets what another has cached."""
    cache.clear()
    caches["worker"].clear()


@pytest.fixture(autouse=True)
def statements_keep_to_the_profile(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every statement that any test makes the service emit is one that its published profile describes."""
    emit, problems = outbox.frozen, []

    def watched(event: Any) -> str:
        payload = emit(event)
        problems.extend(problems_of(json.loads(payload)))
        return payload

    monkeypatch.setattr(outbox, "frozen", watched)
    yield
    assert not problems


@pytest.fixture
def signed_in(client: Any) -> Any:
    """A function that signs a person in, and returns the test client."""

    def sign_in(person: Any) -> Any:
        client.force_login(person)
        return client

    return sign_in

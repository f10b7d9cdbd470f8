"""What the tests of content ask for."""

import pytest
from hypothesis import HealthCheck, settings

from modules.groups import ADMINISTRATORS, EDUCATORS, REVIEWERS
from modules.models import CataloguePage, Role
from tests.factories import PersonFactory
from tests.modules.desk import Desk

# Property tests judge what is computed, not how busy the machine is.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture
def catalogue(db) -> CataloguePage:
    return CataloguePage.objects.get()


@pytest.fixture
def educator(db):
    return PersonFactory(first_name="Edith", groups=[EDUCATORS])


@pytest.fixture
def reviewer(db):
    return PersonFactory(first_name="Rose", groups=[REVIEWERS])


@pytest.fixture
def administrator(db):
    return PersonFactory(first_name="Ada", groups=[ADMINISTRATORS])


@pytest.fixture
def roles(db):
    return {role.slug: role for role in Role.objects.all()}


@pytest.fixture
def at_desk():
    return Desk

"""What the tests of content ask for."""

import pytest
from hypothesis import HealthCheck, settings

from modules.groups import ADMINISTRATORS, EDUCATORS, REVIEWERS
from modules.models import CataloguePage, Role
from tests.factories import ModuleFactory, PersonFactory
from tests.modules.desk import Desk
from tests.modules.signing import PHARMACISTS, SAFEGUARDING, act, form, specialist

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


@pytest.fixture
def pharmacist(db):
    return specialist(PHARMACISTS, first_name="Phil")


@pytest.fixture
def safeguarder(db):
    return specialist(SAFEGUARDING, first_name="Saba")


@pytest.fixture
def submitted(educator, at_desk):
    """A function that submits a module which needs these sign-offs."""

    def submit(*slugs):
        page = ModuleFactory(
            draft=True, editor=educator, title="Before you hand over", slug="before-you-hand-over"
        )
        at_desk(educator).save(page, form(*slugs), "submit")
        return page

    return submit


@pytest.fixture
def reviewed(submitted, reviewer, at_desk):
    """A function that submits a module and has it approved by the clinical reviewer."""

    def submit(*slugs):
        page = submitted(*slugs)
        act(at_desk(reviewer), page, "approve")
        return page

    return submit

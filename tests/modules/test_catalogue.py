"""The catalogue finds modules by role and by business capability."""

import pytest

from modules.models import CataloguePage
from tests.factories import ModuleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def catalogue():
    return CataloguePage.objects.get()


@pytest.fixture(autouse=True)
def modules():
    ModuleFactory(title="Handover", roles=["nurse", "doctor"], capabilities=["discharge", "medicines"])
    ModuleFactory(title="Looking", roles=["care-worker"], capabilities=["medicines"])
    ModuleFactory(title="Unfinished", draft=True)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["Handover", "Looking"]),
        ({"role": "nurse"}, ["Handover"]),
        ({"capability": "medicines"}, ["Handover", "Looking"]),
        ({"role": "care-worker", "capability": "medicines"}, ["Looking"]),
        ({"role": "care-worker", "capability": "discharge"}, []),
        ({"role": "no-such-role"}, []),
        ({"capability": "no' OR 1=1"}, []),
    ],
)
def test_filters(catalogue, filters, found):
    assert [module.title for module in catalogue.modules(**filters)] == found


@pytest.mark.parametrize("value", ["", "nurse", "no-such-role", "\x00", "x" * 5000])
def test_whatever_stands_in_the_address_gets_an_answer(catalogue, rf, value):
    context = catalogue.get_context(rf.get("/modules/", {"role": value}))
    assert context["role"] == value
    assert len(context["modules"]) == {"": 2, "nurse": 1}.get(value, 0)


def test_a_list_costs_the_same_whatever_its_length(catalogue, django_assert_num_queries):
    with django_assert_num_queries(3):
        for module in catalogue.modules():
            assert list(module.roles.all())
            assert list(module.capabilities.all())

"""What opens with an agreement, as it is asked and read on pages."""

from typing import Any

import pytest
from django.urls import reverse

from learners.requirements.models import Requirement
from learners.sharing.models import Stage
from modules.groups import ADMINISTRATORS
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkFactory,
    NetworkMembershipFactory,
    PersonFactory,
    RequirementFactory,
)
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in, party_of
from tests.learners.requirements.test_asked import address, said
from tests.modules.desk import Desk, wrong

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory()


@pytest.fixture
def here(nurse: Any) -> Any:
    return nurse.organisation


@pytest.fixture
def network(here: Any) -> Any:
    return NetworkMembershipFactory(organisation=here).network


@pytest.fixture
def ada(signed_in: Any, here: Any) -> Any:
    return signed_in(AppointmentFactory(capacity="administrator", organisation=here).person)


def test_an_administrator_says_with_which_agreement_it_opens(ada: Any, here: Any, network: Any) -> None:
    assert "Opens with" not in ada.get(address("add", here)).text
    agreement = agreement_in(network, stage=Stage.SIGNING)
    agreement_in(network, version="0.9", stage=Stage.EXPIRED)
    page = ada.get(address("add", here)).text
    assert "Sharing for care, version 1.0" in page
    assert "version 0.9" not in page
    ada.post(address("add", here), said(modules=[ModuleFactory().pk], agreement=agreement.pk))
    assert Requirement.objects.get().agreement == agreement
    assert "Waits for Sharing for care, version 1.0" in ada.get(address("asked", here)).text
    agreement.stages.update(stage=Stage.ACTIVE)
    party_of(agreement, here)
    day = f"{days_ago(30).day} {days_ago(30):%B %Y}"
    assert f"With Sharing for care, version 1.0, on {day}" in ada.get(address("asked", here)).text


def test_an_agreement_of_another_network_is_refused(ada: Any, here: Any, network: Any) -> None:
    agreement_in(network)
    data = said(modules=[ModuleFactory().pk], agreement=agreement_in(NetworkFactory()).pk)
    errors = ada.post(address("add", here), data).context["form"].errors
    assert errors == {"agreement": ["Choose an agreement of this organisation's networks"]}


def test_the_cms_refuses_it_too_and_keeps_one_of_the_network(here: Any, network: Any) -> None:
    desk = Desk(PersonFactory(groups=[ADMINISTRATORS]))
    data = said(network=network.pk, modules=[ModuleFactory().pk])
    page = desk.post("requirement:add", **data, agreement=agreement_in(NetworkFactory()).pk)
    assert wrong(page) == {"agreement": ["This agreement is another network's."]}
    agreement = agreement_in(network)
    desk.post("requirement:add", **data, agreement=agreement.pk)
    assert Requirement.objects.get().agreement == agreement


def test_a_network_s_lead_and_an_adopter_read_what_it_waits_for(
    signed_in: Any, ada: Any, here: Any, network: Any
) -> None:
    asked = RequirementFactory(organisation=None, network=network, agreement=agreement_in(network))
    assert "Waits for Sharing for care, version 1.0" in ada.get(address("adopt", here, asked.uuid)).text
    lead = AppointmentFactory(network_lead=True, network=network).person
    page = signed_in(lead).get(reverse("requirements:network", args=[network.slug])).text
    assert "With Sharing for care, version 1.0, where it is active and signed" in page


def test_a_learner_reads_what_it_waits_for(signed_in: Any, nurse: Any, here: Any, network: Any) -> None:
    asked = RequirementFactory(organisation=here, agreement=agreement_in(network))
    text = signed_in(nurse.person).get(asked.modules.get().url).text
    assert "Not open yet: it waits for Sharing for care, version 1.0." in text
    assert "Not open yet: it waits for" in signed_in(nurse.person).get(reverse("home:my_learning")).text

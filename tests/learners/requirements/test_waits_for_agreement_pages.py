"""What opens with an agreement, as it is asked and read on pages."""

from typing import Any

import pytest
from django.urls import reverse

from learners.requirements.models import Requirement
from learners.sharing.models import Stage, StageEntry
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


@pytest.fixture
def closed(here: Any, network: Any) -> Any:
    """Asked under version 1.0, which was signed here and ended ten days ago; version 2.0 is being signed."""
    agreement = agreement_in(network)
    party_of(agreement, here)
    asked = RequirementFactory(organisation=here, agreement=agreement)
    StageEntry.objects.create(
        agreement=agreement, stage=Stage.EXPIRED, entered_on=days_ago(9), by=agreement.stages.get().by
    )
    agreement.stage = Stage.EXPIRED
    agreement.save()
    following = agreement_in(network, version="2.0", supersedes=agreement, stage=Stage.SIGNING)
    party_of(following, here, state="asked", signed_on=None)
    return asked


def test_what_an_agreement_closed_is_listed_still_with_what_opens_it(
    ada: Any, here: Any, closed: Any
) -> None:
    page = ada.get(address("asked", here)).text
    day = f"{days_ago(10).day} {days_ago(10):%B %Y}"
    assert f"Closed since Sharing for care, version 1.0 ended here on {day}." in page
    assert "Opens again with a version signed here" in page
    assert address("change", here, closed.uuid) in page


def test_what_is_closed_takes_nobody_s_minutes_and_is_asked_of_nobody(
    signed_in: Any, ada: Any, nurse: Any, here: Any, closed: Any
) -> None:
    module = closed.modules.get()
    RequirementFactory(organisation=here, module=module)
    context = ada.get(address("asked", here)).context["asking"]
    assert len(context.lines) == 2
    assert context.twice == []
    assert [each.most for each in context.by_role] in ([], [module.minutes])
    closed.modules.set([ModuleFactory(minutes=59)])
    assert all(each.most < 59 for each in ada.get(address("asked", here)).context["asking"].by_role)
    assert "Closed since" not in signed_in(nurse.person).get(reverse("home:my_learning")).text


def test_what_waits_names_the_version_that_can_be_signed(
    signed_in: Any, ada: Any, nurse: Any, here: Any, closed: Any
) -> None:
    closed.agreement.parties.update(state="declined", signed_on=None)
    assert "Waits for Sharing for care, version 2.0" in ada.get(address("asked", here)).text
    text = signed_in(nurse.person).get(closed.modules.get().url).text
    assert "Not open yet: it waits for Sharing for care, version 2.0." in text


def test_it_waits_for_a_version_that_goes_on_while_the_next_is_written(
    ada: Any, here: Any, network: Any
) -> None:
    agreement = agreement_in(network)
    agreement_in(network, version="2.0", supersedes=agreement, stage=Stage.DRAFTING)
    RequirementFactory(organisation=here, agreement=agreement)
    assert "Waits for Sharing for care, version 1.0" in ada.get(address("asked", here)).text

"""Administrators keep what is asked in the CMS."""

from typing import Any

import pytest

from learners.requirements.models import Adoption, Assignment, Exemption, GoLive, Requirement
from modules.groups import ADMINISTRATORS
from modules.models import Edition
from tests.factories import (
    MembershipFactory,
    ModuleFactory,
    NetworkFactory,
    PersonFactory,
    RequirementFactory,
)
from tests.factories.modules import publish_again
from tests.factories.organisations import days_ago
from tests.factories.structure import SiteFactory
from tests.learners.requirements.test_asked import said
from tests.modules.desk import Desk, wrong

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Desk:
    return Desk(PersonFactory(groups=[ADMINISTRATORS]))


@pytest.mark.parametrize("register", ["requirement", "adoption", "golive", "assignment", "exemption"])
def test_each_register_opens_empty_and_to_add(ada: Desk, register: str) -> None:
    assert ada.get(f"{register}:index").status_code == 200
    assert ada.get(f"{register}:add").status_code == 200


def test_a_requirement_is_kept_with_everything_it_has(ada: Desk) -> None:
    asked = RequirementFactory()
    site, module = SiteFactory(organisation=asked.organisation), asked.modules.get()
    data = said(organisation=asked.organisation_id, modules=[module.pk], sites=[site.pk], kinds=["acute"])
    assert "sites" in ada.get("requirement:edit", asked.pk).text
    assert ada.post("requirement:edit", asked.pk, **data).status_code == 302
    asked.refresh_from_db()
    assert (asked.kinds, asked.accepts, list(asked.sites.all())) == (["acute"], ["marked"], [site])


def test_places_of_others_and_editions_of_what_is_not_asked_are_refused(ada: Desk) -> None:
    asked, other = RequirementFactory(), ModuleFactory()
    publish_again(asked.modules.get())
    second = Edition.objects.get(page=asked.modules.get(), number=2)
    data = said(organisation=asked.organisation_id, modules=[other.pk], sites=[SiteFactory().pk])
    page = ada.post("requirement:edit", asked.pk, **data, minimum_editions=[second.pk])
    assert wrong(page) == {
        "sites": ["Choose a site of this organisation"],
        "minimum_editions": ["One of these Editions is of a module that is not asked"],
    }
    assert not Requirement.objects.filter(minimum_editions=second).exists()


def test_an_organisation_and_a_network_at_once_are_refused(ada: Desk) -> None:
    hat, network = MembershipFactory(), NetworkFactory()
    data = said(organisation=hat.organisation_id, network=network.pk, modules=[ModuleFactory().pk])
    assert "not both" in str(wrong(ada.post("requirement:add", **data)))


def test_days_adoptions_assignments_and_exemptions_are_kept(ada: Desk) -> None:
    hat, module, today = MembershipFactory(), ModuleFactory(), days_ago(0).isoformat()
    here: dict[str, Any] = {"organisation": hat.organisation_id, "starts_on": today}
    person = {"person": hat.person_id, "module": module.pk}
    ada.post("golive:add", name="The day", on=today, organisation=hat.organisation_id)
    ada.post("assignment:add", **here, **person, due_on=today)
    ada.post("exemption:add", **here, **person, reason="Never sees a record")
    assert [model.objects.count() for model in (GoLive, Assignment, Exemption, Adoption)] == [1, 1, 1, 0]
    own = RequirementFactory(organisation=hat.organisation)
    page = ada.post("adoption:add", **here, requirement=own.pk)
    assert wrong(page) == {"requirement": ["This is not asked by a network of the organisation."]}


def test_who_does_not_work_there_is_asked_nothing_and_nothing_is_due_before_it_is_asked(ada: Desk) -> None:
    hat, stranger, module = MembershipFactory(), PersonFactory(), ModuleFactory()
    data = {"organisation": hat.organisation_id, "module": module.pk, "starts_on": days_ago(0).isoformat()}
    page = ada.post("assignment:add", **data, person=stranger.pk, due_on=days_ago(-1).isoformat())
    assert list(wrong(page)) == ["person"]
    page = ada.post("assignment:add", **data, person=hat.person_id, due_on=days_ago(1).isoformat())
    assert list(wrong(page)) == ["due_on"]
    page = ada.post("exemption:add", **data, person=stranger.pk, reason="None")
    assert list(wrong(page)) == ["person"]

"""What is asked of one person or of a network's organisations, and rows of the table of standings."""

from typing import Any

import factory
from django.utils import timezone

from learners.requirements.keeping import catch_up
from learners.requirements.models import Adoption, Assignment, Exemption, KeptStanding
from tests.factories.modules import ModuleFactory
from tests.factories.organisations import MembershipFactory, OrganisationFactory, RequirementFactory, days_ago
from tests.factories.people import PersonFactory


class _Dated(factory.django.DjangoModelFactory[Any]):
    class Meta:
        abstract = True

    starts_on = factory.LazyFunction(timezone.localdate)


class AssignmentFactory(_Dated):
    """A module asked of one person, for a day in two weeks."""

    class Meta:
        model = Assignment

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    module = factory.SubFactory(ModuleFactory)
    due_on = factory.LazyFunction(lambda: days_ago(-14))


class ExemptionFactory(_Dated):
    """One person need not, from today on."""

    class Meta:
        model = Exemption

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    reason = "Works in the kitchen only"


class AdoptionFactory(_Dated):
    """A network's requirement, made its own by an organisation that is in it."""

    class Meta:
        model = Adoption

    requirement = factory.SubFactory(RequirementFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class KeptStandingFactory(factory.django.DjangoModelFactory[KeptStanding]):
    """A nurse who did not begin, and whose standing is so since yesterday. Written by hand, without working it out."""

    class Meta:
        model = KeptStanding
        exclude = ("membership",)

    membership = factory.SubFactory(MembershipFactory)
    module = factory.SubFactory(ModuleFactory)
    organisation = factory.SelfAttribute("membership.organisation")
    person = factory.SelfAttribute("membership.person")
    module_key = factory.SelfAttribute("module.translation_key")
    membership_id = factory.SelfAttribute("membership.pk")
    role = factory.SelfAttribute("membership.role")
    staff_group = factory.SelfAttribute("membership.staff_group")
    team = factory.SelfAttribute("membership.team")
    site = factory.SelfAttribute("membership.site")
    joined_on = factory.SelfAttribute("membership.starts_on")
    state = "not_started"
    from_on = factory.LazyFunction(lambda: days_ago(1))


def worked_out(organisation: Any) -> Any:
    """An organisation whose standings and figures are of now."""
    assert catch_up(organisation.pk, at_most=None)
    return organisation

"""Join codes, and who came in by them."""

import datetime
from typing import Any

import factory
from django.utils import timezone

from learners.joining.models import JoinCode, Joining
from modules.models import Role
from tests.factories.organisations import MembershipFactory, OrganisationFactory, days_ago
from tests.factories.people import PersonFactory


class JoinCodeFactory(factory.django.DjangoModelFactory[JoinCode]):
    """A code for care workers that works for 30 days more. `used=2` let two people in."""

    class Meta:
        model = JoinCode
        skip_postgeneration_save = True

    class Params:
        expired = factory.Trait(expires_on=factory.LazyFunction(lambda: days_ago(1)))
        revoked = factory.Trait(
            revoked_at=factory.LazyFunction(timezone.now), revoked_by=factory.SelfAttribute("made_by")
        )

    organisation = factory.SubFactory(OrganisationFactory)
    role = factory.LazyFunction(lambda: Role.objects.get(slug="care-worker"))
    staff_group = "social_care"
    made_by = factory.SubFactory(PersonFactory)
    made_at = factory.LazyFunction(timezone.now)
    expires_on = factory.LazyFunction(lambda: timezone.localdate() + datetime.timedelta(days=30))

    @factory.post_generation
    def used(self: Any, create: bool, extracted: int | None, **kwargs: Any) -> None:
        for _ in range(extracted or 0):
            JoiningFactory(code=self)


class JoiningFactory(factory.django.DjangoModelFactory[Joining]):
    """Somebody who came in by a code a moment ago."""

    class Meta:
        model = Joining

    code = factory.SubFactory(JoinCodeFactory)
    membership = factory.SubFactory(
        MembershipFactory,
        organisation=factory.SelfAttribute("..code.organisation"),
        starts_on=factory.LazyFunction(timezone.localdate),
    )
    joined_at = factory.LazyFunction(timezone.now)

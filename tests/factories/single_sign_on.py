"""Employers whose accounts sign people in."""

from typing import Any

import factory
from allauth.socialaccount.models import SocialAccount

from learners.single_sign_on.models import IdentityProvider
from modules.models import Role
from tests.factories.organisations import OrganisationFactory
from tests.factories.people import PersonFactory


class IdentityProviderFactory(factory.django.DjangoModelFactory[IdentityProvider]):
    """A provider with its own mail domain. `joining=True`: whoever has an address there may join as a nurse."""

    class Meta:
        model = IdentityProvider

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"Employer {n} account")
    slug = factory.Sequence(lambda n: f"employer-{n}")
    issuer = "https://sign-in.brackwater.example"
    client_id = "training"
    email_domains = "brackwater.example"
    contact = "Learning team, extension 4455"

    class Params:
        joining = factory.Trait(
            default_role=factory.LazyFunction(lambda: Role.objects.get(slug="nurse")),
            default_staff_group="nursing",
        )


class LinkFactory(factory.django.DjangoModelFactory[SocialAccount]):
    """A link between a person and an account at a provider: `provider` is the issuer, `uid` the subject."""

    class Meta:
        model = SocialAccount

    user: Any = factory.SubFactory(PersonFactory)
    provider = "https://sign-in.brackwater.example"
    uid = factory.Sequence(lambda n: f"subject-{n}")

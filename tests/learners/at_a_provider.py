"""What tests of single sign-on do at a provider."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse

from learners.organisations.models import Membership
from learners.people.models import User
from learners.single_sign_on.models import IdentityProvider
from tests.factories.single_sign_on import IdentityProviderFactory
from tests.fakes.openid_provider import OpenIDProvider


def row_for(fake: OpenIDProvider, settings: Any, **fields: Any) -> IdentityProvider:
    """The row of a fake provider, with its secret in the settings as in the environment."""
    row: IdentityProvider = IdentityProviderFactory(issuer=fake.issuer, client_id=fake.client_id, **fields)
    settings.OIDC_CLIENT_SECRETS = settings.OIDC_CLIENT_SECRETS | {row.slug: fake.client_secret}
    settings.OIDC_HTTP_ON_THIS_MACHINE = True
    return row


def press(client: Client, row: IdentityProvider, **posted: str) -> Any:
    """Press the button of a provider."""
    return client.post(reverse("single_sign_on:begin", args=[row.slug]), posted)


def at_the_provider(page: Any) -> str:
    """Follow the page to the provider, sign in there, and say which address of ours it sends us to."""
    answer = requests.get(page.context["address"], allow_redirects=False, timeout=5)
    assert answer.status_code == 302, answer.text
    back = urlsplit(answer.headers["Location"])
    return f"{back.path}?{back.query}"


def sign_in_by(client: Client, row: IdentityProvider, **posted: str) -> Any:
    """Press the button, sign in at the provider and come back. What the last page answers."""
    page = press(client, row, **posted)
    return page if page.status_code != 200 else client.get(at_the_provider(page))


def signed_in_as(client: Client) -> int | None:
    """Who is signed in."""
    found = client.session.get("_auth_user_id")
    return int(found) if found else None


def asked(page: Any) -> dict[str, str]:
    """What the provider is asked for."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.context["address"]).query).items()}


def written() -> tuple[int, int, int]:
    """How many people, memberships and links there are."""
    return User.objects.count(), Membership.objects.count(), SocialAccount.objects.count()

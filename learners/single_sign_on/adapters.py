"""Where our rules meet django-allauth's."""

from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from django.http import HttpRequest

from learners.single_sign_on.calling import Caller
from learners.single_sign_on.models import IdentityProvider

OPENID_CONNECT = "openid_connect"


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Providers come from IdentityProvider and their secrets from the environment, and nowhere else."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """The providers that can be used, as allauth knows them. Never saved."""
        rows = IdentityProvider.objects.usable()
        if provider and provider != OPENID_CONNECT:
            rows = rows.filter(slug=provider)
        if client_id:
            rows = rows.filter(client_id=client_id)
        return [as_app(row) for row in rows]

    def get_requests_session(self) -> Caller:
        """What calls providers: within limits of time and size."""
        return Caller()

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Nobody signs up by themselves; learners.single_sign_on.admission decides who may come in."""
        return False

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:
        """An address alone never signs anybody in to an account that exists."""
        return False


def as_app(row: IdentityProvider) -> SocialApp:
    """A provider as allauth knows it."""
    return SocialApp(
        provider=OPENID_CONNECT,
        provider_id=row.slug,
        name=row.name,
        client_id=row.client_id,
        secret=row.secret,
        settings={"server_url": row.issuer, "oauth_pkce_enabled": True},
    )

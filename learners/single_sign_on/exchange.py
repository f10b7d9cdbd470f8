"""The way to a provider and back: authorisation code with PKCE, state and nonce, on django-allauth's client."""

import secrets
from dataclasses import dataclass
from typing import Any

import requests
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Client, OAuth2Error
from allauth.socialaccount.providers.oauth2.utils import generate_code_challenge
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse

from learners.single_sign_on.adapters import as_app
from learners.single_sign_on.discovery import Configuration, answer_in_json, configuration_of, keys_of
from learners.single_sign_on.failures import NotSignedIn, Reason
from learners.single_sign_on.identity import Identity, Mapped, identity_from, with_userinfo
from learners.single_sign_on.models import IdentityProvider
from learners.single_sign_on.tokens import verified_claims

SCOPE = ("openid", "profile", "email")


@dataclass(frozen=True)
class Returned:
    """Who came back from a provider, and where they wanted to go."""

    identity: Identity
    next_url: str


def address_to_go_to(request: HttpRequest, row: IdentityProvider, *, next_url: str) -> str:
    """Where the browser goes to sign in at the provider. What must come back is kept in the session."""
    app, configuration = as_app(row), configuration_of(row.issuer)
    challenge, nonce = generate_code_challenge(), secrets.token_urlsafe(32)
    client = _client(request, app, configuration)
    client.state = _provider(request, app).stash_redirect_state(
        request,
        "login",
        next_url,
        pkce_code_verifier=challenge.pop("code_verifier"),
        nonce=nonce,
    )
    return client.get_redirect_url(configuration.authorization_endpoint, SCOPE, {**challenge, "nonce": nonce})


def who_came_back(request: HttpRequest, row: IdentityProvider) -> Returned:
    """Turn what the browser brings into an identity that can be believed. Each state and code works once."""
    app = as_app(row)
    try:
        state = _provider(request, app).unstash_redirect_state(request, request.GET.get("state", ""))
    except PermissionDenied:
        raise NotSignedIn(Reason.STALE, "no such state in this session") from None
    if request.GET.get("iss", row.issuer) != row.issuer:  # RFC 9207: an answer of another provider
        raise NotSignedIn(Reason.UNTRUSTED, "the answer names another issuer")
    if "error" in request.GET or not request.GET.get("code"):
        declined = request.GET.get("error") == "access_denied"
        raise NotSignedIn(Reason.CANCELLED if declined else Reason.UNTRUSTED, "the provider gave no code")
    configuration = configuration_of(row.issuer)
    given = _tokens(request, app, configuration, str(state.get("pkce_code_verifier", "")))
    claims = verified_claims(
        str(given.get("id_token", "")),
        keys=lambda afresh: keys_of(configuration, afresh=afresh),
        issuer=row.issuer,
        client_id=row.client_id,
        nonce=str(state.get("nonce", "")),
    )
    claims = _with_userinfo(claims, row, configuration, given["access_token"])
    identity = identity_from(claims, issuer=row.issuer, mapped=_mapped(row))
    return Returned(identity, state.get("next") or "")


def _provider(request: HttpRequest, app: SocialApp) -> Any:
    return app.get_provider(request)


def _client(request: HttpRequest, app: SocialApp, configuration: Configuration) -> OAuth2Client:
    return OAuth2Client(
        request,
        app.client_id,
        app.secret,
        "POST",
        configuration.token_endpoint,
        request.build_absolute_uri(reverse("single_sign_on:came_back", args=[app.provider_id])),
        basic_auth=not configuration.secret_in_body,
    )


def _tokens(
    request: HttpRequest, app: SocialApp, configuration: Configuration, verifier: str
) -> dict[str, Any]:
    """Change the code into tokens. What allauth says of a failure holds the whole answer, so it is left out."""
    client = _client(request, app, configuration)
    try:
        given = client.get_access_token(request.GET["code"], pkce_code_verifier=verifier)
    except OAuth2Error:
        raise NotSignedIn(Reason.UNTRUSTED, "the provider took back the code") from None
    except (requests.RequestException, KeyError, ValueError) as problem:
        raise NotSignedIn(Reason.AWAY, type(problem).__name__) from None
    if not isinstance(given, dict) or not isinstance(given.get("access_token"), str):
        raise NotSignedIn(Reason.UNTRUSTED, "the provider gave no tokens")
    return given


def _with_userinfo(
    claims: dict[str, Any], row: IdentityProvider, configuration: Configuration, access_token: str
) -> dict[str, Any]:
    """Ask for more only where the token lacks what finds the person. The answer must be about the same one."""
    wanted = {row.email_claim, row.number_claim or row.email_claim}
    wanted |= set() if row.trusts_email else {"email_verified"}
    if wanted <= claims.keys() or not configuration.userinfo_endpoint:
        return claims
    more = answer_in_json(
        "GET", configuration.userinfo_endpoint, headers={"Authorization": f"Bearer {access_token}"}
    )
    if more.get("sub") != claims["sub"]:
        raise NotSignedIn(Reason.UNTRUSTED, "the userinfo is about somebody else")
    return with_userinfo(claims, more)


def _mapped(row: IdentityProvider) -> Mapped:
    trusted = tuple(row.domains) if row.trusts_email else ()
    return Mapped(row.email_claim, row.number_claim, trusted)

"""A strict stand-in for an OpenID provider: discovery, keys, authorise, token and userinfo, in memory.

It refuses what a conformant one refuses (OpenID Connect Core 1.0, 3.1; RFC 6749, 4.1; RFC 7636).
`tests.fakes.openid_server` puts it behind real HTTP.
"""

import hashlib
import json
import secrets
import time
from base64 import b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from email.message import Message
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from tests.fakes.openid_plays import Play
from tests.fakes.openid_tokens import HOUR, as_jwk, id_token
from tests.fakes.record_store import Answer, Refusal

AMARA = {"sub": "amara-at-work", "email": "amara@brackwater.example", "email_verified": True}
PAGE = """<!doctype html><html lang="en"><title>Brackwater sign-in</title><main><h1>Brackwater Hospitals</h1>
<p><a href="{yes}">Sign in as {name}</a></p></main></html>"""


@dataclass
class OpenIDProvider:
    """A provider. Its attributes say how it behaves; `claims` is who has signed in at it."""

    claims: dict[str, Any] = field(default_factory=lambda: dict(AMARA))
    client_id: str = "training"
    client_secret: str = "kept in the environment"
    play: Play | None = None
    play_at: str = ""  # the resource at which what happens on the wire happens; empty: at each
    asks: bool = False  # show a page with a button, as in life, instead of signing in at once
    claims_in_userinfo: bool = False  # the token then holds the subject alone
    secret_in_body: bool = False  # instead of by Basic authentication
    key: str = "the provider's"
    kid: str = "key-1"
    issuer: str = ""  # told by the server
    redirects: set[str] = field(default_factory=set)  # where answers may go; empty: anywhere on this machine
    requests: list[tuple[str, str]] = field(default_factory=list)  # every request that came: method, resource
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    access_tokens: dict[str, dict[str, Any]] = field(default_factory=dict)

    def handle(self, method: str, path: str, headers: Message, body: bytes) -> Answer:
        """Answer one request."""
        address = urlsplit(path)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        self.requests.append((method, address.path))
        try:
            match method, address.path:
                case "GET", "/.well-known/openid-configuration":
                    return Answer.json(200, self._metadata())
                case "GET", "/keys":
                    return Answer.json(200, {"keys": [as_jwk(self.key, self.kid)]})
                case "GET", "/authorise":
                    return self._authorise(query, path)
                case "POST", "/token":
                    form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
                    return self._token(form, headers)
                case "GET", "/userinfo":
                    return self._userinfo(headers)
            raise Refusal(404, "There is no such resource.")
        except Refusal as refusal:
            return refusal.answer

    def _metadata(self) -> dict[str, Any]:
        says = "http://example.org" if self.play == Play.INSECURE_METADATA else self.issuer
        return {
            "issuer": "https://another.example" if self.play == Play.OTHER_METADATA else self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorise",
            "token_endpoint": f"{says}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "response_types_supported": ["code"],
            "code_challenge_methods_supported": ["S256"],
            "token_endpoint_auth_methods_supported": [
                "client_secret_post" if self.secret_in_body else "client_secret_basic"
            ],
        }

    def _authorise(self, query: dict[str, str], path: str) -> Answer:
        asked = {"client_id": self.client_id, "response_type": "code", "code_challenge_method": "S256"}
        wrong = [name for name, value in asked.items() if query.get(name) != value]
        wrong += [name for name in ("state", "nonce", "code_challenge") if len(query.get(name, "")) < 16]
        if wrong or "openid" not in query.get("scope", "").split():
            raise Refusal(400, f"Wrong or missing: {wrong or 'scope'}")
        if self.redirects and query["redirect_uri"] not in self.redirects:
            raise Refusal(400, "This address is not registered.")
        if self.asks and "yes" not in query:
            name = self.claims.get("given_name", "Amara")
            page = PAGE.format(yes=f"{path}&amp;yes=1", name=name)
            return Answer(200, page.encode(), {"Content-Type": "text/html; charset=utf-8"})
        return self._back(query)

    def _back(self, query: dict[str, str]) -> Answer:
        code = secrets.token_urlsafe()
        self.codes[code] = query
        given = {"code": code, "state": query["state"], "iss": self.issuer}
        if self.play == Play.CANCELLED:
            given = {"error": "access_denied", "state": query["state"]}
        if self.play == Play.WRONG_STATE:
            given["state"] = "a state that nobody gave"
        if self.play == Play.OTHER_ISSUER_IN_ANSWER:
            given["iss"] = "https://another.example"
        return Answer(302, b"", {"Location": f"{query['redirect_uri']}?{urlencode(given)}"})

    def _token(self, form: dict[str, str], headers: Message) -> Answer:
        self._know(form, headers)
        asked = self.codes.pop(form.get("code", ""), None)
        if asked is None or self.play == Play.CODE_TAKEN_BACK:
            raise Refusal(400, json.dumps({"error": "invalid_grant", "error_description": "secret words"}))
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if urlsafe_b64encode(digest).rstrip(b"=").decode() != asked["code_challenge"]:
            raise Refusal(400, "The verifier does not fit.")
        if (
            form.get("grant_type") != "authorization_code"
            or form.get("redirect_uri") != asked["redirect_uri"]
        ):
            raise Refusal(400, "The grant does not fit.")
        access_token, now = secrets.token_urlsafe(), int(time.time())
        self.access_tokens[access_token] = dict(self.claims)
        about = {"sub": self.claims["sub"]} if self.claims_in_userinfo else self.claims
        claims = {"iss": self.issuer, "aud": self.client_id, "iat": now, "exp": now + HOUR}
        token = id_token(
            claims | about | {"nonce": asked["nonce"]},
            key=self.key,
            kid=self.kid,
            secret=self.client_secret,
            play=self.play,
        )
        given = {"access_token": access_token, "token_type": "Bearer", "id_token": token}
        if self.play == Play.NO_TOKEN:
            del given["id_token"]
        return Answer.json(200, given)

    def _know(self, form: dict[str, str], headers: Message) -> None:
        given = (form.get("client_id", ""), form.get("client_secret", ""))
        if not self.secret_in_body:
            kind, _, text = headers.get("Authorization", "").partition(" ")
            name, _, secret = b64decode(text if kind == "Basic" else "").decode().partition(":")
            given = (unquote(name), unquote(secret))
        if given != (self.client_id, self.client_secret):
            raise Refusal(401, "Who are you?")

    def _userinfo(self, headers: Message) -> Answer:
        claims = self.access_tokens.get(headers.get("Authorization", "").removeprefix("Bearer "))
        if claims is None:
            raise Refusal(401, "Who are you?")
        if self.play == Play.SOMEBODY_ELSES_USERINFO:
            claims = claims | {"sub": "somebody-else"}
        return Answer.json(200, claims)

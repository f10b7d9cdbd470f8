"""A passkey in software: it answers the server's questions as a phone would, with real keys and signatures."""

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def text(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def data(words: str) -> bytes:
    return urlsafe_b64decode(words + "==")


class Authenticator:
    """One passkey. `verifies=False`: it asks for no finger, face or PIN."""

    def __init__(self, origin: str = "http://localhost", *, verifies: bool = True) -> None:
        self.origin, self.host = origin, origin.split("://")[1].partition(":")[0]
        self.flags = PRESENT | (VERIFIED if verifies else 0)
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = hashlib.sha256(str(id(self)).encode()).digest()
        self.owner = ""

    def make(self, options: dict[str, Any]) -> str:
        """The answer to navigator.credentials.create(), as JSON."""
        self.owner = options["publicKey"]["user"]["id"]
        public = ES256.from_cryptography_key(self.key.public_key())
        kept = AttestedCredentialData.create(Aaguid.NONE, self.id, public)
        auth = AuthenticatorData.create(self._host_hash(), self.flags | ATTESTED, 0, kept)
        client = self._client("webauthn.create", options)
        attested = bytes(AttestationObject.create("none", auth, {}))
        response = {"clientDataJSON": text(client), "attestationObject": text(attested)}
        return self._answer(response, {"credProps": {"rk": True}})

    def use(self, options: dict[str, Any], **instead: str) -> str:
        """The answer to navigator.credentials.get(), as JSON."""
        auth = bytes(AuthenticatorData.create(self._host_hash(), self.flags, 1))
        client = self._client("webauthn.get", options)
        signature = self.key.sign(auth + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        response = {
            "clientDataJSON": text(client),
            "authenticatorData": text(auth),
            "signature": text(signature),
            "userHandle": self.owner,
        }
        return self._answer(response | instead, {})

    def _client(self, kind: str, options: dict[str, Any]) -> bytes:
        challenge = options["publicKey"]["challenge"]
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _host_hash(self) -> bytes:
        return hashlib.sha256(self.host.encode()).digest()

    def _answer(self, response: dict[str, str], extensions: dict[str, Any]) -> str:
        answer = {"id": text(self.id), "rawId": text(self.id), "type": "public-key", "response": response}
        return json.dumps(answer | {"clientExtensionResults": extensions})

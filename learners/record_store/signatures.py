"""Signed statements (xAPI-Data 2.6): a JSON Web Signature of the statement, sent as an attachment."""

from base64 import b64decode
from collections.abc import Mapping
from typing import Any

import jwt
from cryptography import x509

from learners.record_store.rules.attachments import SIGNATURE
from learners.record_store.rules.place import Place, Refused
from learners.record_store.rules.reading import read_json
from learners.record_store.sameness import same_in_store

ALGORITHMS = ("RS256", "RS384", "RS512")


def check_signatures(statement: Mapping[str, Any], files: Mapping[str, bytes], at: Place) -> None:
    """Refuse a signature that is none, is made in another way, or signs another statement.

    One that brings its certificate is verified by it. Whose certificate that is, whoever reads must judge.
    """
    for number, attachment in enumerate(statement.get("attachments", ())):
        if attachment["usageType"] != SIGNATURE:
            continue
        here = at / "attachments" / f"[{number}]"
        signature = files.get(attachment["sha2"].lower())
        if signature is None:
            raise Refused("A signature is sent with its statement.", str(here))
        _check(statement, signature, here)


def _check(statement: Mapping[str, Any], signature: bytes, here: Place) -> None:
    try:
        header = jwt.get_unverified_header(signature)
        here.hold(header.get("alg") in ALGORITHMS, f"A signature is made by {', '.join(ALGORITHMS)}.")
        payload = jwt.PyJWS().decode(signature, **_by_certificate(header))
    except (jwt.PyJWTError, ValueError, TypeError) as problem:
        raise Refused(f"This is no valid JSON Web Signature: {problem}", str(here)) from None
    signed = read_json(payload)
    here.hold(
        isinstance(signed, dict) and same_in_store(statement, signed), "What is signed is another statement."
    )


def _by_certificate(header: Mapping[str, Any]) -> dict[str, Any]:
    chain = header.get("x5c")
    if not chain:
        return {"options": {"verify_signature": False}}
    certificate = x509.load_der_x509_certificate(b64decode(chain[0]))
    return {"key": certificate.public_key(), "algorithms": list(ALGORITHMS)}

"""Attachments (xAPI-Data 2.4.11), and signatures (2.6)."""

from collections.abc import Iterator, Mapping
from typing import Any

from learners.record_store.rules.place import Place, each, properties
from learners.record_store.rules.values import iri, language_map, length, media_type, sha2

SIGNATURE = "http://adlnet.gov/expapi/attachments/signature"
SIGNATURE_TYPE = "application/octet-stream"

_ATTACHMENT = {
    "usageType": iri,
    "display": language_map,
    "description": language_map,
    "contentType": media_type,
    "length": length,
    "sha2": sha2,
    "fileUrl": iri,
}


def attachment(value: Any, at: Place) -> None:
    """What a file is. A signature is always sent as bytes."""
    required = ("usageType", "display", "contentType", "length", "sha2")
    properties(value, at, _ATTACHMENT, required=required)
    if value["usageType"] == SIGNATURE:
        (at / "contentType").hold(value["contentType"] == SIGNATURE_TYPE, f"A signature is {SIGNATURE_TYPE}.")


attachments = each(attachment)


def attachments_in(statement: Mapping[str, Any], at: Place) -> Iterator[tuple[Mapping[str, Any], Place]]:
    """The attachments of a valid statement, and of the one inside it, each with its place."""
    about = statement["object"]
    inner = [(about, at / "object")] if about.get("objectType") == "SubStatement" else []
    for part, place in [(statement, at), *inner]:
        for number, one in enumerate(part.get("attachments", ())):
            yield one, place / "attachments" / f"[{number}]"

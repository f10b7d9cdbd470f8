"""multipart/mixed, as xAPI uses it (xAPI-Communication 1.5.2): statements first, then the files, byte for byte."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from uuid import uuid4

from learners.record_store.rules.place import Refused

BOUNDARY = re.compile(r"boundary\s*=\s*(?:\"([^\"]{1,70})\"|([^\s;\"]{1,70}))", re.IGNORECASE)
HASH, ENCODING = "x-experience-api-hash", "content-transfer-encoding"


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its headers by their lower-case names, and its bytes."""

    headers: dict[str, str]
    body: bytes


def parts_of(content_type: str, body: bytes) -> list[Part]:
    """The parts of a body. Raises Refused."""
    found = BOUNDARY.search(content_type)
    if not found:
        raise Refused("The boundary is missing.", "Content-Type")
    mark = b"--" + (found[1] or found[2]).encode()
    pieces = (b"\r\n" + body).split(b"\r\n" + mark)
    if len(pieces) < 3 or not pieces[-1].startswith(b"--"):
        raise Refused("The body is not in parts that the boundary sets apart.")
    return [_part(piece) for piece in pieces[1:-1]]


def _part(piece: bytes) -> Part:
    head, found, body = piece.partition(b"\r\n\r\n")
    if not found:
        raise Refused("A part has no headers.")
    headers = {}
    for line in head.decode("utf-8", "replace").split("\r\n"):
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    return Part(headers, body)


def files_of(parts: Iterable[Part]) -> dict[str, bytes]:
    """The files by their SHA-256, each held to what it says of itself. Raises Refused."""
    files = {}
    for number, part in enumerate(parts, 1):
        told = part.headers.get(HASH, "").lower()
        if not told:
            raise Refused("This header is missing.", f"part[{number}].X-Experience-API-Hash")
        if part.headers.get(ENCODING, "").lower() != "binary":
            raise Refused("This must be binary.", f"part[{number}].Content-Transfer-Encoding")
        if sha256(part.body).hexdigest() != told:
            raise Refused("The bytes have another SHA-256.", f"part[{number}].X-Experience-API-Hash")
        files[told] = part.body
    return files


def composed(statements: str, files: Iterable[tuple[str, str, bytes]]) -> tuple[str, bytes]:
    """A content type and a body: statements in JSON, and files as (SHA-256, type, bytes)."""
    boundary = uuid4().hex
    mark = f"--{boundary}".encode()
    pieces = [mark, b"Content-Type: application/json", b"", statements.encode()]
    for sha2, kind, data in files:
        headers = (
            f"Content-Type: {kind}\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: {sha2}"
        )
        pieces += [mark, headers.encode(), b"", data]
    pieces += [mark + b"--", b""]
    return f"multipart/mixed; boundary={boundary}", b"\r\n".join(pieces)

"""A film that browsers play, made of pictures: one a second, each a frame by itself, so that it can be wound on."""

import io
import struct
from collections.abc import Iterable
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.documents.models import Document
from wagtailmedia.models import Media

from tests.factories.modules import block_id

CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:59.000\nThe letter was already there.\n"
WIDTH, HEIGHT = 64, 36


def webm(seconds: int) -> bytes:
    """A silent WebM film of so many seconds, whose index (Cues) stands before its pictures."""
    header = _element("1A45DFA3", _text("4282", "webm"), _number("4287", 2), _number("4285", 2))
    video = _element("E0", _number("B0", WIDTH), _number("BA", HEIGHT))
    kind = (_number("D7", 1), _number("73C5", 1), _number("83", 1), _text("86", "V_VP8"), video)
    about = [
        _element("1549A966", _number("2AD7B1", 1_000_000), _number("4489", seconds * 1000, real=True)),
        _element("1654AE6B", _element("AE", *kind)),
    ]
    pictures = [_cluster(second) for second in range(seconds)]
    begins = sum(map(len, about)) + len(_cues(pictures, 0))
    return header + _element("18538067", *about, _cues(pictures, begins), *pictures)


def _cluster(second: int) -> bytes:
    """One picture: how grey it is tells the second."""
    file = io.BytesIO()
    Image.new("RGB", (WIDTH, HEIGHT), (second % 256,) * 3).save(file, "WEBP", quality=50)
    frame = file.getvalue()[20:]  # a WebP of this kind is a VP8 frame behind 20 bytes
    return _element("1F43B675", _number("E7", second * 1000), _element("A3", b"\x81\x00\x00\x80", frame))


def _cues(pictures: Iterable[bytes], begins: int) -> bytes:
    """Where the picture of each second stands, counted from the beginning of the segment's data."""
    points = []
    for second, picture in enumerate(pictures):
        where = _element("B7", _number("F7", 1), _number("F1", begins))
        points.append(_element("BB", _number("B3", second * 1000), where))
        begins += len(picture)
    return _element("1C53BB6B", *points)


def _element(name: str, *content: bytes) -> bytes:
    body = b"".join(content)
    return bytes.fromhex(name) + (len(body) | 1 << 56).to_bytes(8) + body


def _number(name: str, value: int, *, real: bool = False) -> bytes:
    return _element(name, struct.pack(">d", value) if real else value.to_bytes(8))


def _text(name: str, value: str) -> bytes:
    return _element(name, value.encode())


def media(seconds: int = 3, name: str = "film.webm") -> Media:
    """A film in the CMS."""
    return Media.objects.create(title="A film", type="video", file=ContentFile(webm(seconds), name=name))


def captions(content: bytes = CAPTIONS, name: str = "captions.vtt") -> Document:
    """A document in the CMS: captions, unless told otherwise."""
    return Document.objects.create(title="Captions", file=ContentFile(content, name=name))


def film(name: str, seconds: int = 3, **more: Any) -> dict[str, Any]:
    """A raw film of a section, its files in the CMS."""
    value = {
        "title": "The letter was already there",
        "media": media(seconds).pk,
        "captions": captions().pk,
        "transcript": "<p>A nurse opens the shared record.</p>",
    }
    return {"type": "video", "id": block_id(name), "value": value | more}

"""Links that lead nowhere. Nothing is fetched: addresses outside are only looked at."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.rich_text import extract_references_from_rich_text

_HREF = re.compile(r'href="([^"]*)"')


def broken_links(html: str) -> Iterator[str]:
    """What is wrong with the links of a rich text's source, as sentences."""
    for model, key, *_ in extract_references_from_rich_text(html):
        if issubclass(model, Page):
            page = Page.objects.filter(pk=key).first()
            if page is None or not page.live:
                yield "A link leads to a page that is not published."
        elif issubclass(model, get_document_model()) and not model.objects.filter(pk=key).exists():
            yield "A link leads to a document that is not there."
    for address in _HREF.findall(html):
        if not _looks_right(address):
            yield f"“{address}” is no address that a browser can open."


def _looks_right(address: str) -> bool:
    parts = urlsplit(address)
    if parts.scheme in ("http", "https"):
        return bool(parts.hostname and "." in parts.hostname)
    return parts.scheme in ("mailto", "tel") or address.startswith(("/", "#"))

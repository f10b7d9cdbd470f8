"""What an answer says to whoever opens it: a page, a spreadsheet, or a PDF."""

import io
import zipfile
from typing import Any

from tests.fakes.pdf_text import text_of


def words_in(response: Any) -> str:
    """Its text. Compressed files are opened: what stands in them stands nowhere in their bytes."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if content.startswith(b"%PDF-"):
        return " ".join(text_of(content).split())
    if content.startswith(b"PK\x03\x04"):
        return _unpacked(content)
    return str(content.decode(errors="replace"))


def _unpacked(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode(errors="replace") for name in archive.namelist())

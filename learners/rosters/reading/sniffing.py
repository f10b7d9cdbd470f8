"""What a file is, by its first bytes: names lie."""

from typing import BinaryIO

from learners.rosters.reading.refusal import FileRefused

_SAVE_AS = "Open it and save the list as Excel (.xlsx) or CSV, then choose that file."
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", f"This is a PDF, not a table. {_SAVE_AS}"),
    (b"{\\rtf", f"This is a text document, not a table. {_SAVE_AS}"),
    (b"\x1f\x8b", "This file is packed (gzip). Unpack it first, then choose the file inside."),
    (b"7z\xbc\xaf", "This file is packed (7-Zip). Unpack it first, then choose the file inside."),
    (b"Rar!", "This file is packed (RAR). Unpack it first, then choose the file inside."),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old Excel files, and of encrypted new ones
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def is_workbook(stream: BinaryIO) -> bool:
    """Whether it is a zip, as Excel files are; if not, it is text. Raises FileRefused for what is neither."""
    stream.seek(0)
    head = stream.read(4096)
    if not head.strip():
        raise FileRefused("This file is empty.")
    if head.startswith(_OLE):
        raise FileRefused(_old_or_locked(stream))
    for magic, message in _OTHERS:
        if head.startswith(magic):
            raise FileRefused(message)
    plain = head.removeprefix(_UNICODE_MARKS[2]).replace(b"\0", b"")
    if plain.lstrip(b"\xff\xfe \t\r\n").startswith(b"<"):
        raise FileRefused(f"This is a web page or XML, though its name may say Excel. {_SAVE_AS}")
    return head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06")


def _old_or_locked(stream: BinaryIO) -> str:
    stream.seek(0)
    before = b""
    while chunk := stream.read(1 << 20):
        if _LOCKED in before + chunk:
            return "This file is locked with a password. Save a copy without the password, then choose that file."
        before = chunk[-len(_LOCKED) :]
    return f"This is a file of an old Excel (.xls). {_SAVE_AS}"

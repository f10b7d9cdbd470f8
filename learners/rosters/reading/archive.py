"""The zip that an Excel file is: opened only if it unpacks to what a staff list can be."""

from collections.abc import Callable, Iterator
from typing import BinaryIO
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from learners.rosters.reading.refusal import FileRefused

MOST_UNPACKED = 300_000_000  # bytes, of all parts together
MOST_PARTS = 2_000
MOST_TIMES = 200  # how many times larger than packed; a long staff list is 10 to 40 times larger
_SMALL = 1_000_000
_CHUNK = 1 << 16
_DAMAGED = (
    "This Excel file is damaged, or not made by Excel. Open it in Excel, save it as .xlsx, and try again."
)
_BOMB = "This Excel file unpacks to far more than a staff list holds. Copy the list into a new file and try again."
_OTHERS = (
    (
        "xl/workbook.bin",
        "This is a binary Excel file (.xlsb). Save the list as .xlsx or CSV, then choose that file.",
    ),
    (
        "content.xml",
        "This is an OpenDocument file (.ods). Save the list as .xlsx or CSV, then choose that file.",
    ),
    (
        "word/document.xml",
        "This is a Word file. Save the list as Excel (.xlsx) or CSV, then choose that file.",
    ),
)


def damaged() -> FileRefused:
    """What is said of a file that breaks the rules of its format, in whatever way."""
    return FileRefused(_DAMAGED)


def guarded[Result](work: Callable[[], Result]) -> Result:
    """Do work on a file that may be broken in any way: what it raises is let go, with all that it may quote."""
    refusal = damaged()
    try:
        return work()
    except FileRefused as why:
        refusal = why
    except Exception:  # noqa: S110  # a crafted file fails in more ways than can be listed
        pass
    raise refusal


class Archive:
    """The parts of an Excel file. What it says of their sizes is checked first, and counted again in unpacking."""

    def __init__(self, stream: BinaryIO, *, most_unpacked: int = MOST_UNPACKED) -> None:
        stream.seek(0)
        self.zip = guarded(lambda: ZipFile(stream))
        self._most = self._left = most_unpacked
        self._parts = {part.filename: part for part in self.zip.infolist()}
        self._check()
        guarded(self._refuse_entities)

    def _check(self) -> None:
        parts = self.zip.infolist()
        for name, message in _OTHERS:
            if name in self._parts:
                raise FileRefused(message)
        if "[Content_Types].xml" not in self._parts:
            raise FileRefused(
                "This is a packed folder (zip), no Excel file. Unpack it, then choose the file inside."
            )
        if any(part.flag_bits & 1 for part in parts):
            raise FileRefused(
                "This file is locked with a password. Save a copy without it, then choose that file."
            )
        if any(part.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for part in parts):
            raise damaged()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > self._most:
            raise FileRefused(_BOMB)
        if len(parts) != len(self._parts) or any(map(_swells, parts)):
            raise FileRefused(_BOMB)

    def _refuse_entities(self) -> None:
        """Excel writes no document type; only what wants to multiply itself, or to read other files, has one."""
        for name in self._parts:
            if name.endswith((".xml", ".rels", ".vml")):
                _refuse_document_type(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part, a piece at a time. Raises FileRefused when the file has unpacked to more than it may."""
        with self.zip.open(name) as part:
            while chunk := part.read(_CHUNK):
                self._left -= len(chunk)
                if self._left < 0:
                    raise FileRefused(_BOMB)
                yield chunk

    def count_from_zero(self) -> None:
        """Let a file that unpacks to what it may be read once more."""
        self._left = self._most

    def __contains__(self, name: str) -> bool:
        return name in self._parts


def _swells(part: ZipInfo) -> bool:
    return part.file_size > max(_SMALL, part.compress_size * MOST_TIMES)


def parser_for(
    start: Callable[[str, dict[str, str]], None], end: Callable[[str], None], text: Callable[[str], None]
) -> expat.XMLParserType:
    """A parser of a part, a piece at a time, that takes no document type."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _forbidden
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    return parser


class _Begun(Exception):
    """The first element of a part has begun: nothing that is forbidden came before it."""


def _refuse_document_type(chunks: Iterator[bytes]) -> None:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _forbidden
    parser.StartElementHandler = _begun
    try:
        for chunk in chunks:
            parser.Parse(chunk)
    except _Begun:
        return


def _begun(*_: object) -> None:
    raise _Begun


def _forbidden(*_: object) -> None:
    raise damaged()

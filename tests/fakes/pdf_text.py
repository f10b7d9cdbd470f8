"""The words of a PDF as a reader's copy and paste finds them. Reads what typst writes; no general PDF reader."""

import re
import zlib

TAG = re.compile(rb"(\d+) 0 obj\s*<<(.*?)>>\s*stream\r?\n(.*?)\s*endstream", re.DOTALL)
INSIDE = rb"(?:\\.|[^\\()])*"
STRING = rb"\((" + INSIDE + rb"(?:\(" + INSIDE + rb"\)" + INSIDE + rb")*)\)"  # brackets may come in pairs
SHOWN = re.compile(rb"/(f\d+) [\d.]+ Tf|" + STRING, re.DOTALL)
ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def text_of(pdf: bytes) -> str:
    """All text, a line for each run of a font, the way the file orders it."""
    streams = {number: _opened(head, body) for number, head, body in TAG.findall(pdf)}
    content = [one for one in streams.values() if b" Tf" in one]
    fonts = {
        name: _letters(streams[re.search(rb"\n%s 0 obj.*?/ToUnicode (\d+)" % number, pdf, re.DOTALL)[1]])
        for resources in re.findall(rb"/Font<<(.*?)>>", pdf, re.DOTALL)
        for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", resources)
    }
    return "".join(_read(one, fonts) for one in content)


def _opened(head: bytes, body: bytes) -> bytes:
    return zlib.decompressobj().decompress(body) if b"FlateDecode" in head else body


def _letters(table: bytes) -> dict[int, str]:
    pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", table.partition(b"beginbfchar")[2])
    return {int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in pairs}


def _read(content: bytes, fonts: dict[bytes, dict[int, str]]) -> str:
    text, letters = "", {}
    for font, string in SHOWN.findall(content):
        if font:
            letters, text = fonts[font], text + "\n"
            continue
        raw = ESCAPED.sub(_unescaped, string)
        glyphs = [int.from_bytes(raw[at : at + 2]) for at in range(0, len(raw), 2)]
        text += "".join(letters.get(glyph, "") for glyph in glyphs)
    return text


def _unescaped(found: re.Match[bytes]) -> bytes:
    code = found[1]
    return bytes([int(code, 8)]) if code.isdigit() else LETTERS.get(code, code)

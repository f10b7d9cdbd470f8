"""Setting data in a template, as PDF/UA: tagged, with a title, a language and its fonts inside."""

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import typst

TEMPLATES = Path(__file__).parent
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def pdf(template: str, data: dict[str, Any]) -> bytes:
    """The PDF of a template (`certificate` is certificate.typ beside this file) with this data in it.

    `data` is plain JSON and has a `title`, which names the document for readers. It reaches the template as data: what
    people typed is never read as typst. A character for which no font of ours has a shape becomes �, because PDF/UA
    allows no other gap. The same data gives the same pages on every machine: fonts of the system are not looked at.
    """
    return _compile(template, _showable(data))


def _compile(template: str, data: Any) -> bytes:
    return typst.compile(
        TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        format="pdf",
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards="ua-1",
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False)


def _showable(value: Any) -> Any:
    if isinstance(value, str):
        return "".join(map(_shown, value))
    if isinstance(value, dict):
        return {key: _showable(found) for key, found in value.items()}
    if isinstance(value, list | tuple):
        return [_showable(found) for found in value]
    return value


def _shown(character: str) -> str:
    if character.isascii():
        return character if character.isprintable() else " "
    return character if _has_shape(character) else UNKNOWN


@lru_cache(maxsize=4096)
def _has_shape(character: str) -> bool:
    """Ask typst: no list of ours would stay true to its fonts."""
    try:
        _compile("probe", character)
    except (typst.TypstError, UnicodeError):  # half of a surrogate pair is no text at all
        return False
    return True

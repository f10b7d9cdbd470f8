"""What an Excel file says before its rows: which sheets it has, where they are, and which numbers are days.

Openpyxl reads these parts too, but takes all of a workbook's looks with them, and so refuses files over a fill or a
font that no staff list depends on.
"""

import datetime
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from learners.rosters.reading.archive import Archive, damaged, parser_for
from learners.rosters.reading.strings import shared_strings

MOST_SHEETS = 100
_SHEET, _STRINGS, _STYLES, _WORKBOOK = "/worksheet", "/sharedStrings", "/styles", "/officeDocument"

type Element = tuple[str, Mapping[str, str]]  # its name without prefix, its attributes


@dataclass(frozen=True)
class Link:
    """From one part to another: what the other is to it, and its path in the archive."""

    kind: str
    path: str


class Frame:
    """The visible sheets (name to part, in their order), the shared texts, and how numbers are shown."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        book = next(
            (link.path for link in self._links("").values() if link.kind == _WORKBOOK), "xl/workbook.xml"
        )
        links = self._links(book)
        elements = list(self._elements(book))
        self.sheets = dict(self._visible(elements, links))
        if not self.sheets or len(self.sheets) > MOST_SHEETS:
            raise damaged()
        counts_from_1904 = any(
            name == "workbookPr" and attributes.get("date1904") in {"1", "true"}
            for name, attributes in elements
        )
        self._epoch = CALENDAR_MAC_1904 if counts_from_1904 else CALENDAR_WINDOWS_1900
        self._day_styles = _day_styles(self._linked(links, _STYLES))
        path = next(
            (link.path for link in links.values() if link.kind == _STRINGS and link.path in archive), None
        )
        self.strings = shared_strings(archive.chunks(path)) if path else []

    def number_text(self, number: str, style: str) -> str:
        """A number as people see it in the sheet: a day as `2026-12-31`, a whole number without its `.0`."""
        if style in self._day_styles:
            return self._day(number)
        if number.isdigit():
            return number
        value = float(number)
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else number

    def _day(self, number: str) -> str:
        try:
            day = from_excel(float(number), self._epoch)
        except (OverflowError, ValueError):
            return number
        return str(day.date()) if isinstance(day, datetime.datetime) else number

    def _visible(self, elements: list[Element], links: Mapping[str, Link]) -> Iterator[tuple[str, str]]:
        for name, attributes in elements:
            if name == "sheet" and attributes.get("state", "visible") == "visible":
                link = links.get(next((attributes[key] for key in attributes if key.endswith(":id")), ""))
                if link and link.kind == _SHEET and link.path in self._archive:
                    yield attributes.get("name", ""), link.path

    def _links(self, part: str) -> dict[str, Link]:
        """What a part refers to, by the names that it uses for them."""
        folder, name = posixpath.split(part)
        return {
            attributes.get("Id", ""): Link(
                "/" + attributes.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/" + folder, attributes.get("Target", ""))).lstrip("/"),
            )
            for element, attributes in self._elements(posixpath.join(folder, "_rels", f"{name}.rels"))
            if element == "Relationship"
        }

    def _linked(self, links: Mapping[str, Link], kind: str) -> Iterator[Element]:
        for link in links.values():
            if link.kind == kind:
                yield from self._elements(link.path)

    def _elements(self, part: str) -> Iterator[Element]:
        """The elements of a part in their order; of a part that is not there, none."""
        if part not in self._archive:
            return
        found: list[Element] = []
        parser = parser_for(
            lambda tag, attributes: found.append((tag.rpartition(":")[2], attributes)),
            lambda tag: None,
            lambda text: None,
        )
        for chunk in self._archive.chunks(part):
            parser.Parse(chunk)
            yield from found
            found.clear()
        parser.Parse(b"", True)
        yield from found


def _day_styles(elements: Iterator[Element]) -> frozenset[str]:
    """The places of those cell formats that show a number as a day."""
    formats = dict(BUILTIN_FORMATS)
    styles: list[str] = []
    within = ""
    for name, attributes in elements:
        if name == "numFmt":
            formats[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "xf" and within == "cellXfs":
            styles.append(formats.get(int(attributes.get("numFmtId", "0")), ""))
        elif name in {"cellStyleXfs", "cellXfs", "cellStyles", "dxfs"}:
            within = name
    return frozenset(
        str(place)
        for place, shown in enumerate(styles)
        if is_date_format(shown) and not is_timedelta_format(shown)
    )

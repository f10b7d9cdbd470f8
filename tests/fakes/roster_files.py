"""Staff lists as files: as Excel writes them, and as those who mean harm do."""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from learners.rosters.reading.file import FileRefused, open_roster

GOLDEN = Path(__file__).parent.parent / "rosters" / "golden"
HEADER = ["Employee Number", "Last Name", "First Name", "Work Email", "Religion"]
WORKBOOK, LINKS, SHEET = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"
STRINGS, STYLES, TYPES = "xl/sharedStrings.xml", "xl/styles.xml", "[Content_Types].xml"

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def stream(text: str, encoding: str = "utf-8") -> io.BytesIO:
    """Text as a file."""
    return io.BytesIO(text.encode(encoding))


def csv_of(rows: Iterable[Sequence[str]], *, encoding: str = "utf-8", **dialect: Any) -> io.BytesIO:
    """A table as a CSV file."""
    out = io.StringIO()
    csv.writer(out, **dialect).writerows(rows)
    return stream(out.getvalue(), encoding)


def golden(name: str) -> io.BytesIO:
    """One of the golden files."""
    return io.BytesIO((GOLDEN / name).read_bytes())


def golden_rows(name: str) -> list[list[str]]:
    """A golden CSV file as a table."""
    return list(csv.reader(io.StringIO(golden(name).read().decode(), newline="")))


class Formula(str):
    """A cell that is a formula; other text that begins with “=” is text."""

    __slots__ = ()


def workbook(sheets: Mapping[str, Iterable[Sequence[Any]]], *, hidden: Sequence[str] = ()) -> io.BytesIO:
    """Sheets as openpyxl writes them: formulas without their results."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        sheet.sheet_state = "hidden" if title in hidden else "visible"
        for row in rows:
            sheet.append(row)
            for cell, value in zip(sheet[sheet.max_row], row, strict=False):
                if isinstance(value, str) and not isinstance(value, Formula):
                    cell.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    out.seek(0)
    return out


def excel_parts(cells: str, *, strings: Sequence[str] = (), date1904: bool = False) -> dict[str, str]:
    """The parts of a workbook as Excel writes them: `cells` are the rows of its sheet. Style 1 is a day."""
    items = "".join(f"<si>{t if t.startswith('<') else f'<t>{escape(t)}</t>'}</si>" for t in strings)
    return {
        TYPES: _PROLOG
        + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        + '<Default Extension="xml" ContentType="application/xml"/>'
        + f'<Override PartName="/{WORKBOOK}" ContentType="{_TYPE}.sheet.main+xml"/>'
        + f'<Override PartName="/{STRINGS}" ContentType="{_TYPE}.sharedStrings+xml"/></Types>',
        WORKBOOK: _PROLOG
        + f'<workbook {_MAIN} xmlns:r="{_R}"><workbookPr date1904="{int(date1904)}"/>'
        + '<sheets><sheet name="Staff" sheetId="1" r:id="rId1"/></sheets></workbook>',
        LINKS: _PROLOG
        + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + f'<Relationship Id="rId1" Type="{_R}/worksheet" Target="worksheets/sheet1.xml"/>'
        + f'<Relationship Id="rId2" Type="{_R}/styles" Target="/xl/styles.xml"/>'
        + f'<Relationship Id="rId3" Type="{_R}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        STYLES: _PROLOG
        + f"<styleSheet {_MAIN}><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>"
        + '<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs>'
        + '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        + '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>',
        STRINGS: _PROLOG + f"<sst {_MAIN}>{items}</sst>",
        SHEET: _PROLOG + f"<worksheet {_MAIN}><sheetData>{cells}</sheetData></worksheet>",
    }


def excel(parts: Mapping[str, str | bytes]) -> io.BytesIO:
    """Parts, packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    out.seek(0)
    return out


def row_of(number: int, *texts: str) -> str:
    """A row of a sheet with its texts in the cells themselves."""
    cells = "".join(
        f'<c r="{chr(65 + place)}{number}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
        for place, text in enumerate(texts)
    )
    return f'<row r="{number}">{cells}</row>'


def refusal(content: Any, **limits: int) -> str:
    """The message with which a file is refused, whenever it is."""
    data = content if hasattr(content, "read") else io.BytesIO(content)
    with pytest.raises(FileRefused) as caught:
        list(open_roster(data, name="staff.csv", **limits).lines())
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None  # which would hold the bytes that were read
    return str(caught.value)

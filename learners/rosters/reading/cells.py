"""What a cell's text means in its column, or why it means nothing."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from learners.rosters.reading.columns import Column
from learners.rosters.reading.dates import END_OF_TIME, parse_date
from learners.rosters.reading.staff_groups import staff_group

LONGEST = {
    Column.EMPLOYEE_NUMBER: 30,
    Column.ASSIGNMENT_NUMBER: 30,
    Column.FIRST_NAME: 150,
    Column.LAST_NAME: 150,
    Column.DEPARTMENT: 100,
    Column.JOB_ROLE: 120,
    Column.POSITION_TITLE: 120,
}
NO_VALUE = (
    "\x00"  # what a reader puts for a formula that was saved without its result; no text file holds one
)
_NOTHING = frozenset(("-", "--", "n/a", "na", "none", "null", "nil", "unknown", "not known", "tbc"))
_FORMULA_ERRORS = frozenset("#N/A #REF! #VALUE! #NAME? #DIV/0! #NUM! #NULL! #SPILL! #CALC! #ERROR!".split())
_JOINERS = "\u200c\u200d"  # between letters of some names, and part of their spelling
# Somebody suspended still works here, and may come back: a list does not end their membership.
_YES = """y yes true 1 active current employed activeassignment actingup internalsecondment maternityadoption maternity
    maternityandadoption careerbreak outonexternalsecondmentpaid outonexternalsecondmentunpaid
    suspendassignment suspended suspend suspendnopay suspendwithpay""".split()
_NO = """n no false 0 inactive ended end left leaver terminated terminateassignment terminate endassignment
    inactivenotworked exemployee""".split()
_ACTIVE = dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)
_EMAIL = re.compile(
    r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"
)
_ODS_CODE = re.compile(r"(?:DEMO-)?[A-Z0-9]{3,10}")
_PRN = re.compile(r"[a-z0-9-]{5,20}", re.IGNORECASE | re.ASCII)
_LOST_DIGITS = re.compile(r"\d(?:\.\d+)?E\+\d+", re.IGNORECASE | re.ASCII)
_ROUND = re.compile(r"\d+\.0+", re.ASCII)

type Judge = Callable[[str], Any]


class Unclear(ValueError):
    """A cell that means nothing in its column. Its text is the sentence for the person who keeps the list."""


def clean(text: str) -> str:
    """Text in one spelling: spaces single, nothing invisible in it."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if text.isprintable():
        return text
    kept = (sign for sign in text if sign in _JOINERS or unicodedata.category(sign) not in {"Cc", "Cf", "Cs"})
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def judge_of(column: Column) -> Judge:
    """What turns a cell of this column into its value. It raises Unclear."""
    judge = _JUDGES.get(column, _words)

    def checked(text: str) -> Any:
        if NO_VALUE in text:
            raise Unclear(f"{column.label} is a formula that was saved without its result.")
        text = clean(text)
        if text.startswith("#") and text.upper() in _FORMULA_ERRORS:
            raise _unclear(column, text, "is what a spreadsheet shows when a formula fails.")
        return judge(column, text)

    return checked


def _unclear(column: Column, text: str, why: str) -> Unclear:
    return Unclear(f"{column.label} “{text if len(text) <= 40 else f'{text[:39]}…'}” {why}")


def _words(column: Column, text: str) -> str:
    longest = LONGEST[column]
    if len(text) > longest:
        raise _unclear(column, text, f"is longer than {longest} characters.")
    return text


def _number(column: Column, text: str) -> str:
    if _LOST_DIGITS.fullmatch(text):
        raise _unclear(column, text, "has lost digits: format the column as text in Excel.")
    if _ROUND.fullmatch(text):
        text = text.partition(".")[0]
    return "" if text.lower() in _NOTHING else _words(column, text)


def _name(column: Column, text: str) -> str:
    if not text or text.strip("-.?") == "":
        return ""
    if text[0] in "=+@" or (text[0] == "-" and "(" in text):
        raise _unclear(column, text, "is a formula, not a name.")
    if not any(map(str.isalpha, text)):
        raise _unclear(column, text, "has no letter in it.")
    return _words(column, text)


def _email(column: Column, text: str) -> str:
    text = text.lower().removeprefix("mailto:")
    if not text or text in _NOTHING:
        return ""
    if not _EMAIL.fullmatch(text) or len(text) > 254:
        raise _unclear(column, text, "is no e-mail address.")
    return text


def _ods_code(column: Column, text: str) -> str:
    if not text or text.lower() in _NOTHING:
        return ""
    code = text.upper()
    if not _ODS_CODE.fullmatch(code) or len(code) > 10:
        raise _unclear(column, text, "is no ODS code: those have 3 to 10 letters and figures.")
    return code


def _prn(column: Column, text: str) -> str:
    text = _ROUND.sub(lambda found: found[0].partition(".")[0], text)
    if not text or text.lower() in _NOTHING:
        return ""
    if not _PRN.fullmatch(text):
        raise _unclear(column, text, "is none: those have 5 to 20 letters, figures and hyphens.")
    return text


def _date(column: Column, text: str) -> Any:
    if not text or text.lower() in _NOTHING:
        return None
    date = parse_date(text)
    if date is None:
        raise _unclear(column, text, "is no date.")
    return None if date == END_OF_TIME else date


def _active(column: Column, text: str) -> bool:
    key = "".join(filter(str.isalnum, text.casefold()))
    if key and key not in _ACTIVE:
        raise _unclear(column, text, "is not a word that we know for working here or not. Use “yes” or “no”.")
    return _ACTIVE.get(key, True)


def _group(_column: Column, text: str) -> str:
    return staff_group(text)


_JUDGES: dict[Column, Callable[[Column, str], Any]] = {
    Column.EMPLOYEE_NUMBER: _number,
    Column.ASSIGNMENT_NUMBER: _number,
    Column.FIRST_NAME: _name,
    Column.LAST_NAME: _name,
    Column.WORK_EMAIL: _email,
    Column.MANAGER_EMAIL: _email,
    Column.ORG_ODS_CODE: _ods_code,
    Column.SITE_ODS_CODE: _ods_code,
    Column.STAFF_GROUP: _group,
    Column.PRN: _prn,
    Column.START_DATE: _date,
    Column.LEAVING_DATE: _date,
    Column.ACTIVE: _active,
}

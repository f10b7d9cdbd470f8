"""What must not stand in any text: identifiers that could be real, and claims that are wrong. Standard library only."""

import re
from collections.abc import Iterator

from modules.practice.nhs_number import is_fictional_nhs_number

_TEN_DIGITS = re.compile(r"(?<![\d-])\d(?:[ -]?\d){9}(?![\d-])")
_PHONE = re.compile(r"(?<!\d)(?:\+44\s?\(?0?\)?|0)(?:[ -]?\d){9,10}(?!\d)")
_EMAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b")

_FICTIONAL_PHONE = re.compile(r"^0(?:1632960\d{3}|7700900\d{3})$")

BANNED = {
    r"consent form (?:is )?(?:needed|required)": "No consent form is needed to view a record for direct care.",
    r"GDPR (?:stops|prevents|forbids) (?:us|you|staff)": "Data protection law does not stop sharing for care.",
    r"opt-?out hides (?:\w+ )?record from": "The national data opt-out does not hide a record from care.",
    r"(?:SCR|summary care record) (?:is|=) (?:a|the) shared care record": "They are two different records.",
    r"\bthe record is complete\b": "No shared record is complete.",
    r"ReSPECT (?:form |plan )?is (?:a legal order|legally binding)": "It guides, and is not legally binding.",
    r"\bflag (?:is|=) a referral": "A flag is not a referral.",
    r"next of kin (?:can|may) (?:see|decide)": "Being next of kin gives no right to see or decide.",
    r"DSPT (?:needs|requires|asks for) 95": "That rule belongs to the past.",
}
"""Claims that are wrong, or wrong somewhere, with what is right."""

SUPPLIERS = (
    "EMIS",
    "SystmOne",
    "TPP",
    "Cerner",
    "Graphnet",
    "InterSystems",
    "Interweave",
    "Accurx",
    "AccuRx",
)
_SUPPLIER = re.compile(rf"\b(?:{'|'.join(SUPPLIERS)})\b")


def faults_in(text: str) -> Iterator[str]:
    """Everything wrong with a text, as sentences that name what was found."""
    yield from _phones(text)
    yield from _nhs_numbers(_PHONE.sub("", text))
    yield from _addresses(text)
    for match in _SUPPLIER.finditer(text):
        yield f"“{match.group()}” is a supplier. Leave real suppliers out."
    for pattern, right in BANNED.items():
        if found := re.search(pattern, text, re.IGNORECASE):
            yield f"“{found.group()}”: {right}"


def _phones(text: str) -> Iterator[str]:
    for match in _PHONE.finditer(text):
        digits = re.sub(r"^(?:44)?0?", "0", re.sub(r"\D", "", match.group()))
        if not _FICTIONAL_PHONE.match(digits):
            yield (
                f"“{match.group()}” could be a real telephone number. "
                "Use 01632 960000 to 960999, or 07700 900000 to 900999."
            )


def _nhs_numbers(text: str) -> Iterator[str]:
    for match in _TEN_DIGITS.finditer(text):
        if not is_fictional_nhs_number(match.group()):
            yield f"“{match.group()}” could be a real NHS number. Use one of the test range, which begins with 999."


def _addresses(text: str) -> Iterator[str]:
    for match in _EMAIL.finditer(text):
        if match.group(1).casefold() not in ("example.org", "example.com", "example.net"):
            yield f"“{match.group()}” could be a real e-mail address. Use one at example.org."
    for match in _POSTCODE.finditer(text):
        yield f"“{match.group()}” looks like a real postcode. Leave postcodes out."

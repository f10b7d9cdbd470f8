"""The answers of the Organisation Data Terminology API (FHIR R4), read. Standard library only.

`GET /Organization/{code}` gives the organisation. What came before and after it is no part of that resource: the
properties `predecessor` and `successor` of `GET /CodeSystem/$lookup` tell.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from learners.organisations.ods.shapes import can_be_a_code

CODE_SYSTEM = "https://fhir.nhs.uk/Id/ods-organization-code"
EXTENSIONS = "https://fhir.nhs.uk/England/StructureDefinition/Extension-England-"
ROLE, PERIOD, MOMENT = (
    f"{EXTENSIONS}{name}" for name in ("OrganisationRole", "TypedPeriod", "TypedDateTime")
)
LONGEST_NAME = 200


class NoOrganisation(ValueError):
    """What came is not the organisation that was asked for."""


@dataclass(frozen=True, slots=True)
class Resource:
    """What an Organization resource says of one organisation."""

    code: str
    name: str
    active: bool
    roles: tuple[str, ...]
    starts_on: datetime.date | None
    ends_on: datetime.date | None
    postcode: str
    last_changed: datetime.date | None


def organisation_in(answer: Any, *, code: str) -> Resource:
    """Read an Organization resource. Raises NoOrganisation where it is none, or another one than was asked for."""
    if not isinstance(answer, dict) or answer.get("resourceType") != "Organization":
        raise NoOrganisation("it is no organisation")
    if code not in {answer.get("id"), *_identifiers(answer)}:
        raise NoOrganisation("it is another organisation")
    name, active = answer.get("name"), answer.get("active")
    if not isinstance(name, str) or not name.strip() or not isinstance(active, bool):
        raise NoOrganisation("it lacks a name or a state")
    roles = list(_nested(answer, ROLE))
    starts_on, ends_on = _period(answer, roles[0] if roles else {})
    return Resource(
        code=code,
        name=" ".join(name.split())[:LONGEST_NAME],
        active=active,
        roles=tuple(filter(None, (_role(role) for role in roles if not active or _is_active(role)))),
        starts_on=starts_on,
        ends_on=ends_on,
        postcode=next((_text(address.get("postalCode")) for address in _dicts(answer.get("address"))), ""),
        last_changed=_last_changed(answer),
    )


def says_not_known(answer: Any) -> bool:
    """Whether a 404 is FHIR's own, and not that of a proxy or a wrong address."""
    return isinstance(answer, dict) and answer.get("resourceType") == "OperationOutcome"


def succession_in(answer: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of successors and predecessors in the answer of a $lookup. Raises NoOrganisation where it is none."""
    if not isinstance(answer, dict) or answer.get("resourceType") != "Parameters":
        raise NoOrganisation("it says nothing of successors")
    found: dict[str, list[str]] = {"successor": [], "predecessor": []}
    for parameter in _dicts(answer.get("parameter")):
        parts = list(_dicts(parameter.get("part")))
        name = next((part.get("valueCode") for part in parts if part.get("name") == "code"), None)
        if name in found:
            found[name] += filter(can_be_a_code, map(_code, parts))
    return tuple(dict.fromkeys(found["successor"])), tuple(dict.fromkeys(found["predecessor"]))


def _code(part: dict[str, Any]) -> str:
    """The code in the part that holds the value, which comes as a code, a coding or a string."""
    if part.get("name") == "code":
        return ""
    coding = part.get("valueCoding")
    of_coding = coding.get("code") if isinstance(coding, dict) else None
    return _text(part.get("valueCode") or of_coding or part.get("valueString"))


def _identifiers(answer: dict[str, Any]) -> Iterator[str]:
    for identifier in _dicts(answer.get("identifier")):
        if identifier.get("system") == CODE_SYSTEM:
            yield _text(identifier.get("value"))


def _nested(holder: dict[str, Any], url: str) -> Iterator[dict[str, Any]]:
    """The extensions of that address, each as what it holds by its own addresses; of repeated ones, the first."""
    for extension in _dicts(holder.get("extension")):
        if extension.get("url") == url:
            held = list(_dicts(extension.get("extension")))
            yield {"extension": held} | {str(one.get("url")): one for one in reversed(held)}


def _role(role: dict[str, Any]) -> str:
    concept = role.get("roleCode", {}).get("valueCodeableConcept")
    coding = next(_dicts(concept.get("coding") if isinstance(concept, dict) else None), {})
    return _text(coding.get("display")) or _text(coding.get("code"))


def _is_active(role: dict[str, Any]) -> bool:
    return role.get("active", {}).get("valueBoolean") is not False


def _period(
    answer: dict[str, Any], first_role: dict[str, Any]
) -> tuple[datetime.date | None, datetime.date | None]:
    """First and last day: the legal ones before the operational ones, the organisation's before its first role's."""
    for holder in (answer, first_role):
        periods = {
            _kind_of(period): period.get("period", {}).get("valuePeriod")
            for period in _nested(holder, PERIOD)
        }
        for kind in ("Legal", "Operational"):
            if isinstance(period := periods.get(kind), dict):
                return _day(period.get("start")), _day(period.get("end"))
    return None, None


def _kind_of(period: dict[str, Any]) -> str:
    coding = period.get("dateType", {}).get("valueCoding")
    return _text(coding.get("code")) if isinstance(coding, dict) else ""


def _last_changed(answer: dict[str, Any]) -> datetime.date | None:
    return next(
        (_day(moment.get("dateTime", {}).get("valueDateTime")) for moment in _nested(answer, MOMENT)), None
    )


def _day(value: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(_text(value)[:10])
    except ValueError:
        return None


def _text(value: Any) -> str:
    return " ".join(value.split())[:LONGEST_NAME] if isinstance(value, str) else ""


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    return (item for item in value if isinstance(item, dict)) if isinstance(value, list) else iter(())

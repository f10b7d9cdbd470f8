"""Whether a certificate still stands. Standard library only."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Validity(StrEnum):
    """What the service says of a code."""

    VALID = "valid"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate of one person for one module: when, and whether and when it was withdrawn."""

    at: datetime.datetime
    withdrawn_at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """An Edition of the module that it is for."""

    number: int
    is_material: bool


def validity_of(
    certificate: Issued | None,
    *,
    edition: int = 0,
    others: Sequence[Issued] = (),
    editions: Sequence[Published] = (),
) -> Validity:
    """What to say of a certificate for this Edition, given the person's others for the module and all its Editions.

    Withdrawn says more than superseded. A certificate that was withdrawn supersedes nothing, nor does an Edition that
    changed wording only.
    """
    if certificate is None:
        return Validity.UNKNOWN
    if certificate.withdrawn_at:
        return Validity.WITHDRAWN
    learnt_again = any(other.at > certificate.at and not other.withdrawn_at for other in others)
    taught_otherwise = any(each.number > edition and each.is_material for each in editions)
    return Validity.SUPERSEDED if learnt_again or taught_otherwise else Validity.VALID

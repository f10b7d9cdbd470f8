"""An agreement's scope and parties as rows of a spreadsheet."""

from collections.abc import Iterator
from typing import Any

from learners.sharing.models import Agreement, Phase
from learners.sharing.selectors.reading import parties_of, scope_of
from learners.sharing.wording import givers, roles, viewers

SCOPE_HEADINGS = (
    "Information",
    "Purpose",
    "Given by",
    "Seen by",
    "Roles",
    "When",
    "Planned for",
    "Why out of scope",
)
PARTY_HEADINGS = (
    "Organisation",
    "ODS code",
    "Signature",
    "Signed on",
    "Role that signed",
    "Means to sign by",
    "Last day",
    "Note",
)


def scope_rows(agreement: Agreement) -> Iterator[tuple[Any, ...]]:
    """A row for each item of scope."""
    for item in scope_of(agreement):
        yield (
            item.information.name,
            item.get_purpose_display(),
            givers(item),
            viewers(item),
            roles(item),
            Phase(item.phase).label,
            item.planned_for,
            item.reason,
        )


def party_rows(agreement: Agreement) -> Iterator[tuple[Any, ...]]:
    """A row for each party."""
    for party in parties_of(agreement):
        yield (
            party.organisation.name,
            party.organisation.ods_code,
            party.get_state_display(),
            party.signed_on,
            party.signatory,
            party.planned_on,
            party.left_on,
            party.note,
        )

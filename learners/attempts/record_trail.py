"""Reading what somebody did in a practice record: why they opened it, and what they looked at."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format

from learners.attempts.models import Attempt, RecordAccess
from modules.outline import RecordVisit, Section
from modules.practice.record import Access, Record
from modules.questions.find_in_record import FindInRecord
from modules.questions.question import Question


def accesses_of(attempt: Attempt, record: Record) -> list[RecordAccess]:
    """The reasons that were given for opening a record, in order."""
    return list(attempt.record_accesses.filter(record_key=record.key))


def is_open(attempt: Attempt, record: Record) -> bool:
    """Whether a reason that was given has opened the record."""
    return attempt.record_accesses.filter(record_key=record.key, opened=True).exists()


def sections_seen(attempt: Attempt, keys: Collection[str]) -> list[str]:
    """The sections of these records that were looked at, in the order of looking; each once."""
    seen = attempt.record_views.filter(record_key__in=keys).values_list("section", flat=True)
    return list(dict.fromkeys(seen))


def opened_before(attempt: Attempt, section: Section, question: Question) -> list[str] | None:
    """What was looked at before a question in this section is answered; None where it sends nobody into a record."""
    keys = {part.record.key for part in section.parts if isinstance(part, RecordVisit)}
    if isinstance(question, FindInRecord):
        keys &= {question.record.key}
    return sections_seen(attempt, keys) if keys else None


@dataclass(frozen=True, slots=True)
class OwnAccess:
    """The learner's own line in the audit trail."""

    when: str
    who: str
    role: str
    place: str
    reason: str
    refused: bool
    is_own: bool = True


def trail(attempt: Attempt, record: Record) -> list[OwnAccess | Access]:
    """Who has looked: the learner, newest first, and then those before them."""
    given = [access for access in accesses_of(attempt, record) if record.reason(access.reason_id)]
    role = _role_of(attempt) if given else ""
    own = [_own(attempt, record, access, role) for access in reversed(given)]
    return [*own, *record.accesses]


def _own(attempt: Attempt, record: Record, access: RecordAccess, role: str) -> OwnAccess:
    reason = record.reason(access.reason_id)
    return OwnAccess(
        when=date_format(timezone.localtime(access.given_at), "j F Y, H:i"),
        who=str(attempt.person),
        role=role,
        place=attempt.organisation.name if attempt.organisation else "",
        reason=reason.text if reason else "",
        refused=not access.opened,
    )


def _role_of(attempt: Attempt) -> str:
    """What the learner does in the organisation whose hat they wear."""
    memberships = attempt.person.memberships.filter(organisation=attempt.organisation).select_related("role")
    newest = memberships.order_by("starts_on").last()
    return newest.role.name if newest else "Learner"

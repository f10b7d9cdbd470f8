"""Practice records, published as an educator's are, and the blocks that name one."""

from typing import Any

import factory

from modules.models import PracticeRecord
from tests.factories.modules import block_id


def entry(ref: str, section: str, what: str, **more: Any) -> dict[str, Any]:
    """A raw row of a section ("medicines")."""
    value = {
        "what": what,
        "status": "Current",
        "date": "3 weeks ago",
        "days_ago": 21,
        "author_role": "GP",
        "source": "Ashdown Lane Surgery",
        "detail": "",
        "ref": ref,
        "conflicts_with": "",
    }
    return {"type": section.replace("-", "_"), "id": block_id(f"entry {ref}"), "value": value | more}


def reason(name: str, verdict: str = "good") -> dict[str, Any]:
    """A raw reason, whose id is its name."""
    value = {"text": f"Because {name}", "verdict": verdict, "feedback": f"On {name}."}
    return {"type": "reason", "id": name, "value": value}


def feed(source: str, state: str = "live", note: str = "") -> dict[str, Any]:
    """A raw feed."""
    return {"type": "feed", "value": {"source": source, "state": state, "note": note}}


HOSPITAL = {"source": "Brackwater Hospitals", "author_role": "Clinic doctor"}
ENTRIES = [
    entry("about-hearing", "about-me", "I hear better on my left", date="5 weeks ago", days_ago=35),
    entry("allergy", "alerts", "Allergy: trimethoprim, rash", date="2019", days_ago=2650),
    entry("old-allergy", "alerts", "No known allergies", days_ago=3650, conflicts_with="allergy", **HOSPITAL),
    entry("amlodipine", "medicines", "Amlodipine 5 mg", conflicts_with="letter"),
    entry("letter", "documents", "Letter: start vitamin D", days_ago=12, detail="<p>Dear GP</p>", **HOSPITAL),
]


class PracticeRecordFactory(factory.django.DjangoModelFactory[PracticeRecord]):
    """Win's record, published: five rows in four sections, reasons `care`, `checking` and `curious` (unsafe).

    Brackwater's letters are late, Vale Ambulance does not share. `draft=True` leaves it unpublished.
    """

    class Meta:
        model = PracticeRecord

    person = "Winifred Tansley"
    prefers = "Win"
    nhs_number = "999 101 2001"
    age = 82
    permission = "<p>Win has said yes.</p>"
    reasons = factory.LazyFunction(
        lambda: [reason("care"), reason("checking", "okay"), reason("curious", "unsafe")]
    )
    flags = factory.LazyFunction(
        lambda: [
            {"type": "flag", "value": {"title": "Hearing", "text": "Sit on her left", "source": "Nurse"}}
        ]
    )
    feeds = factory.LazyFunction(
        lambda: [
            feed("Ashdown Lane Surgery"),
            feed("Brackwater Hospitals", "late", "Last came yesterday."),
            feed("Vale Ambulance", "absent", "Ring them."),
        ]
    )
    entries = factory.LazyFunction(lambda: list(ENTRIES))
    accesses = factory.LazyFunction(
        lambda: [
            {
                "type": "access",
                "value": {
                    "when": "Yesterday, 08:15",
                    "who": "R Iqbal",
                    "role": "Physiotherapist",
                    "place": "Tarn & Vale",
                    "reason": "Reading new referral",
                },
            }
        ]
    )

    @classmethod
    def _create(cls, model_class: type[PracticeRecord], *args: Any, **kwargs: Any) -> PracticeRecord:
        draft = kwargs.pop("draft", False)
        record = model_class.objects.create(live=False, **kwargs)
        revision = record.save_revision(clean=False)
        if not draft:
            revision.publish()
            record.refresh_from_db()
        return record


def publish_record_again(record: PracticeRecord, **fields: Any) -> None:
    """Publish the record anew, with some fields changed."""
    newest = record.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(newest, name, value)
    newest.save_revision().publish()
    record.refresh_from_db()


def visit(name: str, record: PracticeRecord, task: str = "<p>Who should know?</p>") -> dict[str, Any]:
    """A raw way into the record."""
    return {"type": "record_visit", "id": block_id(name), "value": {"record": record.pk, "task": task}}


def tick(slug: str, *, row: str = "", missing: str = "", right: bool = False) -> dict[str, Any]:
    """A raw option, whose id is its slug."""
    value = {"row": row, "missing": missing, "feedback": f"About {slug}.", "is_right": right}
    return {"type": "item", "id": slug, "value": value}


def find_question(name: str, record: PracticeRecord, *ticks: dict[str, Any]) -> dict[str, Any]:
    """A raw find-in-record block: the letter is right; amlodipine and a missing start date are not."""
    chosen = ticks or (
        tick("right", row="letter", right=True),
        tick("wrong", row="amlodipine"),
        tick("odd", missing="A start date"),
    )
    value = {
        "question": "Which row asks somebody to act? Tick 1.",
        "outcome": 1,
        "skill": "act",
        "why": "<p>It asks the GP.</p>",
        "record": record.pk,
        "options": list(chosen),
    }
    return {"type": "find_in_record", "id": block_id(name), "value": value}

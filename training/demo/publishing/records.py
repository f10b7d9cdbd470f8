"""Practice records of the demonstration."""

from typing import Any

from modules.models import PracticeRecord
from training.demo.content import shapes
from training.demo.publishing.raw import plain, stable_id


def publish_record(record: shapes.PracticeRecord, *, by: Any) -> PracticeRecord:
    """Write a practice record and publish it."""

    def item(kind: str, name: str, value: dict[str, Any]) -> dict[str, Any]:
        return {"type": kind, "id": stable_id(record.slug, name), "value": value}

    def numbered(kind: str, rows: tuple[Any, ...]) -> list[dict[str, Any]]:
        return [item(kind, f"{kind} {number}", plain(row)) for number, row in enumerate(rows)]

    written = PracticeRecord.objects.create(
        **plain(record, "slug", "flags", "feeds", "entries", "reasons", "accesses"),
        live=False,
        flags=numbered("flag", record.flags),
        feeds=numbered("feed", record.feeds),
        accesses=numbered("access", record.accesses),
        reasons=[item("reason", each.slug, plain(each, "slug")) for each in record.reasons],
        entries=[
            item(each.section.replace("-", "_"), each.ref, plain(each, "section")) for each in record.entries
        ],
    )
    written.save_revision(user=by).publish()
    written.refresh_from_db()
    return written

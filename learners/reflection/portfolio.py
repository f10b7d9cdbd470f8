"""A CPD record on paper."""

from django.utils import timezone
from django.utils.formats import date_format

from learners.reflection.cpd import METHOD, CPDRecord
from modules.documents.typesetting import pdf
from modules.models import SiteIdentity


def portfolio_pdf(record: CPDRecord, *, name: str, year: int | None) -> bytes:
    """Tagged, for an appraisal or revalidation."""
    activities = [
        {
            "title": each.title,
            "facts": [
                ["Date", date_format(each.on, "j F Y")],
                ["Method", METHOD],
                ["Time", each.time],
                ["Evidence", each.evidence or "None"],
            ],
            "outcomes": list(each.outcomes),
            "reflection": _paragraphs(each.reflection),
            "note": _paragraphs(each.note),
        }
        for each in record.activities
    ]
    return pdf(
        "cpd",
        {
            "title": f"CPD record of {name}" + (f", {year}" if year else ""),
            "site": SiteIdentity.load().name,
            "made": date_format(timezone.localdate(), "j F Y"),
            "total": record.time,
            "activities": activities,
        },
    )


def _paragraphs(words: str) -> list[str]:
    return [line for line in words.splitlines() if line.strip()]

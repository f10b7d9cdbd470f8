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
                ["Method", f"{METHOD}. Not participatory"],
                ["Time", f"{each.minutes} minutes ({each.hours} hours)"],
                ["Evidence", f"Certificate {each.reference}" if each.reference else "None"],
            ],
            "outcomes": list(each.outcomes),
            "reflection": each.reflection,
            "note": each.note,
        }
        for each in record.activities
    ]
    return pdf(
        "cpd",
        {
            "title": f"CPD record of {name}" + (f", {year}" if year else ""),
            "site": SiteIdentity.load().name,
            "made": date_format(timezone.localdate(), "j F Y"),
            "total": f"{record.minutes} minutes ({record.hours} hours)",
            "activities": activities,
        },
    )

"""The pages of an evidence pack, as data for the template that sets them."""

import datetime
from itertools import groupby
from typing import Any

from django.conf import settings

from learners.dashboards.figures import Share
from learners.reports.pack.contents import Contents, Delivered
from learners.reports.selectors.needs import Matrix, Need
from modules.models import SiteIdentity

NOT_APPROVED = "This is a demonstration. Its people are fictional, and nothing of it is clinically approved."
TOO_FEW = "too few to say"
MANY_ROLES = 6


def paper_of(contents: Contents) -> dict[str, Any]:
    """Everything that the pages say."""
    organisation, made_on = contents.place.organisation, contents.made_on
    return {
        "title": f"Training evidence: {organisation}",
        "site": SiteIdentity.load().name,
        "date": [made_on.year, made_on.month, made_on.day],
        "facts": [
            (
                "Organisation",
                f"{organisation} ({organisation.ods_code})" if organisation.ods_code else str(organisation),
            ),
            ("As at the end of", _day(contents.place.on)),
            ("Made on", _day(made_on)),
        ],
        "demo": NOT_APPROVED if settings.DEMO_MODE else "",
        "needs": [_need(need, contents.matrix) for need in contents.matrix.needs],
        "minutes": [(role, f"{contents.matrix.minutes_of(role)} minutes") for role in contents.matrix.roles],
        "delivered": [_delivered(line) for line in contents.delivered],
        "evaluated": _evaluated(contents),
        "unknowns": list(contents.unknowns()),
    }


def _day(day: datetime.date) -> str:
    return f"{day:%-d %B %Y}"


def _need(need: Need, matrix: Matrix) -> dict[str, Any]:
    facts = [
        ("Asked by", f"{need.asked_by}: {need.requirement}"),
        ("Of whom", _of_whom(need, matrix)),
        ("Takes", f"{need.minutes} minutes"),
        ("Due", need.due),
        ("How often", need.how_often),
    ]
    return {"title": need.title, "facts": facts}


def _of_whom(need: Need, matrix: Matrix) -> str:
    roles = sorted(need.roles, key=str.casefold)
    words = "Everybody" if len(roles) == len(matrix.roles) > MANY_ROLES else ", ".join(roles) or "Nobody yet"
    return f"{words} (only {need.only})" if need.only else words


def _delivered(line: Delivered) -> dict[str, Any]:
    rows = [("Everybody", *_cells(line.done)), *((part.name, *_cells(part.share)) for part in line.groups)]
    late = f"{line.late.number} of {line.late.total} are overdue or expired." if line.late else ""
    beside = line.tally.beside
    return {"title": line.title, "rows": rows, "late": late, "has_others": bool(beside)}


def _cells(share: Share | None) -> tuple[str, str]:
    return (f"{share.number} of {share.total}", f"{share.percent}%") if share else (TOO_FEW, "")


def _evaluated(contents: Contents) -> list[dict[str, Any]]:
    return [
        {
            "title": contents.title_of(module),
            "rows": [(row.measure, row.value or TOO_FEW, str(row.people)) for row in rows],
        }
        for module, rows in groupby(contents.evaluated, key=lambda row: row.module)
    ]

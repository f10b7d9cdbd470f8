"""What a certificate says: the same on its page, as a PDF, and to whoever checks it."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from learners.records.models import Certificate, Completion
from modules.models import SiteIdentity


@dataclass(frozen=True, slots=True)
class Paper:
    """A certificate in words. `facts` are labels with their values; `address` is where anybody can check it."""

    name: str
    module: str
    outcomes: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    code: str
    address: str
    notes: tuple[str, ...]
    withdrawn_on: str

    @property
    def withdrawn(self) -> str:
        """That it was withdrawn, and when. Why is nobody's but the administrators'."""
        return f"Withdrawn on {self.withdrawn_on}" if self.withdrawn_on else ""

    @property
    def shown_address(self) -> str:
        """The page on which the code can be typed, as people write it."""
        return urlsplit(verification_home()).netloc + reverse("verify")

    def as_data(self) -> dict[str, Any]:
        """For the template of the PDF."""
        return {
            "title": f"Certificate: {self.module}",
            "site": SiteIdentity.load().name,
            "name": self.name,
            "module": self.module,
            "outcomes": self.outcomes,
            "facts": self.facts,
            "code": self.code,
            "address": self.address,
            "shown_address": self.shown_address,
            "notes": self.notes,
            "withdrawn": self.withdrawn,
        }


def paper_of(certificate: Certificate) -> Paper:
    """The paper of a certificate. It never shows an e-mail address, even where nobody gave a name."""
    completion = certificate.completion
    return Paper(
        name=completion.person.get_full_name() or "Somebody whose name was not given",
        module=completion.edition.title,
        outcomes=completion.edition.outline.outcomes,
        facts=tuple(_facts(completion)),
        code=certificate.spaced_code,
        address=verification_home() + reverse("verify_code", args=[certificate.code]),
        notes=tuple(_notes(completion)),
        withdrawn_on=_day(certificate.withdrawn_at) if certificate.withdrawn_at else "",
    )


def verification_home() -> str:
    """The address that stands on paper: the site's own, whichever way somebody came."""
    return str(settings.WAGTAILADMIN_BASE_URL)


def _facts(completion: Completion) -> list[tuple[str, str]]:
    edition = completion.edition
    reviewed = [("Clinical review", "Before this Edition was published")] if edition.reviewed_by_id else []
    return [
        ("Completed on", _day(completion.completed_at)),
        ("Score", "None" if completion.percent is None else f"{completion.percent}%"),
        ("How we know", completion.get_evidence_display()),
        ("Done for", str(completion.organisation or "No organisation")),
        ("Edition", f"{edition.number}, published on {_day(edition.published_at)}"),
        *reviewed,
    ]


def _notes(completion: Completion) -> list[str]:
    reviewed = completion.edition.reviewed_by_id is not None
    lines = [] if reviewed else ["The content of this Edition has had no clinical review."]
    if settings.DEMO_MODE:
        lines.append("This is a demonstration. Nothing of it is clinically approved.")
    return lines


def _day(moment: Any) -> str:
    return date_format(timezone.localtime(moment), "j F Y")

"""What stands on the poster of a join code."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format

from learners.joining.models import JoinCode
from learners.joining.qr import QrCode, qr_code
from modules.documents import pdf
from modules.models import SiteIdentity


@dataclass(frozen=True)
class Poster:
    """The words of a poster, the same on the screen and on paper."""

    title: str
    team: str
    code: str
    link: str
    short: str
    last_day: str
    qr: QrCode


def poster_of(code: JoinCode) -> Poster:
    """The poster of a code. Its links lead to the address at which this service is known."""
    home = str(settings.WAGTAILADMIN_BASE_URL)
    link = home + reverse("joining:welcome", args=[code.shown])
    return Poster(
        title=f"Join {code.organisation}",
        team=str(code.team or ""),
        code=code.shown,
        link=link,
        short=home.partition("://")[2] + reverse("joining:enter").rstrip("/"),
        last_day=date_format(code.expires_on, "j F Y"),
        qr=qr_code(link),
    )


def poster_pdf(code: JoinCode) -> bytes:
    """One page of A4."""
    poster = poster_of(code)
    words = {name: getattr(poster, name) for name in ("title", "team", "code", "link", "short", "last_day")}
    site = SiteIdentity.load().name
    return pdf("join_poster", words | {"qr": poster.qr.svg, "site": site, "demo": settings.DEMO_MODE})

"""What every page of the site knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from modules.models import SiteIdentity


def site(request: HttpRequest) -> dict[str, Any]:
    """The site's name and help, and whether this is the demonstration. Read only where a template asks."""
    return {
        "site_identity": SimpleLazyObject(lambda: SiteIdentity.load(request_or_site=request)),
        "demo": settings.DEMO_MODE,
    }

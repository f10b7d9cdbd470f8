"""The page that says why nobody was signed in."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from learners.single_sign_on.failures import NotSignedIn
from learners.single_sign_on.models import IdentityProvider

logger = logging.getLogger(__name__)


def failed(request: HttpRequest, provider: IdentityProvider | None, why: NotSignedIn) -> HttpResponse:
    """Say what happened and what to do, and leave a line in the log that names nobody."""
    slug = provider.slug if provider else "-"
    logger.warning("Single sign-on by %s failed: %s%s", slug, why.reason, why.detail and f" ({why.detail})")
    context = {
        "provider": provider,
        "reason": why.reason,
        "why": f"learners/single_sign_on/why/{why.reason}.html",
    }
    status = 403 if why.reason.is_refusal else 400
    return render(request, "learners/single_sign_on/failed.html", context, status=status)

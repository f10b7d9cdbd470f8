"""One door for the site and the CMS: where Wagtail would ask somebody to sign in, they meet our own page."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


def sign_in(request: HttpRequest) -> HttpResponse:
    """Lead to the sign-in page. Whoever is signed in already came here for want of access: 403, never a circle."""
    if request.user.is_authenticated:
        raise PermissionDenied("Signed in, but without access to the CMS.")
    return redirect(reverse("account_login", query=request.GET))


def reset_password(request: HttpRequest) -> HttpResponse:
    """Lead to the page that resets a password."""
    return redirect("account_reset_password")

"""Where a request came from, and the way to sign in and back again."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.http import url_has_allowed_host_and_scheme

NEXT = ("Location", "X-See-Other")  # the second is what a script is told (TellRedirectMiddleware)


def came_from(request: HttpRequest) -> str:
    """The page from which a request was made, with its query; empty where the browser does not tell."""
    referer = request.headers.get("Referer", "")
    if not referer or not is_ours(request, referer):
        return ""
    parts = urlsplit(referer)
    return parts._replace(scheme="", netloc="", fragment="").geturl()


def page_of(request: HttpRequest) -> str:
    """The same without its query."""
    return urlsplit(came_from(request)).path


def is_ours(request: HttpRequest, address: str) -> bool:
    """Whether an address leads to this site."""
    hosts = {request.get_host()}
    return url_has_allowed_host_and_scheme(address, hosts, require_https=request.is_secure())


def is_script(request: HttpRequest) -> bool:
    """Whether a script asked, which can show no page."""
    return request.headers.get("Sec-Fetch-Dest") == "empty"


def where_to(response: HttpResponse) -> str:
    """Where an answer leads; empty for one that leads nowhere."""
    return next((str(response[name]) for name in NEXT if name in response), "")


def leads_to_sign_in(response: HttpResponse) -> bool:
    """Whether an answer leads to where one signs in, by any of the doors."""
    doors = {resolve_url(settings.LOGIN_URL), reverse("wagtailadmin_login"), reverse("wagtailcore_login")}
    return urlsplit(where_to(response)).path in doors


def sign_in_again(back_to: str, person_id: Any, **told: Any) -> str:
    """The sign-in page, which tells why somebody is there, and leads them back: them, and nobody else."""
    way_back = reverse("sessions:back", query={"to": back_to, "for": name_tag(person_id)}) if back_to else ""
    return reverse("account_login", query=told | ({"next": way_back} if way_back else {}))


def name_tag(person_id: Any) -> str:
    """A name for somebody that tells nothing, and that nobody else can make."""
    made = salted_hmac("learners.organisations.sessions.back", str(person_id), algorithm="sha256")
    return made.hexdigest()[:32]


def is_name_tag_of(person_id: Any, tag: str) -> bool:
    """Whether this is theirs."""
    return constant_time_compare(name_tag(person_id), tag)

"""How somebody is signed out: nothing stays in the browser, and they are told why.

What is told goes into the address. A message would travel in a cookie, and those are cleared.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from learners.organisations.sessions.addresses import (
    NEXT,
    came_from,
    is_script,
    leads_to_sign_in,
    sign_in_again,
    where_to,
)
from learners.organisations.sessions.limits import Ending

BY_HAND = frozenset({"account_logout", "wagtailadmin_logout"})
ELSEWHERE = "elsewhere"  # signed out in another tab, or so long ago that nothing is known of it
_NOTE = "_sign_in_ended"


@dataclass
class Ended:
    """A sign-in that this request found to be over."""

    why: Ending
    minutes: int
    person_id: Any
    is_held: bool = False

    @property
    def told(self) -> dict[str, Any]:
        """What goes into the address."""
        minutes = {"minutes": self.minutes} if self.why is Ending.IDLE else {}
        return {"ended": str(self.why)} | minutes | ({"held": "yes"} if self.is_held else {})


def note(request: HttpRequest, ended: Ended) -> None:
    """Remember it for the rest of this request."""
    setattr(request, _NOTE, ended)


def ended(request: HttpRequest) -> Ended | None:
    """What was over when this request came, if anything was."""
    found: Ended | None = getattr(request, _NOTE, None)
    return found


def say(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer to somebody who was signed in and is no more: with the reason, and with nothing left behind."""
    rotate_token(request)
    over = ended(request)
    if over:
        response = _with_reason(request, response, over)
    view_name = request.resolver_match.view_name if request.resolver_match else ""
    leads_on = response.status_code in (204, 301, 302, 303, 401)
    # Not the cookies of a page with a form, whose token is one, nor those of a view that has something else to say.
    keeps_cookies = not leads_on or not (over or view_name in BY_HAND)
    cleared = [what for what in settings.CLEARED_AT_SIGN_OUT if not (what == "cookies" and keeps_cookies)]
    response["Clear-Site-Data"] = ", ".join(f'"{what}"' for what in cleared)
    add_never_cache_headers(response)
    return response


def tell_script(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Tell a script that it is signed out (401, and where to go in X-See-Other), instead of the sign-in page itself."""
    if not (is_script(request) and response.status_code == 302 and leads_to_sign_in(response)):
        return response
    over = ended(request)
    address = where_to(response) if over else _signed_out_elsewhere(request)
    refused = HttpResponse(status=401, content_type="text/plain", headers={"X-See-Other": address})
    if "Clear-Site-Data" in response:
        refused["Clear-Site-Data"] = response["Clear-Site-Data"]
    add_never_cache_headers(refused)
    return refused


def _with_reason(request: HttpRequest, response: HttpResponse, over: Ended) -> HttpResponse:
    here = came_from(request) if is_script(request) or request.method == "POST" else request.get_full_path()
    if leads_to_sign_in(response):
        name = next(name for name in NEXT if name in response)
        response[name] = sign_in_again(here or request.path, over.person_id, **over.told)
    elif response.status_code == 200 and request.method == "GET" and not is_script(request):
        # Open to everybody: the same page once more, as for anybody else.
        query = request.GET.copy()
        query.update({name: str(value) for name, value in over.told.items()})
        response = HttpResponseRedirect(f"{request.path}?{query.urlencode()}")
    return response


def _signed_out_elsewhere(request: HttpRequest) -> str:
    page = came_from(request)
    return reverse("account_login", query={"ended": ELSEWHERE} | ({"next": page} if page else {}))

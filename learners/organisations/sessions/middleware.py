"""Ends a sign-in that was idle or lasted too long, whatever the browser does, and leaves nothing behind."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponse

from learners.organisations.sessions import farewell, keeping, words
from learners.organisations.sessions.farewell import Ended

# What pages ask by themselves: it keeps nobody signed in. That the CMS saves a draft counts: somebody has typed.
# Nor does answering a survey: it leaves nothing in anybody's session.
AUTOMATIC = frozenset(
    {
        "sessions:time_left",
        "attempts:film_position",
        "surveys:ask",
        "wagtailadmin_editing_sessions:ping",
        "wagtailadmin_editing_sessions:release",
    }
)


class SharedComputerMiddleware:
    """Stands right after AuthenticationMiddleware. Costs no query; writes the session at most once a minute."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Make nobody of whoever's time is over, then answer; and say farewell to whoever is signed out by then."""
        # Pictures and films are public, and browsers may keep them.
        was_in = not request.path.startswith(settings.MEDIA_URL) and keeping.has_session(request)
        if was_in:
            self._end_what_is_over(request)
        response = self.get_response(request)
        if was_in and SESSION_KEY not in request.session:
            response = farewell.say(request, response)
        elif was_in and request.method == "POST":
            words.let_go_when_sent(request, response, _view_name(request))
        return farewell.tell_script(request, response)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """Note what the person does. What they sent too late is held: by now it is known to come from our own page."""
        ended = farewell.ended(request)
        if ended and request.method == "POST" and _view_name(request) in words.FORMS:
            ended.is_held = words.hold(request, ended.person_id)
        elif not request.path.startswith(settings.MEDIA_URL) and keeping.has_session(request):
            by_itself = _view_name(request) in AUTOMATIC or "Sec-Purpose" in request.headers
            (keeping.note_clock if by_itself else keeping.note_activity)(request)

    def _end_what_is_over(self, request: HttpRequest) -> None:
        sign_in = keeping.read(request)
        if why := sign_in.ending(keeping.now(), keeping.limit()):
            person_id = keeping.person_id(request)
            logout(request)
            farewell.note(request, Ended(why, sign_in.minutes, person_id))


def _view_name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""

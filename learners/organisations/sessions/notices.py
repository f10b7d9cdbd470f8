"""What pages say about the time of a sign-in: the warning, why somebody was signed out, and what is held for them."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from learners.organisations.sessions import keeping
from learners.organisations.sessions.limits import LONGEST, SHORTEST, WARNING
from learners.organisations.sessions.selectors import held_words_for

REASONS = {
    "idle": "You were signed out because this computer was not used for {minutes} minutes.",
    "limit": "You were signed out because you had been signed in for {hours} hours.",
    "elsewhere": "You are signed out: in another tab, or because this computer was not used for a while.",
    "by_hand": "You have signed out.",
}
SAVED = "What you had done is saved."
HELD = "What you typed last was not sent yet. It is kept for you alone: sign in, and you have it again."


@dataclass(frozen=True)
class TimeOut:
    """How long this page may stay open untouched (seconds), when to warn before that, and whose sign-in it is."""

    seconds: int
    warning: int
    is_final: bool
    tag: str

    def as_json(self) -> dict[str, Any]:
        """What scripts are told."""
        return {"seconds": self.seconds, "final": self.is_final, "tag": self.tag}


def shared_computer(request: HttpRequest) -> dict[str, Any]:
    """For every template; each worked out only where it is asked for."""
    return {
        "time_out": SimpleLazyObject(lambda: time_out(request)),
        "signed_out": SimpleLazyObject(lambda: signed_out(request)),
        "held_words": SimpleLazyObject(lambda: held_words(request)),
    }


def time_out(request: HttpRequest) -> TimeOut | None:
    """The time that is left to whoever is signed in; none in a preview of the CMS."""
    person, session = getattr(request, "user", None), getattr(request, "session", {})
    if not (person and person.is_authenticated and keeping.SIGN_IN in session):
        return None
    if getattr(request, "is_preview", False):
        return None
    sign_in, now, limit = keeping.read(request), keeping.now(), keeping.limit()
    return TimeOut(sign_in.left(now, limit), WARNING, sign_in.is_final(now, limit), sign_in.tag)


def signed_out(request: HttpRequest) -> list[str]:
    """Why somebody was signed out, in sentences. From fixed texts: an address can bring no words of its own."""
    reason = REASONS.get(request.GET.get("ended", ""))
    person = getattr(request, "user", None)
    if reason is None or (person and person.is_authenticated):
        return []
    minutes = request.GET.get("minutes", "")
    if "{minutes}" in reason and not (minutes.isdecimal() and SHORTEST <= int(minutes[:3]) <= LONGEST):
        reason = REASONS["elsewhere"]
    told = reason.format(minutes=minutes, hours=keeping.limit() // 3600)
    return [told, SAVED, *([HELD] if request.GET.get("held") else [])]


def held_words(request: HttpRequest) -> list[tuple[str, str]]:
    """What whoever is signed in typed on this page and did not send: names of fields, with the texts."""
    person = getattr(request, "user", None)
    if request.method != "GET" or not (person and person.is_authenticated):
        return []
    is_noted = request.path in request.session.get(keeping.HELD, [])
    return list(held_words_for(person.pk, request.path).items()) if is_noted else []

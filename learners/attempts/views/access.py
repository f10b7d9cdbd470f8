"""The way into every screen of an attempt: signed in, and one's own."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from learners.attempts.journal import NotNow
from learners.attempts.models import Attempt
from learners.attempts.player import Place, Stage, may_open_section
from learners.attempts.selectors import own_attempts, progress_of
from learners.organisations.scope import Scope

type AttemptView[**P] = Callable[Concatenate[HttpRequest, Attempt, P], HttpResponse]


def own_attempt[**P](view: AttemptView[P]) -> Callable[..., Any]:
    """Give a view the attempt that its address names; 404 unless it belongs to whoever is signed in.

    What the view cannot do at this point (NotNow) leads to where the learner is, with the reason.
    """

    @login_required
    @wraps(view)
    def wrapped(request: HttpRequest, attempt_id: UUID, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        attempt = get_object_or_404(own_attempts(Scope.of(request.user)), pk=attempt_id)
        try:
            return view(request, attempt, *args, **kwargs)
        except NotNow as reason:
            messages.info(request, str(reason))
            return redirect("attempts:carry_on", attempt_id=attempt.pk)

    return wrapped


def open_part(attempt: Attempt, part_id: str, kind: Any) -> tuple[Any, int]:
    """A part of this kind by its id, and the number of its section. 404 where this Edition has none.

    Raises NotNow before its section opens.
    """
    outline = attempt.outline
    part, section = outline.part(part_id), outline.section_of(part_id)
    if not isinstance(part, kind) or section is None:
        raise Http404("This is not in this Edition.")
    number = outline.section_number(section.id) or 1
    if not may_open_section(outline, progress_of(attempt), number):
        raise NotNow("This section is not open yet.")
    return part, number


def session_of(request: HttpRequest) -> UUID | None:
    """The random id of this sign-in, which groups events."""
    value = request.session.get("learning_session")
    return UUID(value) if value else None


STAGES = {
    Stage.SECTION: "attempts:section",
    Stage.CHECK: "attempts:check",
    Stage.QUESTION: "attempts:question",
    Stage.HAND_IN: "attempts:hand_in",
    Stage.RESULT: "attempts:result",
    Stage.REVIEW: "attempts:review",
    Stage.CONFIRM: "attempts:confirm",
    Stage.FINISHED: "attempts:result",
}


def address_of(attempt: Attempt, place: Place) -> str:
    """The address of a place in an attempt."""
    numbered = {"number": place.number} if place.number else {}
    return reverse(STAGES[place.stage], kwargs={"attempt_id": attempt.pk, **numbered})

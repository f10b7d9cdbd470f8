"""Where somebody stopped in a film. Only its script asks; without one, films simply begin at their beginning."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.views.decorators.http import require_POST

from learners.attempts.film_forms import PositionForm
from learners.attempts.film_watching import keep_position
from learners.attempts.journal import NotNow
from learners.attempts.models import Attempt
from learners.attempts.player import may_open_section
from learners.attempts.selectors import progress_of
from learners.attempts.views.access import own_attempt
from modules.outline import Video


@require_POST
@own_attempt
def position(request: HttpRequest, attempt: Attempt, film_id: str) -> HttpResponse:
    """Keep where the learner is in a film."""
    film = _film(attempt, film_id)
    form = PositionForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest("Give whole seconds from the beginning of the film.", "text/plain")
    keep_position(attempt=attempt, film=film, seconds=form.cleaned_data["seconds"])
    return HttpResponse(status=204)


def _film(attempt: Attempt, film_id: str) -> Video:
    """The film with this id; 404 where this Edition has none. Raises NotNow before its section opens."""
    outline = attempt.edition.outline
    film, section = outline.part(film_id), outline.section_of(film_id)
    if not isinstance(film, Video) or section is None:
        raise Http404("There is no such film in this Edition.")
    if not may_open_section(outline, progress_of(attempt), outline.section_number(section.id) or 1):
        raise NotNow("This section is not open yet.")
    return film

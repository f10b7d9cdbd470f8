"""Where somebody stopped in a film. Only its script asks; without one, films simply begin at their beginning."""

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.views.decorators.http import require_POST

from learners.attempts.film_forms import PositionForm
from learners.attempts.film_watching import keep_position
from learners.attempts.models import Attempt
from learners.attempts.views.access import open_part, own_attempt
from modules.outline import Video


@require_POST
@own_attempt
def position(request: HttpRequest, attempt: Attempt, film_id: str) -> HttpResponse:
    """Keep where the learner is in a film."""
    film, _ = open_part(attempt, film_id, Video)
    form = PositionForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest("Give whole seconds from the beginning of the film.", "text/plain")
    keep_position(attempt=attempt, film=film, seconds=form.cleaned_data["seconds"])
    return HttpResponse(status=204)

"""What the pages of a module show of a learner's own."""

from django import template

from learners.attempts.models import Attempt
from learners.reflection.forms import ConfidenceForm
from learners.reflection.selectors import change_of

register = template.Library()


@register.simple_tag
def confidence_before(attempt: Attempt) -> ConfidenceForm | None:
    """{% confidence_before attempt as form %}: the form, until it was answered; nothing where none is asked."""
    confidence = attempt.edition.outline.confidence
    if not confidence or attempt.took_check_first or attempt.finished_at or change_of(attempt).before:
        return None
    return ConfidenceForm(confidence=confidence)

"""What the pages of a module show of a learner's own."""

from django import template

from learners.attempts.models import Attempt
from learners.reflection.forms import ConfidenceForm
from learners.reflection.selectors import asks_before

register = template.Library()


@register.simple_tag
def confidence_before(attempt: Attempt) -> ConfidenceForm | None:
    """{% confidence_before attempt as form %}: the form; nothing where it is not asked, or not any more."""
    return ConfidenceForm(confidence=attempt.edition.outline.confidence) if asks_before(attempt) else None

"""What templates of other apps show of corrections."""

from django import template

from learners.evidence.selectors.completions import Recorded, corrections_about
from learners.records.models import Completion

register = template.Library()


@register.simple_tag
def corrections_of(completion: Completion) -> Recorded:
    """Why a completion was added to its owner's record, or taken back."""
    return corrections_about(completion)

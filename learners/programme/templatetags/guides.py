"""Guides for teams, where another app's template says what gets in the way."""

from django import template

from learners.programme.models import Guide
from learners.programme.selectors.culture import guides

register = template.Library()


@register.simple_tag
def guide_about(barrier: str) -> Guide | None:
    """{% guide_about "when" as guide %}: how to talk a barrier through; nothing where nobody wrote one."""
    return guides().filter(barrier=barrier).first()

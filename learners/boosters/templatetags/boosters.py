"""What other pages show of boosters."""

from django import template

from learners.attempts.models import Attempt
from learners.boosters.models import Booster
from learners.boosters.planning import askable
from learners.boosters.selectors import choice_of

register = template.Library()


@register.simple_tag
def offers_boosters(attempt: Attempt) -> bool:
    """{% offers_boosters attempt as offers %}: whether to offer them after this module: once nobody chose, no more."""
    return bool(askable(attempt.edition.outline)) and choice_of(attempt.person) is None


@register.filter
def right_of(booster: Booster) -> str:
    """{{ booster|right_of }}: “2 of 3 right”; what was not answered is not counted."""
    answers = list(booster.answers.all())
    return f"{sum(each.is_right for each in answers)} of {len(answers)} right" if answers else "Not answered"

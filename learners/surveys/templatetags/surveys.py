"""What other apps' templates show of surveys."""

from typing import Any

from django import template
from django.utils import timezone

from learners.surveys.selectors import Offer, offers_to

register = template.Library()


@register.simple_tag(takes_context=True)
def surveys_for_reader(context: Any) -> list[Offer]:
    """{% surveys_for_reader as offers %}: what somebody who is signed in is asked, and has not answered."""
    person = getattr(context.get("request"), "user", None)
    return offers_to(person, timezone.localdate()) if person is not None and person.is_authenticated else []

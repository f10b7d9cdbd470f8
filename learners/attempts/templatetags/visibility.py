"""What an author's preview shows of what can be seen: as somebody at any organisation, in any role."""

from typing import Any

from django import template
from django.utils import timezone

from learners.attempts.preview_as import PreviewAs, preview_as
from learners.attempts.visibility import Variant, variant_for
from modules.outline import VisibilityNeeded

register = template.Library()


@register.simple_tag(takes_context=True)
def previewed_as(context: Any) -> PreviewAs:
    """{% previewed_as as chosen %}: whom the preview is for, and the form that chooses."""
    return preview_as(context["request"])


@register.simple_tag
def variant_of(part: VisibilityNeeded, chosen: PreviewAs) -> Variant:
    """{% variant_of part chosen as variant %}: what they would be told today."""
    return variant_for(part, chosen.hat, timezone.localdate(), chosen.told)

"""How the figures of outcomes are written."""

from decimal import Decimal

from django import template

register = template.Library()


@register.filter
def plainly(value: Decimal) -> str:
    """A figure without zeros that say nothing: 14.5, not 14.50; 20, not 2E+1."""
    return f"{value.normalize():f}"

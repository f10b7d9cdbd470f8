"""A form in two steps: say it, look at what will happen, confirm. Without JavaScript, and nothing is kept between."""

from django import forms
from django.http import HttpRequest

CONFIRMED, CHANGE = "confirmed", "change"


def is_confirmed(request: HttpRequest, form: forms.BaseForm) -> bool:
    """Whether what was said is right, and somebody has looked at what will happen."""
    return CONFIRMED in request.POST and form.is_valid()


def is_to_confirm(request: HttpRequest, form: forms.BaseForm) -> bool:
    """Whether what was said is right, and is to be looked at before it happens."""
    return request.method == "POST" and CHANGE not in request.POST and form.is_valid()

"""Trying an action that may be refused."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from learners.sharing.actions.refusals import Refused


def done(form: forms.Form, act: Callable[[], Any]) -> bool:
    """Whether an action was done. Where it is refused, the form says why, at the field where that is put right."""
    try:
        act()
    except Refused as no:
        form.add_error(no.field if no.field in form.fields else None, no.words)
        return False
    return True


def done_or_told(request: HttpRequest, act: Callable[[], Any], words: str) -> None:
    """Do it and say so, or say why not: for a button without a form."""
    try:
        act()
    except Refused as no:
        messages.warning(request, no.words)
    else:
        messages.success(request, words)

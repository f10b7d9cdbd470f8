"""The form that a film's script sends."""

from django import forms

LONGEST = 6 * 60 * 60  # seconds: no film of ours is longer


class PositionForm(forms.Form):
    """Where in a film somebody is, in whole seconds."""

    seconds = forms.IntegerField(min_value=0, max_value=LONGEST)

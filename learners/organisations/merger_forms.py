"""Forms about mergers."""

from typing import Any

from django import forms

from learners.organisations.models import Organisation

TICK = {"required": "Tick the box to go on."}


class PlanMergerForm(forms.Form):
    """Asks who closes, who carries on, and from when. Plain lists, so that it works without scripts."""

    predecessor = forms.ModelChoiceField(
        Organisation.objects.filter(ends_on=None),
        label="Who closes",
        error_messages={"required": "Choose the organisation that closes."},
    )
    successor = forms.ModelChoiceField(
        Organisation.objects.filter(ends_on=None),
        label="Who carries on",
        error_messages={"required": "Choose the organisation that carries on."},
    )
    on = forms.DateField(
        label="First day in the one that carries on",
        help_text="The other one closes the day before.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Give the first day.", "invalid": "Give the first day as 2027-04-01."},
    )
    with_appointments = forms.BooleanField(
        label="Its managers and administrators see the people of the one that carries on",
        help_text="All of its people, by name. The next page lists who that is.",
        required=False,
        initial=True,
    )

    def clean(self) -> dict[str, Any]:
        """Refuse one organisation in both places."""
        asked = super().clean() or {}
        if asked.get("predecessor") and asked["predecessor"] == asked.get("successor"):
            self.add_error("successor", "Choose another organisation than the one that closes.")
        return asked


class ApplyMergerForm(forms.Form):
    """Asks whether somebody has read what will happen."""

    reviewed = forms.CharField(widget=forms.HiddenInput)
    has_read = forms.BooleanField(label="I have read what will happen", error_messages=TICK)


class UndoMergerForm(forms.Form):
    """Asks whether somebody is sure."""

    is_sure = forms.BooleanField(label="Put everything back as it was before", error_messages=TICK)

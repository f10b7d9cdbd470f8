"""What the CMS asks before it makes a token."""

import datetime

from django import forms
from django.utils import timezone
from wagtail.admin.widgets import AdminDateInput


class TokenForm(forms.Form):
    """Until when a token works."""

    ends_on = forms.DateField(
        label="Works until the end of",
        required=False,
        widget=AdminDateInput,
        help_text="Left empty, it works until another is made.",
    )

    def clean_ends_on(self) -> datetime.date | None:
        """A token that has ended is of no use."""
        day: datetime.date | None = self.cleaned_data["ends_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError("Choose today or a later day.")
        return day

    @property
    def expires_at(self) -> datetime.datetime | None:
        """The end of that day."""
        day = self.cleaned_data["ends_on"]
        if day is None:
            return None
        return timezone.make_aware(datetime.datetime.combine(day, datetime.time.max))

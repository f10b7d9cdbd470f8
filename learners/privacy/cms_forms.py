"""What administrators fill in: about whom, and why."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from learners.people.models import User
from learners.people.viewsets import PersonChooserViewSet


class AnybodyChooserViewSet(PersonChooserViewSet):
    """Finds a person by name or address: those who were retired, too, for their data is still there."""

    register_widget = False

    def get_object_list(self) -> QuerySet[User]:
        """Everybody who still has a name."""
        return User.objects.filter(anonymised_at=None).order_by("last_name", "first_name", "pk")


anybody_chooser = AnybodyChooserViewSet("anybody_chooser")


class ReasonForm(forms.Form):
    """Asks an administrator why."""

    reason = forms.CharField(max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, label: str, help_text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label, self.fields["reason"].help_text = label, help_text


class PersonForm(forms.Form):
    """Asks about whom."""

    person = forms.ModelChoiceField(
        queryset=User.objects.filter(anonymised_at=None),
        widget=anybody_chooser.widget_class,
        error_messages={"invalid_choice": "This person is not there, or is anonymised already."},
    )


class PersonAndReasonForm(ReasonForm, PersonForm):
    """Asks about whom, and why."""

    field_order = ("person", "reason")

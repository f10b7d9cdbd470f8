"""Forms about the early-project checklist."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils import timezone
from django.utils.safestring import SafeString

from learners.evidence.forms.days import day_field
from learners.forms import LearnerForm
from learners.programme.actions.checklist import Said
from learners.programme.models import ChecklistAnswer, ChecklistItem, Facet, Standing


class AssessmentForm(LearnerForm):
    """Every item with its four answers and a note. Nothing is required: it may be gone on with another day."""

    def __init__(
        self, *args: Any, items: list[ChecklistItem], given: Mapping[int, ChecklistAnswer], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._items = items
        for item in items:
            said = given.get(item.pk)
            self.fields[f"standing-{item.pk}"] = forms.ChoiceField(
                label=f"{item.number}. {item.statement}",
                help_text="Critical: where it is not in place, an action is made."
                if item.is_critical
                else "",
                choices=Standing.choices,
                widget=forms.RadioSelect,
                required=False,
                show_hidden_initial=True,
                initial=said.standing if said else "",
                error_messages={"invalid_choice": f"Choose one of the four answers to {item.number}"},
            )
            self.fields[f"note-{item.pk}"] = forms.CharField(
                label=f"Note on {item.number}",
                max_length=300,
                required=False,
                show_hidden_initial=True,
                initial=said.note if said else "",
                error_messages={
                    "max_length": f"The note on {item.number} is too long: 300 characters at most"
                },
            )

    @property
    def facets(self) -> Iterator[tuple[str, list[tuple[BoundField, BoundField, SafeString]]]]:
        """Items with their notes and with what was shown of both, under the name of what they are about."""
        for facet, items in groupby(self._items, key=lambda item: item.facet):
            yield Facet(facet).label, [self._fields_of(item) for item in items]

    def _fields_of(self, item: ChecklistItem) -> tuple[BoundField, BoundField, SafeString]:
        both = self[f"standing-{item.pk}"], self[f"note-{item.pk}"]
        return *both, SafeString("".join(each.as_hidden(only_initial=True) for each in both))

    def clean(self) -> dict[str, Any]:
        """Ask for an answer where there is a note: alone it would be lost."""
        cleaned = super().clean() or self.cleaned_data
        for item in self._items:
            standing = f"standing-{item.pk}"
            if cleaned.get(f"note-{item.pk}") and not cleaned.get(standing) and standing not in self.errors:
                self.add_error(standing, f"Choose an answer to {item.number}, or take its note away")
        return cleaned

    @property
    def said(self) -> dict[int, Said]:
        """What is said anew of each item that has an answer. What stands as it was shown is somebody else's by now."""
        found, changed = {}, set(self.changed_data)
        for item in self._items:
            names = f"standing-{item.pk}", f"note-{item.pk}"
            standing, note = (self.cleaned_data.get(name, "") for name in names)
            if standing and changed.intersection(names):
                found[item.pk] = Said(standing, note)
        return found


class ActionForm(LearnerForm):
    """What is done about an item, by whom and by when."""

    what = forms.CharField(
        label="What is to be done", max_length=200, error_messages={"required": "Say what is to be done"}
    )
    owner = forms.CharField(
        label="Who does it",
        help_text="A role or a name.",
        max_length=120,
        error_messages={"required": "Say who does it"},
    )
    due_on = day_field("By when", needed="Enter the day by which it is to be done")

    def clean_due_on(self) -> Any:
        """A day to come; one that has passed only where it stays as it was."""
        day = self.cleaned_data["due_on"]
        if day != self.initial.get("due_on") and day < timezone.localdate():
            raise forms.ValidationError("Choose today or a day to come")
        return day


class ChangeActionForm(ActionForm):
    """The same, or that it is done."""

    is_done = forms.BooleanField(label="It is done", required=False)


class AddActionForm(ActionForm):
    """The same, about an item of the list."""

    item: forms.ModelChoiceField[ChecklistItem] = forms.ModelChoiceField(
        queryset=ChecklistItem.objects.filter(is_retired=False),
        label="About",
        empty_label="Choose an item",
        error_messages={"required": "Choose an item", "invalid_choice": "Choose an item from the list"},
    )
    field_order = ["item", "what", "owner", "due_on"]

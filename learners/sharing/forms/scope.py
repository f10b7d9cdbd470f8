"""The form about what an agreement covers."""

from typing import Any

from django import forms

from learners.forms import LearnerForm, day_field
from learners.organisations.models import Organisation
from learners.organisations.models.organisation import Kind
from learners.sharing.actions.scope import Covers
from learners.sharing.models import Phase, Purpose
from modules.models import InformationCategory, Role


def _several(label: str, queryset: Any = None, help_text: str = "") -> Any:
    """Checkboxes, none of which has to be ticked."""
    common: dict[str, Any] = {
        "label": label,
        "help_text": help_text,
        "required": False,
        "widget": forms.CheckboxSelectMultiple,
    }
    if queryset is None:
        return forms.MultipleChoiceField(**common)
    return forms.ModelMultipleChoiceField(queryset=queryset, **common)


class ScopeForm(LearnerForm):
    """What is shared, for what, by whom, with whom, and when."""

    information: forms.ModelChoiceField[InformationCategory] = forms.ModelChoiceField(
        queryset=InformationCategory.objects.all(),
        label="Information",
        empty_label="Choose a category",
        error_messages={"required": "Choose a category", "invalid_choice": "Choose a category from the list"},
    )
    purpose = forms.ChoiceField(
        label="What it may be used for",
        choices=Purpose.choices,
        widget=forms.RadioSelect,
        initial=Purpose.DIRECT_CARE,
        error_messages={"required": "Choose what it may be used for"},
    )
    phase = forms.ChoiceField(
        label="When",
        choices=Phase.choices,
        widget=forms.RadioSelect,
        initial=Phase.NOW,
        error_messages={"required": "Choose when"},
    )
    planned_for = day_field("Planned for", required=False, help_text="Of what is planned.")
    reason = forms.CharField(
        label="Why it is out of scope",
        help_text="Of what is out of scope. People who look for it read this.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    provider_kinds = _several("Kinds of organisations that give it", help_text="None ticked: every party.")
    providers = _several("Single organisations that give it", Organisation.objects.none())
    viewer_kinds = _several("Kinds of organisations that see it", help_text="None ticked: every party.")
    viewers = _several("Single organisations that see it", Organisation.objects.none())
    roles = _several(
        "Roles that see it", Role.objects.exclude(slug="not-known"), help_text="None ticked: every role."
    )
    note = forms.CharField(
        label="Why what stands here is not what was signed",
        help_text="Kept with what stood here before. No names.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why what stands here is not what was signed"},
    )

    def __init__(self, *args: Any, parties: Any, is_correction: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = set(parties.values_list("kind", flat=True).order_by()) | self._chosen_before()
        fields: dict[str, Any] = dict(self.fields)
        for name in ("provider_kinds", "viewer_kinds"):
            fields[name].choices = [each for each in Kind.choices if each[0] in kinds]
        for name in ("providers", "viewers"):
            fields[name].queryset = parties
        if not is_correction:
            del self.fields["note"]

    def clean(self) -> dict[str, Any]:
        """Ask for the day of what is planned, and the reason of what is left out."""
        cleaned = super().clean() or {}
        is_planned = cleaned.get("phase") == Phase.PLANNED and "planned_for" not in self.errors
        if is_planned and not cleaned.get("planned_for"):
            self.add_error("planned_for", "Say for which day it is planned")
        if cleaned.get("phase") == Phase.OUT_OF_SCOPE and not cleaned.get("reason"):
            self.add_error("reason", "Say why it is out of scope")
        return cleaned

    @property
    def covers(self) -> Covers:
        """What was said."""
        said = self.cleaned_data
        return Covers(
            information=said["information"],
            purpose=said["purpose"],
            provider_kinds=tuple(said["provider_kinds"]),
            providers=frozenset(said["providers"]),
            viewer_kinds=tuple(said["viewer_kinds"]),
            viewers=frozenset(said["viewers"]),
            roles=frozenset(said["roles"]),
            phase=said["phase"],
            planned_for=said["planned_for"],
            reason=said["reason"],
        )

    def _chosen_before(self) -> set[str]:
        return {*self.initial.get("provider_kinds", ()), *self.initial.get("viewer_kinds", ())}

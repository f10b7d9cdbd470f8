"""Forms by which a network's lead keeps its agreements."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format

from learners.forms import LearnerForm, day_field, refuse_days_to_come
from learners.organisations.models import Organisation
from learners.organisations.models.organisation import Kind
from learners.sharing.models import Agreement, Stage

FIRST_STAGES = [(each.value, each.label) for each in Stage if each not in (Stage.ACTIVE, Stage.EXPIRED)]
NO_NAMES = "A role, not a name: information governance lead."


class DetailsForm(LearnerForm):
    """Who keeps an agreement, and by when it is reviewed."""

    owner = forms.CharField(
        label="Who keeps it",
        help_text=NO_NAMES,
        max_length=120,
        error_messages={"required": "Say who keeps it"},
    )
    owner_email = forms.EmailField(
        label="Their e-mail address",
        help_text="It is told 90 and 30 days before the review. Best is an address that a team reads.",
        required=False,
        error_messages={"invalid": "Enter an e-mail address like team@example.org"},
    )
    review_by = day_field("Review by", required=False)


class FirstStageForm(LearnerForm):
    """Where a version begins."""

    stage = forms.ChoiceField(
        label="Stage",
        help_text="Where it stood first. You can add the stages that came after it one by one.",
        choices=FIRST_STAGES,
        widget=forms.RadioSelect,
        initial=Stage.SCOPING,
        error_messages={"required": "Choose a stage"},
    )
    on = day_field(
        "In this stage since",
        help_text="No stage can be noted for a day before this one.",
        needed="Enter the day on which it entered this stage",
    )

    def clean_on(self) -> Any:
        """A day that has come."""
        return refuse_days_to_come(self.cleaned_data["on"])


class AgreementForm(DetailsForm, FirstStageForm):
    """A new agreement."""

    title = forms.CharField(
        label="Title", max_length=150, error_messages={"required": "Enter the title of the agreement"}
    )
    version = forms.CharField(
        label="Version",
        help_text="As on the document: 1.0",
        max_length=20,
        error_messages={"required": "Enter the version"},
    )
    field_order = ["title", "version", "owner", "owner_email", "review_by", "stage", "on"]


class VersionForm(FirstStageForm):
    """The next version of an agreement."""

    version = forms.CharField(
        label="Version",
        help_text="As on the document: 2.0",
        max_length=20,
        error_messages={"required": "Enter the version"},
    )
    field_order = ["version", "stage", "on"]


class StageForm(LearnerForm):
    """An agreement enters another stage."""

    stage = forms.ChoiceField(
        label="New stage",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a stage", "invalid_choice": "Choose a stage from the list"},
    )
    on = day_field("Since", needed="Enter the day on which it entered this stage")
    note = forms.CharField(
        label="Note",
        help_text="Needed where it goes back: why. No names.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._agreement = agreement
        self.fields["stage"].choices = Stage.choices  # type: ignore[attr-defined]
        self.fields["on"].initial = timezone.localdate()
        self.fields["stage"].help_text = (
            f"It is in: {agreement.get_stage_display()}. "
            "“Expired” cannot be undone: after it there is only a new version."
        )

    def clean(self) -> dict[str, Any]:
        """Refuse to lose what is said of the stage that it is in already. The same sent twice is no mistake."""
        cleaned = super().clean() or {}
        newest, said = self._agreement.stages.last(), (cleaned.get("on"), cleaned.get("note"))
        if newest and cleaned.get("stage") == newest.stage and said != (newest.entered_on, newest.note):
            since = date_format(newest.entered_on, "j F Y")
            self.add_error("stage", f"It is in this stage already, since {since}. Choose another")
        return cleaned


class PartiesForm(LearnerForm):
    """Which organisations are asked to sign."""

    kinds = forms.MultipleChoiceField(
        label="Every organisation of these kinds", widget=forms.CheckboxSelectMultiple, required=False
    )
    organisations: forms.ModelMultipleChoiceField[Organisation] = forms.ModelMultipleChoiceField(
        queryset=Organisation.objects.none(),
        label="And these",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": "Choose organisations that are in this network and no party yet"},
    )

    def __init__(self, *args: Any, offered: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offered = list(offered)
        kinds = {each.kind for each in self._offered}
        fields: dict[str, Any] = dict(self.fields)
        fields["kinds"].choices = [each for each in Kind.choices if each[0] in kinds]
        fields["organisations"].queryset = offered

    def clean(self) -> dict[str, Any]:
        """Ask for at least one."""
        cleaned = super().clean() or {}
        if not self.errors and not self.chosen:
            self.add_error("organisations", "Choose at least one organisation")
        return cleaned

    @property
    def chosen(self) -> list[Organisation]:
        """All of these kinds, and the others."""
        kinds, single = self.cleaned_data.get("kinds", []), set(self.cleaned_data.get("organisations") or [])
        return [each for each in self._offered if each.kind in kinds or each in single]

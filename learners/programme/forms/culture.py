"""Forms about changes, champions and talks in teams."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone

from learners.evidence.forms.days import day_field, refuse_days_to_come
from learners.forms import LearnerForm, LearnerRenderer
from learners.organisations.models import Membership, Network, Organisation, Team
from learners.organisations.scope import Scope
from learners.programme.forms.roadmap import modules_offered
from learners.programme.models import Guide, Level, Milestone, Weight, WorkflowChange
from learners.programme.selectors.culture import member_named, teams_offered
from modules.models import ModulePage, Role

LONG = {"rows": 3}
NO_NAMES = "No names, and nothing about a patient."


class ChangeForm(forms.ModelForm):  # type: ignore[type-arg]
    """What somebody will do otherwise, and what helps them to."""

    default_renderer = LearnerRenderer()

    class Meta:
        model = WorkflowChange
        fields = (
            "level",
            "role",
            "milestone",
            "before",
            "after",
            "effort",
            "benefit",
            "risk",
            "owner",
            "mitigated_by",
        )
        widgets = {
            "level": forms.RadioSelect,
            "effort": forms.RadioSelect,
            "before": forms.Textarea(attrs=LONG),
            "after": forms.Textarea(attrs=LONG),
            "benefit": forms.Textarea(attrs=LONG),
            "risk": forms.Textarea(attrs=LONG),
            "mitigated_by": forms.CheckboxSelectMultiple,
        }
        labels = {
            "level": "What changes",
            "role": "Whose job (of a job)",
            "milestone": "With which milestone",
            "before": "What people do today",
            "after": "What they will do",
            "effort": "How much effort it takes",
            "benefit": "What is better for it",
            "risk": "What could go wrong",
            "owner": "Who looks after it",
            "mitigated_by": "Modules that help people to do it",
        }
        help_texts = {"role": "", "before": "", "after": "", "mitigated_by": "", "owner": "A role or a name."}

    def __init__(self, *args: Any, network: Network, **kwargs: Any) -> None:
        super().__init__(*args, **({"label_suffix": ""} | kwargs))
        self.instance.network = network
        fields: dict[str, Any] = dict(self.fields)
        fields["level"].choices = Level.choices
        fields["effort"].choices = Weight.choices
        fields["role"].queryset = Role.objects.exclude(slug="not-known")
        fields["role"].empty_label = "Not one role"
        own, dropped = Q(pk=self.instance.milestone_id), Q(status=Milestone.Status.DROPPED)
        fields["milestone"].queryset = network.milestones.filter(~dropped | own)
        fields["milestone"].empty_label = "Not with one"
        fields["mitigated_by"].queryset = modules_offered(self.instance, "mitigated_by")
        for name, words in (
            ("level", "Choose what changes"),
            ("before", "Say what people do today"),
            ("after", "Say what they will do"),
            ("effort", "Choose how much effort it takes"),
            ("benefit", "Say what is better for it"),
            ("owner", "Say who looks after it"),
        ):
            fields[name].error_messages["required"] = words

    def clean(self) -> dict[str, Any]:
        """Ask whose job it is."""
        cleaned = super().clean() or {}
        if cleaned.get("level") == Level.JOB and not cleaned.get("role"):
            self.add_error("role", "Choose whose job changes")
        return cleaned


class ChampionForm(LearnerForm):
    """Who is asked by colleagues, about what."""

    who = forms.CharField(
        label="Work e-mail address or employee number",
        max_length=254,
        error_messages={"required": "Enter an e-mail address or an employee number"},
    )
    area = forms.CharField(
        label="Area",
        help_text="A ward, a service, nights.",
        max_length=120,
        error_messages={"required": "Say for which area"},
    )

    def __init__(self, *args: Any, scope: Scope, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._scope, self._organisation = scope, organisation
        self.membership: Membership | None = None

    def clean_who(self) -> str:
        """Somebody who works here today."""
        words: str = self.cleaned_data["who"].strip()
        self.membership = member_named(self._scope, self._organisation, words)
        if self.membership is None:
            raise forms.ValidationError("Nobody here has this address or number, or several have it")
        return words


class TeamForm(LearnerForm):
    """Which team it was."""

    team: forms.ModelChoiceField[Team] = forms.ModelChoiceField(
        queryset=Team.objects.none(),
        label="Team",
        empty_label="Choose a team",
        error_messages={"required": "Choose a team", "invalid_choice": "Choose a team from the list"},
    )

    def __init__(self, *args: Any, scope: Scope, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = teams_offered(scope, organisation)  # type: ignore[attr-defined]


class _People(forms.ModelMultipleChoiceField[Membership]):
    def label_from_instance(self, obj: Any) -> str:
        """The name alone."""
        return str(obj.person)


class TalkForm(LearnerForm):
    """When a team talked what through, and who was there."""

    held_on = day_field("Day", needed="Enter the day")
    guide: forms.ModelChoiceField[Guide] = forms.ModelChoiceField(
        queryset=Guide.objects.all(), label="Guide", required=False, empty_label="None of these"
    )
    module: forms.ModelChoiceField[ModulePage] = forms.ModelChoiceField(
        queryset=ModulePage.objects.live().order_by("path"),
        label="Module",
        required=False,
        empty_label="None of these",
    )
    people = _People(
        queryset=Membership.objects.none(),
        label="Who took part",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one person", "invalid_choice": "Choose from the list"},
    )
    note = forms.CharField(
        label="What came of it (if you like)",
        help_text=NO_NAMES,
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs=LONG),
    )

    def __init__(self, *args: Any, roster: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = roster.order_by("person__last_name", "person__first_name")  # type: ignore[attr-defined]
        self.fields["held_on"].initial = timezone.localdate()

    def clean_held_on(self) -> Any:
        """A day that has come."""
        return refuse_days_to_come(self.cleaned_data["held_on"])

    def clean(self) -> dict[str, Any]:
        """Ask what it was about; refuse whoever was not there yet."""
        cleaned = super().clean() or {}
        day = cleaned.get("held_on")
        late = [hat for hat in cleaned.get("people") or () if day and hat.starts_on > day]
        for hat in late:
            self.add_error("people", f"{hat.person} has been here since {hat.starts_on:%-d %B %Y} only")
        if not self.errors and not (cleaned.get("guide") or cleaned.get("module")):
            self.add_error("guide", "Choose a guide or a module: what was talked through")
        return cleaned


class WithdrawForm(LearnerForm):
    """Why it should not have been recorded."""

    reason = forms.CharField(
        label="Why it was a mistake", max_length=200, error_messages={"required": "Say why it was a mistake"}
    )

"""Forms about objectives and milestones."""

import datetime
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone

from learners.forms import LearnerForm, LearnerRenderer, day_field
from learners.organisations.models import Network
from learners.programme.models import Milestone, Objective
from learners.programme.selectors.roadmap import organisations_in
from learners.requirements.models import GoLive
from modules.models import Capability, InformationCategory, ModulePage, Role

FIRST, LAST = datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)
DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "nhsuk-input--width-10"})
NUMBER = {"inputmode": "decimal", "class": "nhsuk-input--width-10"}
NO_NUMBER = "Enter a number like 12.5"
TICKS = forms.CheckboxSelectMultiple
DAY_LIKE = "Enter a day like 2026-03-27"


def refuse_far_days(day: Any) -> Any:
    """The day, unless it is a slip of the keys. Raises ValidationError."""
    if day and not FIRST <= day <= LAST:
        raise ValidationError("Choose a day between 2000 and 2099")
    return day


def modules_offered(row: Any, name: str = "modules") -> QuerySet[ModulePage]:
    """The published modules, and those that a row chose while they were: saving it loses none."""
    chosen = Q(pk__in=getattr(row, name).values("pk")) if row.pk else Q()
    return ModulePage.objects.filter(Q(live=True) | chosen).order_by("path")


def _number(label: str, needed: str, help_text: str = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        help_text=help_text,
        max_digits=12,
        decimal_places=2,
        widget=forms.TextInput(attrs=NUMBER),
        error_messages={
            "required": needed,
            "invalid": NO_NUMBER,
            "max_decimal_places": "Enter a number with two decimal places at most",
            "max_digits": "This number is too long",
            "max_whole_digits": "This number is too long",
        },
    )


class ObjectiveForm(forms.ModelForm):  # type: ignore[type-arg]
    """What is to be better, how that is measured, from where to where, and by when."""

    default_renderer = LearnerRenderer()
    baseline = _number("Baseline", "Enter the baseline: the figure today", "The figure today.")
    target = _number("Target", "Enter the target: the figure to reach", "The figure to reach.")

    class Meta:
        model = Objective
        fields = ("statement", "measure", "baseline", "target", "by", "capabilities", "modules")
        widgets = {
            "statement": forms.Textarea(attrs={"rows": 3}),
            "by": DAY,
            "capabilities": TICKS,
            "modules": TICKS,
        }
        labels = {
            "statement": "What is to be better",
            "measure": "How it is measured",
            "by": "By when",
            "capabilities": "What it is about",
            "modules": "Modules that help to reach it",
        }
        help_texts = {
            "statement": "Who will do what differently.",
            "measure": "A figure for every month, such as views of the shared record per 100 contacts.",
            "modules": "",
        }
        error_messages = {
            "statement": {"required": "Say what is to be better"},
            "measure": {"required": "Say how it is measured. Without a measure it is a wish"},
            "by": {"required": "Enter the day by which it is to be reached", "invalid": DAY_LIKE},
        }

    def __init__(self, *args: Any, network: Network, **kwargs: Any) -> None:
        super().__init__(*args, **({"label_suffix": ""} | kwargs))
        self.instance.network = network
        fields: dict[str, Any] = dict(self.fields)
        fields["modules"].queryset = modules_offered(self.instance)

    def clean_by(self) -> Any:
        """A day of this century."""
        return refuse_far_days(self.cleaned_data["by"])

    def clean(self) -> dict[str, Any]:
        """Refuse a target that is reached already."""
        cleaned = super().clean() or self.cleaned_data
        if "baseline" in cleaned and cleaned["baseline"] == cleaned.get("target"):
            self.add_error("target", "The target is the same as the baseline: nothing would be better")
        return cleaned


class MilestoneForm(forms.ModelForm):  # type: ignore[type-arg]
    """What goes live where, for whom, and what has to be there before. Its day is said when it is planned."""

    default_renderer = LearnerRenderer()
    threshold = forms.IntegerField(
        label="How many per cent of each team should have learned it before",
        min_value=1,
        max_value=100,
        initial=80,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "nhsuk-input--width-3"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), "Enter a whole number from 1 to 100"
        ),
    )

    class Meta:
        model = Milestone
        fields = (
            "title",
            "capability",
            "organisation",
            "agreement",
            "information",
            "roles",
            "modules",
            "threshold",
            "go_live",
        )
        widgets: ClassVar[dict[str, Any]] = {"information": TICKS, "roles": TICKS, "modules": TICKS}
        labels = {
            "title": "What goes live, in a few words",
            "capability": "What it is about",
            "organisation": "Where",
            "agreement": "Sharing agreement that it rests on",
            "information": "Information that it shows",
            "roles": "Whose work it touches",
            "modules": "What people should have learned before",
            "go_live": "Go-live before which training is due",
        }
        help_texts = {
            "organisation": "",
            "roles": "None ticked: everybody's.",
            "modules": "",
            "go_live": "It takes the day of this milestone, and moves with it. What is due before it moves, too.",
        }
        error_messages = {
            "title": {"required": "Say what goes live"},
            "capability": {"required": "Choose what it is about"},
        }

    def __init__(self, *args: Any, network: Network, **kwargs: Any) -> None:
        super().__init__(*args, **({"label_suffix": ""} | kwargs))
        self.instance.network = network
        here = Q(pk__in=organisations_in(network, timezone.localdate()).values("pk"))
        mine = Q(network=network, milestone=None)
        self._offer("capability", Capability.objects.all(), "Choose one")
        self._offer(
            "organisation",
            self.fields["organisation"].queryset.filter(here | Q(pk=self.instance.organisation_id)),  # type: ignore[attr-defined]
            "The whole network",
        )
        self._offer("agreement", network.agreements.all(), "None yet")
        self._offer("information", InformationCategory.objects.all())
        self._offer("roles", Role.objects.exclude(slug="not-known"))
        self._offer("modules", modules_offered(self.instance))
        self._offer("go_live", GoLive.objects.filter(mine | Q(pk=self.instance.go_live_id)), "None")

    def _offer(self, name: str, rows: Any, empty: str | None = None) -> None:
        field: Any = self.fields[name]
        field.queryset = rows
        if empty:
            field.empty_label = empty


class AddMilestoneForm(MilestoneForm):
    """The same, with the day for which it is planned."""

    class Meta(MilestoneForm.Meta):
        fields = ("title", "capability", "organisation", "on", *MilestoneForm.Meta.fields[3:])  # type: ignore[assignment]
        widgets: ClassVar[dict[str, Any]] = {**MilestoneForm.Meta.widgets, "on": DAY}
        labels = {**MilestoneForm.Meta.labels, "on": "The day for which it is planned"}
        help_texts = {**MilestoneForm.Meta.help_texts, "on": "It can be moved."}
        error_messages = {
            **MilestoneForm.Meta.error_messages,
            "on": {"required": "Enter the day for which it is planned", "invalid": DAY_LIKE},
        }

    def clean_on(self) -> Any:
        """A day of this century."""
        return refuse_far_days(self.cleaned_data["on"])


class StatusForm(LearnerForm):
    """Where a milestone stands, and its day."""

    status = forms.ChoiceField(
        label="Where it stands",
        choices=Milestone.Status.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where it stands"},
    )
    on = day_field("Day", help_text="On which it goes live, or went live.")
    reason = forms.CharField(
        label="Why",
        help_text="Needed where it is paused or dropped. No names.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "Say it in 300 characters at most"},
    )

    def clean_on(self) -> Any:
        """A day of this century."""
        return refuse_far_days(self.cleaned_data["on"])

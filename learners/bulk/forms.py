"""What is asked before something is done for many people."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone

from learners.bulk.models import BulkAction, Kind
from learners.dashboards.forms import PeopleFilter
from learners.dashboards.wanted import Seen
from learners.forms import LearnerForm
from learners.organisations.models import Organisation
from learners.organisations.scope import Scope
from modules.models import ModulePage

A_LONG_TIME = datetime.timedelta(days=2 * 365)
DAY: dict[str, Any] = {"type": "date", "class": "nhsuk-input--width-10"}


def kinds_for(scope: Scope, organisation: Organisation) -> list[tuple[str, str]]:
    """What somebody may do here. Who need not do something is for administrators to say."""
    is_administrator = scope.administers(organisation)
    return [(kind.value, kind.label) for kind in Kind if is_administrator or kind is not Kind.EXEMPT]


class ChooseForm(PeopleFilter):
    """What to do, and for whom, where nobody was ticked in the list."""

    action = forms.ChoiceField(
        label="What do you want to do?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose what you want to do",
            "invalid_choice": "Choose what you want to do",
        },
    )
    SHOWN = ("action", "state", "team", "module", "staff_group", "role")

    def __init__(self, *args: Any, scope: Scope, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, scope=scope, organisation=organisation, **kwargs)
        self.fields["action"].choices = kinds_for(scope, organisation)  # type: ignore[attr-defined]
        self.fields["action"].error_messages["invalid_choice"] = "Choose what you want to do"
        self.fields["state"].initial = Seen.LATE.value

    @property
    def shown(self) -> list[forms.BoundField]:
        """The fields of the page that stands alone; others come hidden, from the list of people."""
        return [self[name] for name in self.SHOWN]

    @property
    def carried(self) -> list[forms.BoundField]:
        """What else the list of people was narrowed by: kept when the page is shown again, so that none are added."""
        return [self[name] for name in self.fields if name not in self.SHOWN and self[name].value()]


class _ModuleField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """The modules that people can do today."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=ModulePage.objects.none(), label="Module", **kwargs)
        self.error_messages["invalid_choice"] = "Choose a module from the list"


class SettleForm(LearnerForm):
    """What exactly is to be done."""

    module = _ModuleField()
    day = forms.DateField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].queryset = ModulePage.objects.live().order_by("title")  # type: ignore[attr-defined]
        self.fields["day"].widget = forms.DateInput(format="%Y-%m-%d", attrs=DAY)
        self.fields["day"].error_messages["invalid"] = "Enter a day like 2026-03-27"

    def clean_day(self) -> datetime.date | None:
        """A day ahead, within two years."""
        day: datetime.date | None = self.cleaned_data["day"]
        today = timezone.localdate()
        if day and day < today:
            raise forms.ValidationError("Choose today or a day ahead")
        if day and day > today + A_LONG_TIME:
            raise forms.ValidationError("Choose a day in the next two years")
        return day


class AssignForm(SettleForm):
    """Which module, by when."""

    module = _ModuleField(empty_label="Choose a module", error_messages={"required": "Choose a module"})
    day = forms.DateField(
        label="To be done by", error_messages={"required": "Enter the day by which it is to be done"}
    )


class ExemptForm(SettleForm):
    """From what, until when, and why."""

    module = _ModuleField(required=False, empty_label="Whatever is asked here")
    day = forms.DateField(
        label="Last day (leave empty if it has no end)",
        required=False,
    )
    reason = forms.CharField(
        label="Reason",
        max_length=200,
        help_text="People's managers read it, and they themselves. Nothing about somebody's health.",
        error_messages={"required": "Enter a reason", "max_length": "Use 200 characters or fewer"},
    )


def settle_form(action: BulkAction, data: Any = None) -> SettleForm | None:
    """The form that an action needs; None for one that needs no more said. Filled with what was said before."""
    kinds = {Kind.ASSIGN: AssignForm, Kind.EXEMPT: ExemptForm}
    form = kinds.get(Kind(action.kind))
    said = {"module": action.module, "day": action.day, "reason": action.reason}
    return form(data, initial=said) if form else None

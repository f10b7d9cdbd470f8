"""What a manager can look for, kept in the page's address."""

import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format

from learners.dashboards.models import SavedView, Thresholds
from learners.dashboards.selectors.names import (
    modules_of,
    requirement_choices,
    role_choices,
    site_choices,
    team_choices,
    with_those_below,
)
from learners.dashboards.selectors.place import first_day_of
from learners.dashboards.wanted import DUE_WITHIN, STATES, Late, Wanted
from learners.forms import LearnerForm
from learners.organisations.models import Organisation, StaffGroup
from learners.organisations.scope import Scope
from learners.requirements.models import Breakdown


def offer(form: forms.Form, **choices: list[tuple[str, str]]) -> None:
    """Give fields their choices, and all of them an error in plain words."""
    for name, of_field in choices.items():
        form.fields[name].choices = of_field  # type: ignore[attr-defined]
    for name, field in form.fields.items():
        if isinstance(field, forms.ChoiceField):
            word = {"on": "month end", "sort": "order"}.get(name, name.replace("_", " "))
            field.error_messages["invalid_choice"] = f"Choose a {word} from the list"


BREAKDOWNS = [(each.value, each.label) for each in Breakdown if each is not Breakdown.ALL]


class DayForm(LearnerForm):
    """Asks for a day in the past, as at which figures are shown. Empty: today."""

    on = forms.DateField(
        label="As at the end of",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "nhsuk-input--width-10"}),
        error_messages={"invalid": "Enter a day like 2026-03-27"},
    )

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation

    def clean_on(self) -> datetime.date | None:
        """A day of which standings are kept: neither in the future nor before the first."""
        day = self.cleaned_data["on"]
        today = timezone.localdate()
        if day is None or day == today:
            return None
        if day > today:
            raise forms.ValidationError("Choose today or a day in the past")
        first = first_day_of(self.organisation)
        if first is None or day < first:
            since = date_format(first or today, "j F Y")
            raise forms.ValidationError(f"Figures are kept since {since}. Choose that day or a later one")
        return day

    @property
    def day(self) -> datetime.date:
        """The day, once the form is checked; today for a day that is wrong."""
        return getattr(self, "cleaned_data", {}).get("on") or timezone.localdate()


class FiguresForm(DayForm):
    """By what figures are broken down, and of which module."""

    by = forms.ChoiceField(required=False, choices=BREAKDOWNS)
    module = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, titles: dict[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, module=[("", "All modules"), *((str(key), title) for key, title in titles.items())])

    @property
    def breakdown(self) -> Breakdown:
        """By what, once the form is checked."""
        return Breakdown(self.cleaned_data.get("by") or Breakdown.STAFF_GROUP)

    @property
    def module_key(self) -> UUID | None:
        """The one module, once the form is checked."""
        module = self.cleaned_data.get("module")
        return UUID(module) if module else None


class NetworkForm(LearnerForm):
    """Asks in which order a network's organisations come, at which month end, and of which module the trend is."""

    sort = forms.ChoiceField(required=False)
    on = forms.ChoiceField(label="As at", required=False)
    module = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, days: list[datetime.date], titles: dict[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of_modules = [(str(key), title) for key, title in titles.items()]
        ends = [(f"{day:%Y-%m-%d}", date_format(day, "j F Y")) for day in days]
        offer(
            self,
            sort=[("", "Name"), ("people", "People, most first"), *of_modules],
            on=[("", "Today"), *ends],
            module=of_modules,
        )

    @property
    def day(self) -> datetime.date | None:
        """The month end, once the form is checked; None: today."""
        on = self.cleaned_data.get("on")
        return datetime.date.fromisoformat(on) if on else None

    @property
    def sort_key(self) -> str:
        """The order, once the form is checked."""
        return self.cleaned_data.get("sort") or "name"

    @property
    def module_key(self) -> UUID | None:
        """The module of the trend, once the form is checked."""
        module = self.cleaned_data.get("module")
        return UUID(module) if module else None


class PeopleFilter(DayForm):
    """Narrows the people of one organisation. Only what is its own can be chosen; the rest does not exist."""

    name = forms.CharField(label="Name or e-mail address", required=False, max_length=100)
    site = forms.ChoiceField(required=False)
    team = forms.ChoiceField(label="Team, with those below it", required=False)
    alone = forms.BooleanField(label="Without the teams below it", required=False)
    staff_group = forms.ChoiceField(required=False, choices=[("", "All staff groups"), *StaffGroup.choices])
    role = forms.ChoiceField(required=False)
    module = forms.ChoiceField(required=False)
    requirement = forms.ChoiceField(required=False)
    state = forms.ChoiceField(required=False, choices=STATES)
    due = forms.ChoiceField(
        label="Due",
        required=False,
        choices=[("", "Any day"), *((str(days), f"In the next {days} days") for days in DUE_WITHIN)],
    )
    late = forms.ChoiceField(
        label="Overdue or expired",
        required=False,
        choices=[("", "However long"), *((each.value, each.label) for each in Late)],
    )
    field_order = (
        "name", "state", "team", "module", "site", "staff_group", "role", "requirement", "due", "late", "on",
        "alone",
    )  # fmt: skip

    def __init__(
        self, *args: Any, scope: Scope, titles: dict[UUID, str] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        here = self.organisation
        known = modules_of(here) if titles is None else titles
        offer(
            self,
            site=[("", "All sites"), *site_choices(here)],
            team=[("", "All teams"), *team_choices(here, scope.teams(here))],
            role=[("", "All roles"), *role_choices()],
            module=[("", "All modules"), *((str(key), title) for key, title in known.items())],
            requirement=[("", "Whatever is asked"), *requirement_choices(here)],
        )

    @property
    def is_looking(self) -> bool:
        """Whether anything was asked for in the address, valid or not."""
        return bool(self.errors) or any(self.cleaned_data.values())

    @property
    def wanted(self) -> Wanted:
        """What is looked for, once the form is checked and found valid."""
        given = self.cleaned_data
        team = given["team"]
        return Wanted(
            name=given["name"],
            site=int(given["site"]) if given["site"] else None,
            teams=self._teams(int(team)) if team else None,
            staff_group=given["staff_group"],
            role=int(given["role"]) if given["role"] else None,
            module=UUID(given["module"]) if given["module"] else None,
            requirement=int(given["requirement"]) if given["requirement"] else None,
            state=given["state"],
            due=int(given["due"]) if given["due"] else None,
            late=Late(given["late"]) if given["late"] else None,
        )

    def _teams(self, team: int) -> frozenset[int]:
        return frozenset([team]) if self.cleaned_data["alone"] else with_those_below(self.organisation, team)

    @property
    def given(self) -> dict[str, str]:
        """The filters that narrow anything, as they stand in the address; once the form is valid."""
        given = {name: value for name, value in self.cleaned_data.items() if value}
        return {name: "on" if value is True else str(value) for name, value in given.items()}

    @property
    def query(self) -> str:
        """The same for a saved view, as an address has them: of today, and without anybody's name."""
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in self.given.items() if name not in ("on", "name")})
        return query.urlencode()


class SavedViewForm(forms.ModelForm):  # type: ignore[type-arg]
    """Asks for a view's name. The person and the organisation are given by the instance.

    Its fields have ids of their own: the filters on the same page ask for a name, too.
    """

    default_renderer = LearnerForm.default_renderer

    class Meta:
        model = SavedView
        fields = ("name",)
        labels = {"name": "Name of this view"}
        error_messages = {
            "name": {"required": "Enter a name for this view", "max_length": "Use 60 characters or fewer"}
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"label_suffix": "", "auto_id": "view_%s"} | kwargs))

    def clean_name(self) -> str:
        """A name that this person has not given here yet."""
        name = str(self.cleaned_data["name"])
        mine = SavedView.objects.filter(person=self.instance.person, organisation=self.instance.organisation)
        if mine.filter(name=name).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("You have a view of that name. Choose another name")
        return name


class ThresholdsForm(forms.ModelForm):  # type: ignore[type-arg]
    """Asks for an organisation's thresholds."""

    default_renderer = LearnerForm.default_renderer

    class Meta:
        model = Thresholds
        fields = ("nearly", "on_track")
        labels = {
            "nearly": "“Nearly there” from how many per cent",
            "on_track": "“On track” from how many per cent",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"label_suffix": ""} | kwargs))
        for name in self.fields:
            self.fields[name].widget.attrs["class"] = "nhsuk-input--width-3"
            self.fields[name].error_messages["required"] = "Enter a number of per cent"

    def clean(self) -> dict[str, Any]:
        """Refuse them the wrong way round."""
        given = super().clean() or {}
        if given.get("nearly") and given.get("on_track") and given["nearly"] >= given["on_track"]:
            self.add_error("nearly", "Enter a smaller number here than for “On track”")
        return given

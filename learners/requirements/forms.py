"""What is asked before a requirement is kept, adopted or ended: in the CMS and on the pages of an organisation."""

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm

from learners.forms import LearnerForm
from learners.organisations.models import Organisation, Site, StaffGroup, Team
from learners.organisations.models.organisation import Kind
from learners.records.models import Evidence
from learners.requirements.models import Adoption, GoLive, Requirement
from learners.requirements.models.requirement import Refreshing
from learners.sharing.models import Agreement, Stage
from modules.models import Edition, ModulePage

DUE = ("due_days", "due_on", "go_live")
NOT_IN_DAYS = "Enter a day like 2026-03-27"


def ticks(choices: list[tuple[str, str]], label: str, **more: Any) -> forms.MultipleChoiceField:
    """Boxes to tick for a list that is kept as one value."""
    return forms.MultipleChoiceField(
        choices=choices, label=label, widget=forms.CheckboxSelectMultiple, **({"required": False} | more)
    )


class ChecksRequirement(forms.ModelForm):  # type: ignore[type-arg]
    """What holds of a requirement wherever it is kept. Every error stands by its field."""

    staff_groups = ticks(StaffGroup.choices, "Staff groups", help_text="None ticked: all of them.")
    accepts = ticks(
        Evidence.choices,
        "What counts as having done it",
        required=True,
        error_messages={"required": "Tick at least one kind of evidence"},
    )

    def clean(self) -> dict[str, Any]:
        """Refuse two ways to be due or none, a way of refreshing without its months, and Editions not asked."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        self._check_due(given)
        self._check_refreshing(given)
        self._check_editions(given)
        return given

    def _check_due(self, given: dict[str, Any]) -> None:
        said = [name for name in DUE if given.get(name) is not None]
        if len(said) != 1 and not any(name in self.errors for name in DUE):
            why = "Only one of these can be said" if said else "Say by when"
            self.add_error(
                said[1] if said else "due_days", f"{why}: days, one day for everybody, or a go-live."
            )

    def _check_refreshing(self, given: dict[str, Any]) -> None:
        needed: dict[Any, dict[str, str]] = {
            Refreshing.ROLLING: {"refresh_months": "Say after how many months it is due again"},
            Refreshing.YEARLY: {
                "window_opens_month": "Choose the month in which the window opens",
                "window_closes_month": "Choose the month in which the window closes",
            },
        }
        for name, message in needed.get(given.get("refresh"), {}).items():
            if not given.get(name) and name not in self.errors:
                self.add_error(name, message)

    def _check_editions(self, given: dict[str, Any]) -> None:
        if not given.get("minimum_editions"):
            return
        keys = [edition.module_key for edition in given["minimum_editions"]]
        asked = {module.translation_key for module in given.get("modules") or ()}
        if not set(keys) <= asked:
            self.add_error("minimum_editions", "One of these Editions is of a module that is not asked")
        elif len(set(keys)) < len(keys):
            self.add_error("minimum_editions", "Choose one Edition of each module at most")

    def _offer(self, name: str, rows: Any, refusal: str) -> None:
        field = self.fields[name]
        field.queryset = rows  # type: ignore[attr-defined]
        field.error_messages["invalid_choice"] = field.error_messages["invalid_pk_value"] = refusal


class RequirementAdminForm(ChecksRequirement, WagtailAdminModelForm):
    """In the CMS, of any organisation or network. Offers only the teams, sites and Editions that belong to it."""

    kinds = ticks(Kind.choices, "Kinds of organisations", help_text="None ticked: all of them.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.data.get(self.add_prefix("organisation")) if self.is_bound else None
        key = int(chosen) if chosen and str(chosen).isdigit() else self.instance.organisation_id
        self._offer("teams", Team.objects.filter(organisation=key), "Choose a team of this organisation")
        self._offer("sites", Site.objects.filter(organisation=key), "Choose a site of this organisation")
        asked = self.instance.modules.values("translation_key") if self.instance.pk else []
        editions = Edition.objects.filter(module_key__in=asked, number__gt=1)
        self._offer("minimum_editions", editions, "Choose an Edition of a module that is asked")


class RequirementForm(ChecksRequirement):
    """On the pages of an organisation: a requirement of its own, which the instance brings."""

    default_renderer = LearnerForm.default_renderer

    class Meta:
        model = Requirement
        fields = (
            "title", "modules", "roles", "staff_groups", "teams", "sites", "due_days", "due_on", "go_live",
            "grace_days", "refresh", "refresh_months", "window_opens_month", "window_closes_month",
            "window_grace_days", "change_days", "accepts", "accepts_from", "gives_access", "agreement",
            "starts_on", "ends_on",
        )  # fmt: skip
        labels = {
            "title": "What people call it",
            "due_days": "Days to do it in",
            "due_on": "Or: one day for everybody",
            "go_live": "Or: before something goes live",
            "accepts_from": "Whose records count",
            "agreement": "Opens with (leave empty if it waits for no agreement)",
            "ends_on": "Last day (leave empty if it has no end)",
        }
        widgets = {
            **dict.fromkeys(("modules", "roles", "teams", "sites"), forms.CheckboxSelectMultiple),
            **dict.fromkeys(("refresh", "accepts_from"), forms.RadioSelect),
        }

    GROUPS = (
        ("What", ("title", "modules")),
        ("Of whom", ("roles", "staff_groups", "teams", "sites")),
        ("By when: fill in one of the first three", (*DUE, "grace_days")),
        ("How often", ("refresh", "refresh_months", "window_opens_month", "window_closes_month", "window_grace_days",
                       "change_days")),
        ("What counts", ("accepts", "accepts_from", "gives_access")),
        ("In force", ("agreement", "starts_on", "ends_on")),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"label_suffix": ""} | kwargs))
        here: Organisation = self.instance.organisation
        self._offer("modules", ModulePage.objects.live().order_by("title"), "Choose modules from the list")
        self._offer("teams", here.teams.all(), "Choose a team of this organisation")
        self._offer("sites", here.sites.all(), "Choose a site of this organisation")
        networks = here.network_memberships.in_force(on=timezone.localdate()).values("network")
        days = GoLive.objects.filter(Q(organisation=here) | Q(network__in=networks))
        self._offer("go_live", days, "Choose a day of this organisation or its networks")
        known = Q(network__in=networks) & ~Q(stage=Stage.EXPIRED) | Q(pk=self.instance.agreement_id)
        agreements = Agreement.objects.filter(known)
        self._offer("agreement", agreements, "Choose an agreement of this organisation's networks")
        for name, field in self.fields.items():
            field.error_messages.setdefault("invalid", "Enter a whole number")
            field.error_messages["required"] = REQUIRED.get(name, "Fill this in")
            if isinstance(field, forms.DateField):
                field.widget = day_input()
                field.error_messages["invalid"] = NOT_IN_DAYS
            elif isinstance(field, forms.IntegerField):
                field.widget.attrs["class"] = "nhsuk-input--width-3"
        if not here.teams.exists():
            del self.fields["teams"]
        if not here.sites.exists():
            del self.fields["sites"]
        if not agreements.exists():
            del self.fields["agreement"]

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields under their headings."""
        return [(heading, [self[n] for n in names if n in self.fields]) for heading, names in self.GROUPS]


REQUIRED = {
    "modules": "Tick at least one module",
    "accepts": "Tick at least one kind of evidence",
    "starts_on": "Enter the first day",
}


def day_input() -> forms.DateInput:
    """A field for a day."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "nhsuk-input--width-10"})


class _AheadForm(LearnerForm):
    """One day, today or ahead."""

    day = forms.DateField(error_messages={"invalid": NOT_IN_DAYS, "required": "Enter a day"})
    label = ""

    def __init__(self, *args: Any, first: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **({"initial": {"day": first}} | kwargs))
        self.fields["day"].label = self.label
        self.fields["day"].widget = day_input()

    def clean_day(self) -> datetime.date:
        """Not in the past, which is never written over."""
        day: datetime.date = self.cleaned_data["day"]
        if day < timezone.localdate():
            raise forms.ValidationError("Choose today or a day ahead: what was asked before does not change")
        return day


class AdoptForm(_AheadForm):
    """From when on a network's requirement is asked here."""

    label = "Ask it from"

    def __init__(
        self, *args: Any, requirement: Requirement, known: Iterable[Adoption], **kwargs: Any
    ) -> None:
        first = max(timezone.localdate(), requirement.starts_on)
        super().__init__(*args, first=first, **kwargs)
        self._requirement, self._known = requirement, known

    def clean_day(self) -> datetime.date:
        """A day on which the network asks it, after any time for which it was adopted before."""
        day = super().clean_day()
        if self._requirement.ends_on and day > self._requirement.ends_on:
            raise forms.ValidationError("The network does not ask it any more on that day")
        if any(each.ends_on and each.ends_on >= day for each in self._known):
            raise forms.ValidationError("It is asked here on that day already. Choose a later day")
        return day


class StopForm(_AheadForm):
    """Up to when it is asked here."""

    label = "Last day on which it is asked"

    def __init__(self, *args: Any, adoption: Adoption, **kwargs: Any) -> None:
        super().__init__(*args, first=max(timezone.localdate(), adoption.starts_on), **kwargs)
        self._adoption = adoption

    def clean_day(self) -> datetime.date:
        """A day on which it is asked here."""
        day = super().clean_day()
        if day < self._adoption.starts_on:
            raise forms.ValidationError(
                "It is not asked before its first day. Choose that day or a later one"
            )
        return day

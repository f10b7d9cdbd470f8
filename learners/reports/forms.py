"""What is asked before a report is made."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.validators import MaxLengthValidator

from learners.dashboards.forms import DayForm, offer
from learners.dashboards.selectors.names import modules_of, team_choices, with_those_below
from learners.forms import LearnerForm
from learners.organisations.models import Organisation, Team
from learners.organisations.scope import Scope
from learners.reports.models import Cadence, Report
from learners.reports.models.competence import DIGITS, NO_BAR
from learners.reports.ordering import Order, may_have
from modules.models import ModulePage

KINDS = [("csv", "CSV, for any spreadsheet"), ("xlsx", "Excel workbook")]


class _Choosing(DayForm):
    """A report of one organisation, and of whom in it. Only what somebody may have can be chosen."""

    offered: tuple[Report, ...] = ()
    report = forms.ChoiceField(
        label="Which report", error_messages={"required": "Choose a report from the list"}
    )
    team = forms.ChoiceField(label="Team, with those below it", required=False)
    module = forms.ChoiceField(required=False)
    kind = forms.ChoiceField(label="Kind of file", required=False, choices=KINDS)

    def __init__(self, *args: Any, scope: Scope, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, organisation=organisation, **kwargs)
        titles = modules_of(organisation)
        offer(
            self,
            report=[(each.value, each.label) for each in self.offered if may_have(scope, organisation, each)],
            team=[("", "Everybody I may see"), *team_choices(organisation, scope.teams(organisation))],
            module=[("", "All modules"), *((str(key), title) for key, title in titles.items())],
        )

    @property
    def module_key(self) -> UUID | None:
        """The one module, once the form is valid."""
        return UUID(self.cleaned_data["module"]) if self.cleaned_data["module"] else None

    @property
    def is_workbook(self) -> bool:
        """Whether an Excel workbook is wanted, once the form is valid."""
        return bool(self.cleaned_data["kind"] == "xlsx")


class FileForm(_Choosing):
    """One file, now."""

    offered = (Report.PEOPLE, Report.FIGURES, Report.ESR)
    field_order = ("report", "on", "team", "module", "kind")

    def order(self) -> Order:
        """What was asked for, once the form is valid."""
        team = self.cleaned_data["team"]
        return Order(
            report=self.cleaned_data["report"],
            on=self.day,
            is_workbook=self.is_workbook,
            teams=with_those_below(self.organisation, int(team)) if team else None,
            module=self.module_key,
        )


class ScheduleForm(_Choosing):
    """A link by e-mail, regularly."""

    offered = (Report.PEOPLE, Report.FIGURES, Report.ESR, Report.PACK)
    on = None  # type: ignore[assignment]  # so a form loses a field
    cadence = forms.ChoiceField(
        label="How often",
        choices=Cadence.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how often"},
    )
    field_order = ("report", "cadence", "team", "module", "kind")

    def asked(self) -> dict[str, Any]:
        """What was asked for, once the form is valid."""
        team = self.cleaned_data["team"]
        return {
            "report": self.cleaned_data["report"],
            "cadence": self.cleaned_data["cadence"],
            "is_workbook": self.is_workbook,
            "team": Team.objects.get(pk=team) if team else None,
            "module_key": self.module_key,
        }


class PackForm(DayForm):
    """An evidence pack."""

    with_names = forms.BooleanField(
        label="Put in a list with names",
        required=False,
        help_text="Only where the assessor must see names. It is personal data.",
    )

    def order(self) -> Order:
        """What was asked for, once the form is valid."""
        return Order(report=Report.PACK, on=self.day, with_names=self.cleaned_data["with_names"])


class NetworkForm(LearnerForm):
    """The figures of a network, now or by e-mail at month ends."""

    kind = forms.ChoiceField(label="Kind of file", choices=KINDS)

    @property
    def is_workbook(self) -> bool:
        """Whether an Excel workbook is wanted, once the form is valid."""
        return bool(self.cleaned_data["kind"] == "xlsx")


class CompetencesForm(LearnerForm):
    """What an organisation's staff record calls each module that it asks for."""

    vpd = forms.CharField(
        label="VPD number of your organisation in ESR",
        max_length=5,
        validators=[DIGITS],
        error_messages={"required": "Enter the VPD number, such as 457"},
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-5", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, modules: list[ModulePage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.modules = {f"name_{module.pk}": module for module in modules}
        for name, module in self.modules.items():
            self.fields[name] = forms.CharField(
                label=module.title, required=False, validators=[NO_BAR, MaxLengthValidator(120)]
            )

    def names(self) -> dict[ModulePage, str]:
        """The name of each module, once the form is valid; empty: it is not in the record."""
        return {module: self.cleaned_data[name] for name, module in self.modules.items()}

"""What a manager can look for, kept in the page's address."""

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q, QuerySet

from learners.dashboards.focus import Focus
from learners.forms import LearnerForm
from learners.organisations.models import Membership, Organisation, StaffGroup
from modules.models import ModulePage


class PeopleFilter(LearnerForm):
    """Narrows the people of one organisation. Only its own teams and modules can be chosen; others do not exist."""

    name = forms.CharField(label="Name or e-mail address", required=False, max_length=100)
    team = forms.ChoiceField(required=False)
    staff_group = forms.ChoiceField(required=False, choices=[("", "All staff groups"), *StaffGroup.choices])
    module = forms.ChoiceField(required=False)
    state = forms.ChoiceField(
        required=False, choices=[("", "All states"), *((focus.value, focus.label) for focus in Focus)]
    )

    def __init__(
        self, *args: Any, organisation: Organisation, modules: list[ModulePage], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        teams = [(str(key), name) for key, name in organisation.teams.values_list("pk", "name")]
        keys = [(str(module.translation_key), module.title) for module in modules]
        self._choices(team=[("", "All teams"), *teams], module=[("", "All modules"), *keys])
        for name, field in self.fields.items():
            field.error_messages["invalid_choice"] = f"Choose a {name.replace('_', ' ')} from the list"

    def _choices(self, **choices: list[tuple[str, str]]) -> None:
        for name, of_field in choices.items():
            self.fields[name].choices = of_field  # type: ignore[attr-defined]

    @property
    def focus(self) -> Focus | None:
        """Whom to look for, once the form is checked."""
        state = self.cleaned_data.get("state")
        return Focus(state) if state else None

    @property
    def module_key(self) -> UUID | None:
        """The one module to look at, once the form is checked."""
        module = self.cleaned_data.get("module")
        return UUID(module) if module else None

    @property
    def is_looking(self) -> bool:
        """Whether anything was asked for in the address, valid or not."""
        return bool(self.errors) or any(self.cleaned_data.values())

    @property
    def is_narrowing(self) -> bool:
        """Whether figures are of some people only."""
        return any(self.cleaned_data.get(name) for name in ("name", "team", "staff_group"))

    def narrow(self, roster: QuerySet[Membership]) -> QuerySet[Membership]:
        """Every hat of the people of whom one hat fits. An invalid form finds nobody."""
        if not self.is_valid():
            return roster.none()
        fitting = roster
        if team := self.cleaned_data["team"]:
            fitting = fitting.filter(team=team)
        if staff_group := self.cleaned_data["staff_group"]:
            fitting = fitting.filter(staff_group=staff_group)
        for word in self.cleaned_data["name"].split():
            fitting = fitting.filter(
                Q(person__first_name__icontains=word)
                | Q(person__last_name__icontains=word)
                | Q(person__email__icontains=word)
            )
        return roster.filter(person__in=fitting.values("person")) if self.is_narrowing else roster

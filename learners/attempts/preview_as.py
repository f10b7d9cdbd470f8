"""Whom an author previews a module as: an organisation and a role, kept while they are signed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from learners.attempts.visibility import Hat
from learners.forms import LearnerForm
from learners.organisations.models import Organisation
from learners.sharing.selectors.hats import Told, told_now
from modules.models import Role

CHOSEN = "preview_as"  # in the session


class PreviewAsForm(LearnerForm):
    """Any organisation, and any role there."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.order_by("name"), required=False, empty_label="Nobody in particular"
    )
    role = forms.ModelChoiceField(Role.objects.all(), required=False, empty_label="No role in particular")


@dataclass(frozen=True, slots=True)
class PreviewAs:
    """Whom a preview is for, and what they are told now.

    `kept` are the parts of its address that the form has to send again.
    """

    hat: Hat
    told: Mapping[str, Told]
    form: PreviewAsForm
    kept: list[tuple[str, str]]


def preview_as(request: HttpRequest) -> PreviewAs:
    """What the form asks for, or else what was chosen before: the panel beside the editor loads itself again."""
    asked = getattr(request, "preview_query", None) or QueryDict()
    if "organisation" in asked:
        request.session[CHOSEN] = {name: asked.get(name, "") for name in ("organisation", "role")}
    form = PreviewAsForm(request.session.get(CHOSEN, {}))
    chosen: dict[str, Any] = form.cleaned_data if form.is_valid() else {}
    hat = Hat(chosen.get("organisation"), chosen.get("role"))
    kept = [(name, asked[name]) for name in ("mode", "in_preview_panel") if name in asked]
    told = told_now(hat.organisation, hat.role, timezone.localdate())
    return PreviewAs(hat, told, form, kept)

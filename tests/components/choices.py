"""Forms that ask what nhsuk-frontend's fixtures of radios and checkboxes ask."""

from typing import Any

from django import forms
from django.template import engines

from learners.forms import LearnerForm
from tests.components.mapping import only, text

KINDS = {
    "radios": (forms.ChoiceField, forms.RadioSelect),
    "checkboxes": (forms.MultipleChoiceField, forms.CheckboxSelectMultiple),
}
TEMPLATE = '{% include "components/field.html" with field=field size=size heading=heading only %}'


def asked(context: dict[str, Any]) -> dict[str, Any] | None:
    """What our field needs to know, or None where a fixture asks for something that we do not offer."""
    legend = (context.get("fieldset") or {}).get("legend")
    if not legend or not only(
        context, "fieldset", "hint", "errorMessage", "idPrefix", "name", "disabled", "items"
    ):
        return None
    if not all(only(item, "text", "value", "hint") for item in context["items"]):
        return None
    legend = legend if isinstance(legend, dict) else {"text": legend}
    if not only(legend, "text", "heading", "size") or context.get("errorMessage") is True:
        return None
    return {"legend": legend, "error": text(context.get("errorMessage"))}


def render(kind: str, context: dict[str, Any]) -> str:
    """The fixture's question as a field of ours, with its ids beginning as the fixture's do."""
    known = asked(context)
    assert known is not None
    legend = known["legend"]
    form = _form(kind, context, legend.get("heading") or legend["text"], known["error"])
    html = (
        engines["django"]
        .from_string(TEMPLATE)
        .render(
            {
                "field": form[context["name"]],
                "size": legend.get("size"),
                "heading": 1 if "heading" in legend else None,
            }
        )
    )
    return html.replace(f"id-of-{context['name']}", context.get("idPrefix") or context["name"])


def _form(kind: str, context: dict[str, Any], label: str, error: str) -> forms.Form:
    field, widget = KINDS[kind]
    form = LearnerForm({} if error else None, auto_id="id-of-%s", use_required_attribute=False)
    form.fields[context["name"]] = field(
        label=label,
        widget=widget,
        choices=[(item["value"], item["text"]) for item in context["items"]],
        help_text=text(context.get("hint")),
        error_messages={"required": error},
        disabled=context.get("disabled", False),
    )
    hints = {item["value"]: text(item["hint"]) for item in context["items"] if "hint" in item}
    form.fields[context["name"]].choice_hints = hints  # type: ignore[attr-defined]
    return form

"""What the template components (templates/components/) need beyond Django's own tags. Built in: no {% load %}."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BoundField, widgets
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

PAGES_BESIDE = 2  # page numbers on each side of the present one
PAGES_AT_ENDS = 1

# Which template lays out a field, and which class its control wears: the first kind of widget that fits.
FIELDS: Mapping[type[widgets.Widget], tuple[str, str]] = {
    widgets.CheckboxSelectMultiple: ("checkboxes", ""),
    widgets.RadioSelect: ("radios", ""),  # after its own subclass
    widgets.CheckboxInput: ("checkbox", "nhsuk-checkboxes__input"),
    widgets.PasswordInput: (
        "password",
        "nhsuk-input nhsuk-password-input__input nhsuk-js-password-input-input",
    ),
    widgets.Select: ("control", "nhsuk-select"),
    widgets.Textarea: ("control", "nhsuk-textarea"),
    widgets.FileInput: ("control", "nhsuk-file-upload"),
    widgets.Widget: ("control", "nhsuk-input"),
}
PASSWORD = {"spellcheck": "false", "autocapitalize": "none"}


@dataclass(frozen=True)
class Choice:
    """One radio or checkbox. The first has the field's own id, which is where the error summary leads."""

    id: str
    type: str
    value: Any
    label: str
    hint: str
    attributes: SafeString


def _layout(field: BoundField) -> tuple[str, str]:
    widget = field.field.widget
    return next(layout for kind, layout in FIELDS.items() if isinstance(widget, kind))


@register.filter
def field_template(field: BoundField) -> str:
    """The template in components/fields/ that lays out this field."""
    return f"components/fields/{_layout(field)[0]}.html"


@register.filter
def hint(field: BoundField) -> SafeString:
    """The field's help text, which may hold HTML, as anywhere in Django; empty when it is only white space."""
    return mark_safe(str(field.help_text).strip())  # noqa: S308


@register.filter
def described_by(field: BoundField) -> str:
    """Ids of the field's hint and errors, for aria-describedby; empty without any."""
    ids = [f"{field.auto_id}-hint"] if hint(field) else []
    if field.errors:
        ids.append(f"{field.auto_id}-error")
    return " ".join(ids)


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The field's widget, dressed for nhsuk-frontend and tied to its hint and errors."""
    name, css = _layout(field)
    given = field.field.widget.attrs
    if field.errors and name in {"control", "password"}:
        css += f" {css.split()[0]}--error"
    attrs: dict[str, Any] = {"class": f"{css} {given.get('class', '')}".strip()}
    attrs["placeholder"] = False  # a hint that vanishes as one types helps nobody: labels and hints say it
    if ids := described_by(field):
        attrs["aria-describedby"] = ids
    if name == "password":
        attrs |= PASSWORD
    return field.as_widget(attrs=attrs)


@register.filter
def choices(field: BoundField) -> Iterator[Choice]:
    """The options of radios or checkboxes. Hints come from `choice_hints`, a mapping on the form's field."""
    hints: Mapping[str, str] = getattr(field.field, "choice_hints", {})
    for number, option in enumerate(field.subwidgets, start=1):
        data = option.data
        id_ = field.auto_id if number == 1 else f"{field.auto_id}-{number}"
        item_hint = hints.get(str(data["value"]), "")
        kept = {
            name: value
            for name, value in data["attrs"].items()
            if name in {"checked", "disabled", "required"}
        }
        if item_hint:
            kept["aria-describedby"] = f"{id_}-item-hint"
        yield Choice(id_, data["type"], data["value"], data["label"], item_hint, flatatt(kept))


@register.filter
def page_numbers(page: Page[Any]) -> Iterator[int | str]:
    """Numbers of pages to link to, with an ellipsis for those left out."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=PAGES_BESIDE, on_ends=PAGES_AT_ENDS)


@register.filter
def percent_of(number: int, total: int) -> int:
    """Whole per cent, rounded down: never 100 while one is missing. `total` is not 0."""
    return number * 100 // total


@register.filter
def at(items: Sequence[Any], index: int) -> Any:
    """What stands at this place in a list; empty beyond its end."""
    return items[index] if items and index < len(items) else ""


@register.filter
def text_of(item: Any) -> Any:
    """The text of something that is either a text or has one under `text`, be it 0."""
    if isinstance(item, Mapping):
        return item.get("text", "")
    return getattr(item, "text", item)


@register.filter
def nhs_number(digits: object) -> str:
    """An NHS number as people read it aloud: 3, 3 and 4 digits."""
    plain = str(digits).replace(" ", "")
    return f"{plain[:3]} {plain[3:6]} {plain[6:]}" if len(plain) == 10 else str(digits)


@register.simple_block_tag
def details(content: str, summary: str, **params: Any) -> SafeString:
    """{% details summary="…" %} … {% enddetails %}: components/details.html around a body."""
    return render_to_string("components/details.html", {"summary": summary, "text": content, **params})


@register.simple_block_tag
def card(content: str, **params: Any) -> SafeString:
    """{% card heading="…" %} … {% endcard %}: components/card.html around a body."""
    return render_to_string("components/card.html", {"html": content, **params})


@register.simple_block_tag
def callout(content: str, kind: str = "note", **params: Any) -> SafeString:
    """{% callout kind="remember" %} … {% endcallout %}: components/callout.html around a body."""
    return render_to_string("components/callout.html", {"kind": kind, "html": content, **params})


@register.simple_block_tag
def feedback(content: str, result: str, **params: Any) -> SafeString:
    """{% feedback result="right" %} … {% endfeedback %}: components/feedback.html around a body."""
    return render_to_string("components/feedback.html", {"result": result, "html": content, **params})


@register.simple_block_tag
def inset(content: str) -> SafeString:
    """{% inset %} … {% endinset %}: components/inset_text.html around a body."""
    return render_to_string("components/inset_text.html", {"html": content})

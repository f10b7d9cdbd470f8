"""Forms of the look-up, in the CMS."""

from typing import Any

from django import forms
from wagtail.admin.widgets import AdminDateInput

from learners.organisations.models import Organisation, validate_ods_code
from learners.organisations.ods.found import Found
from learners.organisations.ods.names import readable, same
from learners.organisations.ods.shapes import tidy_code


class LookUpForm(forms.Form):
    """Asks for a code."""

    code = forms.CharField(
        label="ODS code",
        max_length=20,
        help_text="3 to 10 letters and digits: RR8 or G81086, say.",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        """The code as it is written, if it can be one."""
        code = tidy_code(self.cleaned_data["code"])
        validate_ods_code(code)
        return code


class UseForm(forms.ModelForm):  # type: ignore[type-arg]
    """Name, code and days, as the look-up gave them, to be read once more before they are kept."""

    class Meta:
        model = Organisation
        fields = ("name", "ods_code", "starts_on", "ends_on")
        widgets = {"starts_on": AdminDateInput, "ends_on": AdminDateInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.help_text = f"Now: {_in_words(getattr(self.instance, name))}"


def _in_words(value: Any) -> str:
    return f"{value:%-d %B %Y}" if hasattr(value, "strftime") else value or "not set"


def proposed(found: Found, organisation: Organisation | None = None) -> dict[str, Any]:
    """What the form begins with: what was found, and where nothing was, or only the spelling differs, what is kept."""
    kept = organisation or Organisation()
    return {
        "name": kept.name if same(kept.name, found.name) else readable(found.name),
        "ods_code": found.code,
        "starts_on": found.starts_on or kept.starts_on,
        "ends_on": found.ends_on or (None if found.active else kept.ends_on),
    }


def to_change(found: Found, organisation: Organisation) -> list[str]:
    """Which fields of an organisation differ from what was found."""
    return [
        name for name, value in proposed(found, organisation).items() if getattr(organisation, name) != value
    ]

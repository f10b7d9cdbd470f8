"""Forms of joining, for those who come in."""

import re
import unicodedata
from typing import Any

from django import forms

from learners.forms import LearnerForm
from learners.joining.codes import code_in

PLAIN = {"spellcheck": "false", "autocorrect": "off"}


def _tidy(text: str) -> str:
    """Without characters that cannot be seen, and with one space between words."""
    seen = "".join(each for each in text if each.isspace() or unicodedata.category(each)[0] != "C")
    return " ".join(seen.split())


class CodeForm(LearnerForm):
    """Asks for a join code, and takes it however it is written."""

    code = forms.CharField(
        label="Join code",
        help_text=(
            "8 letters and numbers, on the poster or the message that you were given. "
            'For example: <span class="app-code">7KQX-M2RD</span>.'
        ),
        max_length=100,
        error_messages={
            "required": "Enter the join code",
            "max_length": "A join code has 8 letters and numbers",
        },
        widget=forms.TextInput(
            attrs=PLAIN | {"autocomplete": "off", "autocapitalize": "characters", "class": "app-code-input"}
        ),
    )

    def clean_code(self) -> str:
        """The code without what people put between its letters."""
        code = code_in(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError("A join code has 8 letters and numbers. Look at the code again")
        return code


class AddressForm(LearnerForm):
    """Asks for an address, private or not."""

    email = forms.EmailField(
        label="Your e-mail address",
        help_text="Any address that is yours alone. A private one is fine.",
        max_length=254,
        error_messages={
            "required": "Enter your e-mail address",
            "invalid": "Enter an e-mail address like name@example.org",
            "max_length": "An e-mail address has 254 characters or fewer",
        },
        widget=forms.EmailInput(
            attrs=PLAIN | {"autocomplete": "email", "inputmode": "email", "autocapitalize": "none"}
        ),
    )

    def clean_email(self) -> str:
        """In small letters, as accounts keep it."""
        return str(self.cleaned_data["email"]).lower()


class DigitsForm(LearnerForm):
    """Asks for the six digits of the e-mail."""

    digits = forms.CharField(
        label="6-digit code",
        max_length=40,
        error_messages={
            "required": "Enter the 6 digits from the e-mail",
            "max_length": "The code has 6 digits",
        },
        widget=forms.TextInput(
            attrs=PLAIN
            | {"autocomplete": "one-time-code", "inputmode": "numeric", "class": "nhsuk-input--width-5"}
        ),
    )

    def clean_digits(self) -> str:
        """The digits without what stands between them."""
        digits = re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", self.cleaned_data["digits"]))
        if not re.fullmatch(r"[0-9]{6}", digits):
            raise forms.ValidationError("The code has 6 digits. Look at the e-mail again")
        return digits


class AboutYouForm(LearnerForm):
    """Asks who somebody is."""

    first_name = forms.CharField(
        label="First name",
        max_length=150,
        error_messages={
            "required": "Enter your first name",
            "max_length": "A first name has 150 characters or fewer",
        },
        widget=forms.TextInput(attrs=PLAIN | {"autocomplete": "given-name"}),
    )
    last_name = forms.CharField(
        label="Last name",
        max_length=150,
        error_messages={
            "required": "Enter your last name",
            "max_length": "A last name has 150 characters or fewer",
        },
        widget=forms.TextInput(attrs=PLAIN | {"autocomplete": "family-name"}),
    )
    employee_number = forms.CharField(
        label="Staff number (if you know it)",
        help_text="It is on your payslip. With it we find you on the staff list. You can leave it empty.",
        max_length=30,
        required=False,
        error_messages={"max_length": "A staff number has 30 characters or fewer"},
        widget=forms.TextInput(
            attrs=PLAIN
            | {"autocomplete": "off", "autocapitalize": "characters", "class": "nhsuk-input--width-10"}
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Names without what cannot be seen; the number without spaces."""
        cleaned = super().clean() or {}
        for name in ("first_name", "last_name"):
            if name in cleaned:
                cleaned[name] = _tidy(cleaned[name])
                if not cleaned[name]:
                    self.add_error(name, f"Enter your {name.replace('_', ' ')}")
        if "employee_number" in cleaned:
            cleaned["employee_number"] = _tidy(cleaned["employee_number"]).replace(" ", "")
        return cleaned

"""Forms about certificates."""

from django import forms

from learners.forms import LearnerForm
from learners.records.selectors import code_in


class CodeForm(LearnerForm):
    """Asks for the code of a certificate, and takes it however it is written."""

    code = forms.CharField(
        label="Code of the certificate",
        help_text="16 letters and digits. Spaces, hyphens and small letters do no harm.",
        max_length=100,
        error_messages={"required": "Enter the code that is on the certificate"},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
        ),
    )

    def clean_code(self) -> str:
        """The code without what people put between its letters."""
        code = code_in(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError("Enter the code that is on the certificate")
        return code


class WithdrawForm(forms.Form):
    """Asks an administrator why."""

    because = forms.CharField(
        label="Why it is withdrawn",
        max_length=300,
        help_text="Kept for administrators. Neither the learner nor whoever checks the code sees it.",
    )

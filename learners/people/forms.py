"""The forms of the ways in, where ours differ from django-allauth's."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.fields import EmailField
from allauth.account.forms import RequestLoginCodeForm, ResetPasswordForm
from allauth.core import context, ratelimit
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms

from learners.forms import LearnerForm
from learners.people.lookup import person_by_address

NAME_HINT = "Something that you will know it by: “My phone”, say."
UNKNOWN_PASSKEY = "We do not know this passkey here. Sign in another way."


class RequestCodeForm(RequestLoginCodeForm):
    """Asks for a code by e-mail. The answer is the same for addresses that nobody has."""

    def clean_email(self) -> str:
        """The address; `_user` is whoever it belongs to. Only so many codes for one address."""
        email: str = self.cleaned_data["email"]
        if not ratelimit.consume(context.request, action="request_login_code", key=email):
            raise get_adapter().validation_error("too_many_login_attempts")
        self._user = person_by_address(email)
        return email


class NewPasswordForm(ResetPasswordForm):
    """Asks for a link to a new password."""

    def clean_email(self) -> str:
        """The address; `users` are whom it belongs to: one, or nobody."""
        email: str = self.cleaned_data["email"]
        person = person_by_address(email)
        self.users = [person] if person else []
        return email


class OwnAddressForm(LearnerForm):
    """Adds an e-mail address to an account that has none."""

    email = EmailField(label="E-mail address", help_text="Your own, or the one that you have at work.")

    def clean_email(self) -> str:
        """The address. Only so many codes for one."""
        email: str = self.cleaned_data["email"]
        if not ratelimit.consume(context.request, action="request_login_code", key=email):
            raise get_adapter().validation_error("too_many_login_attempts")
        return email


class CodeForm(LearnerForm):
    """Takes the code that came by e-mail."""

    code = forms.CharField(
        label="Code",
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class SetUpCodesForm(ActivateTOTPForm):
    """Sets up codes from an app. What was scanned stays right when the page is opened again, or in a second tab."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        shown = context.request.session.get(SECRET_SESSION_KEY)
        super().__init__(*args, **kwargs)
        if shown:
            self.secret = context.request.session[SECRET_SESSION_KEY] = shown
        self.fields["code"].label = "Code that the app shows"
        self.fields["code"].widget.attrs |= {"inputmode": "numeric"}


class AddPasskeyForm(AddWebAuthnForm):
    """Adds a passkey: always one that can sign in alone, and that asked for a finger, a face or a PIN."""

    name = forms.CharField(label="Name for this passkey", max_length=60, required=False, help_text=NAME_HINT)
    passwordless = None  # not asked

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["name"] = ""

    def clean(self) -> dict[str, Any]:
        """Hold it to what a passkey is."""
        self.cleaned_data["passwordless"] = True
        try:
            return dict(super().clean())
        except MALFORMED as error:
            raise forms.ValidationError("That is not a passkey. Try again.") from error


class RenamePasskeyForm(EditWebAuthnForm):
    """Gives a passkey another name."""

    name = forms.CharField(label="Name for this passkey", max_length=60, help_text=NAME_HINT)


MALFORMED = (TypeError, ValueError, KeyError, AttributeError, OverflowError)


class PasskeyAnswer:
    """What a browser sends of a passkey may be anything: whatever it is, it is refused and not an error of ours."""

    def clean_credential(self) -> Authenticator:
        """The passkey that was used."""
        try:
            return super().clean_credential()  # type: ignore[misc]
        except forms.ValidationError as error:
            if error.code == "too_many_login_attempts":
                raise
            raise forms.ValidationError(UNKNOWN_PASSKEY) from error
        except MALFORMED as error:
            raise forms.ValidationError(UNKNOWN_PASSKEY) from error


class SignInByPasskeyForm(PasskeyAnswer, LoginWebAuthnForm):
    """Signs in by a passkey alone."""


class SecondStepByPasskeyForm(PasskeyAnswer, AuthenticateWebAuthnForm):
    """Takes the second step by a passkey."""


class ProveByPasskeyForm(PasskeyAnswer, ReauthenticateWebAuthnForm):
    """Proves once more who one is, by a passkey."""

"""Where our rules meet django-allauth."""

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

logger = logging.getLogger(__name__)

WAIT = "Too many tries. Wait some minutes, then try again."
NO_MAIL = "We cannot send e-mails just now. Try again in some minutes, or sign in another way."
OUR_STAGE = {"allauth.mfa.stages.AuthenticateStage": "learners.people.stages.SecondStepStage"}
REAUTHENTICATION = {
    "reauthenticate": "Use your password",
    "mfa_reauthenticate": "Use a code from your app, or a recovery code",
    "mfa_reauthenticate:webauthn": "Use a passkey",
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators, never by whoever passes by."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The e-mail address or the password is not right.",
        "incorrect_code": "This code is not right. Look at the newest e-mail that we sent.",
        "incorrect_password": "This is not your password.",
        "too_many_login_attempts": WAIT,
        "rate_limited": WAIT,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up by themselves."""
        return False

    def get_login_stages(self) -> list[str]:
        """allauth's, with our own rule for whom to ask a second step of."""
        return [OUR_STAGE.get(stage, stage) for stage in super().get_login_stages()]

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        """Send whoever was retired or anonymised away, whichever way they came."""
        if user.anonymised_at is not None:
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **kwargs)

    def login(self, request: HttpRequest, user: Any) -> None:
        """Sign in, unless they were retired while they looked for their second step."""
        user.refresh_from_db(fields=["is_active", "anonymised_at"])
        if not user.is_active or user.anonymised_at is not None:
            raise ImmediateHttpResponse(self.respond_user_inactive(request, user))
        super().login(request, user)

    def reauthenticate(self, user: Any, password: str) -> bool:
        """Whether this is their password. Asked of the person, who may have no address to look them up by."""
        return bool(user.check_password(password))

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """allauth's, in our words."""
        methods = super().get_reauthentication_methods(user)
        return [method | {"description": REAUTHENTICATION[method["id"]]} for method in methods]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send. When the mail server is away, say so, the same for known and unknown addresses."""
        try:
            super().send_mail(template_prefix, email, context)
        except (SMTPException, OSError) as error:
            logger.exception("An e-mail of %s could not be sent.", template_prefix)
            if "user_agent" in context:  # it only tells of a change, which stands
                return
            messages.error(self.request, NO_MAIL)
            raise ImmediateHttpResponse(redirect("account_login")) from error

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: Any = None, email: str | None = None
    ) -> None:
        """Tell somebody of a change of their account, at the address that they have now. Nobody without one."""
        if email or user.email:
            super().send_notification_mail(template_prefix, user, context, email or user.email)


class MFAAdapter(DefaultMFAAdapter):
    """Second steps, in our words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This code is not right. A code from an app holds for half a minute: take the newest.",
        "cannot_generate_recovery_codes": "Recovery codes come with a second step: set one up first.",
    }

    def get_totp_issuer(self) -> str:
        """What the app calls us."""
        return str(settings.WAGTAIL_SITE_NAME)

    def _get_site_name(self) -> str:
        return str(settings.WAGTAIL_SITE_NAME)

    def generate_authenticator_name(self, user: Any, type: str) -> str:
        """What a passkey is called that was given no name."""
        return "Passkey"

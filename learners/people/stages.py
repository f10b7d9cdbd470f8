"""What comes between a first step and being signed in."""

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from learners.people import second_step


class SecondStepStage(AuthenticateStage):
    """Asks for the second step of those who chose codes from an app, and of those who must have one."""

    def _should_handle(self, request: HttpRequest) -> bool:
        return bool(super()._should_handle(request)) and second_step.asked_at_sign_in(self.login.user)

"""What happens at a sign-in."""

import uuid
from typing import Any

from allauth.mfa.signals import authenticator_added
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from learners.people import second_step
from learners.people.models import User


@receiver(user_logged_in, dispatch_uid="name the session")
def name_session(request: HttpRequest | None, **kwargs: Any) -> None:
    """Give this sign-in a random id of its own, by which its learning events can be grouped."""
    if request is not None:
        request.session["learning_session"] = str(uuid.uuid4())


@receiver(authenticator_added, dispatch_uid="a second step that was just set up was tried")
def count_setting_up(request: HttpRequest, user: User, authenticator: Any, **kwargs: Any) -> None:
    """Whoever sets up a second step has just shown that it works: they need not do it again at once."""
    if authenticator.type in second_step.STEPS:
        second_step.note_taken(request, user, authenticator.type)

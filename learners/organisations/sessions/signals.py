"""What happens at a sign-in."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from learners.organisations.sessions import keeping
from learners.organisations.sessions.actions import forget_old_words


@receiver(user_logged_in, dispatch_uid="count the time of a sign-in")
def count_from_now(request: HttpRequest | None, user: Any, **kwargs: Any) -> None:
    """Count the sign-in from now, and forget what nobody came back for."""
    if request is not None:
        forget_old_words()
        keeping.begin(request, user.pk)
